"""What the page of a plan shows: the plan, the pay of both levels, and ways to keep it."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy

from roles.cited import Link, from_skills
from roles.plan import file
from roles.plan.page import PlanPage, plan_page
from salaries.known import Known
from tpmguide.plan.pay import pay_step

TITLE = gettext_lazy("Plan the next level")


def page(query: QueryDict, known: Known) -> dict[str, Any]:
    """Return what the page shows: only the form, as long as nothing is asked for."""
    planned = plan_page(query)
    context: dict[str, Any] = {"page": planned, "trail": trail()}
    return context if planned.asked.is_blank else context | _answered(planned, known)


def _answered(planned: PlanPage, known: Known) -> dict[str, Any]:
    asked, pay = planned.asked, pay_step(planned.asked, known)
    release = str(pay.release or "")
    return {
        "release": pay.release,
        "pay": pay,
        "link": f"{reverse('plan')}?{asked.query()}",
        "permalink": f"{reverse('plan')}?{asked.query(release=release)}" if release else "",
        "file_url": f"{reverse('plan-file')}?{asked.query(release=asked.release)}",
    }


def content(query: QueryDict, known: Known) -> tuple[str, dict[str, Any]]:
    """Return the name and the content of the file of a plan."""
    planned = plan_page(query)
    asked = planned.asked
    release = str(pay_step(asked, known).release or "")
    name = f"tpmguide-plan-{asked.start}-to-{asked.target}.json"
    return name, file.written(asked, planned.plan, planned.ladders, release=release)


def trail(*further: Link) -> tuple[Link, ...]:
    """Return the links from the home page down to the plan, or to what is further below."""
    return from_skills(
        Link(str(TITLE), reverse("plan"), is_current=not further),
        *further,
    )
