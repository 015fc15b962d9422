"""The import of observations as two pages: a dry run, and what it said, confirmed."""

from contextlib import suppress

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from salaries.admin.import_forms import LEAVE_OUT, ConfirmForm, ReadingForm, UploadForm
from salaries.models import DataRelease
from salaries.models.releases import StepError
from salaries.observations.drafts import Target, target
from salaries.observations.examining import examine
from salaries.observations.files import FileError, TooMuchError
from salaries.observations.importing import RejectedError, import_file
from salaries.observations.layouts import UnsaidError
from salaries.observations.uploads import keep, kept

PERMISSION = "salaries.import_observations"
TEMPLATE = "salaries/releases/import.html"
may_import = permission_required(PERMISSION, raise_exception=True)
# Of each list the first stand on the page; the command prints more.
SHOWN = 200


@may_import
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file, keep it by its digest, and show what an import would do."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return page(request, form=form)
    said = form.cleaned_data
    try:
        return dry_run(request, form, digest=keep(said["file"]), slug=said["release"])
    except (FileError, StepError) as error:
        form.add_error(None, refusal(error))
        return page(request, form=form)


def dry_run(request: HttpRequest, form: ReadingForm, *, digest: str, slug: str) -> HttpResponse:
    """Show what an import of the kept file would do; raise FileError or StepError."""
    goal = target(slug)
    with kept(digest) as raw:
        report = examine(raw, form.reading(), goal.base)
    confirming = ConfirmForm(initial=form.settled(digest, goal))
    return page(request, report=report, goal=goal, confirming=confirming)


@may_import
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Import the file that was shown, if it and the draft are still what they were.

    Whoever had to log in again comes without what was sent.
    """
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, "Nothing was imported: the form did not arrive whole. Choose the file again."
        )
        return redirect("admin:import_observations")
    try:
        messages.success(request, imported(form, agreed(form)))
    except (FileError, StepError, RejectedError) as error:
        messages.error(request, refusal(error))
        return once_more(request, form)
    return redirect("admin:salaries_datarelease_changelist")


def once_more(request: HttpRequest, form: ConfirmForm) -> HttpResponse:
    """Show what the file would change now, so that it need not be uploaded again.

    Where its draft was published, that is what it would change in the next one.
    """
    said = form.cleaned_data
    for slug in (said["release"], ""):
        with suppress(FileError, StepError):
            return dry_run(request, form, digest=said["digest"], slug=slug)
    return redirect("admin:import_observations")


def refusal(error: FileError | StepError | RejectedError) -> str:
    """Say what is wrong in the words of the form."""
    if isinstance(error, RejectedError):
        return f"{error} Mend the file, or tick “{LEAVE_OUT}”."
    if isinstance(error, UnsaidError):
        return (
            f"The file {error} Fill in the field Source for a source, Mapping for what a column "
            "of the file says, and Every row for what all rows share."
        )
    if isinstance(error, TooMuchError):
        return f"The file {error} Split it, or use manage.py import_observations."
    return f"The file {error}" if isinstance(error, FileError) else str(error)


def agreed(form: ConfirmForm) -> Target:
    """Return where the import goes; raise StepError where that is not what the dry run said."""
    goal = target(form.cleaned_data["release"])
    base = form.cleaned_data["base"]
    if str(goal.base.pk if goal.base else "") != base:
        raise StepError(
            f"Nothing was imported: since the dry run {changed_since(goal, base)}. "
            "Below is what the file would change now."
        )
    return goal


def changed_since(goal: Target, base: str) -> str:
    if not goal.is_draft:
        return f"release {goal.base} has become what draft {goal.slug} starts from"
    known = DataRelease.objects.finished().values_list("pk", flat=True)
    word = "started" if base in map(str, known) else "changed by another import"
    return f"draft {goal.slug} was {word}"


def imported(form: ConfirmForm, goal: Target) -> str:
    with kept(form.cleaned_data["digest"]) as raw:
        outcome = import_file(
            raw,
            form.reading(),
            goal,
            leave_out=form.cleaned_data["leave_out"],
            progress=lambda _line: None,
        )
    return outcome.said


def page(request: HttpRequest, **values: object) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "Import observations",
        "most": SHOWN,
        **values,
    }
    return TemplateResponse(request, TEMPLATE, context)
