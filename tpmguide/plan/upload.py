"""Opens the file of a plan, of which nothing is kept: it becomes the address of the plan."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from roles.plan.asking import read_plan
from roles.plan.file import MOST_BYTES, read_file, refusal
from roles.plan.ladders import known, skills_in_order

FIELD = "file"
KILOBYTES = MOST_BYTES // 1024


def address_in(request: HttpRequest) -> str:
    """Return the address of the plan that was sent; raise QueryError saying what is wrong with it.

    Skills that nobody knows stay in the address, so that the page of the plan names them.
    """
    upload = request.FILES.get(FIELD)
    if upload is None:
        message = gettext("Choose the file of a plan, of at most {kilobytes} kB.")
        raise refusal(message.format(kilobytes=KILOBYTES))
    query = read_file(upload.read(MOST_BYTES + 1))
    read_plan(query, known(skills_in_order()))
    return f"{reverse('plan')}?{query.urlencode()}"
