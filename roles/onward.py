"""Where a page leads on to: what a visitor who has read it is likely to want next."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from roles.choices import MAIN_ROLE, Level, PathName
from roles.cited import Link

# The one neighbour of which sources report pay too.
PAID_NEIGHBOUR = "product-manager"


def after_role(slug: str) -> tuple[Link, ...]:
    """Return where to go from a role: deeper into the main one, or from another one into it."""
    if slug == MAIN_ROLE:
        return (skills(), tools(), paths(), interview(), plan())
    paid = (premium(), pay(slug)) if slug == PAID_NEIGHBOUR else ()
    return (path(PathName.PM_TO_TPM), fit(), *paid)


def after_comparison() -> tuple[Link, ...]:
    return (fit(), *map(path, PathName), pay())


def after_level(level: Level) -> tuple[Link, ...]:
    """Return where to go from a level: all four side by side, and what its holders are asked."""
    role = reverse("roles:detail", args=[MAIN_ROLE])
    return (
        Link(gettext("The four levels on one page"), f"{role}#levels"),
        Link(
            gettext("Interview questions for {level} level").format(level=level.label),
            f"{reverse('roles:interview')}?level={level.value}",
        ),
        Link(gettext("What the sources say on job descriptions"), f"{role}#job-description"),
    )


def after_skills() -> tuple[Link, ...]:
    """Return the pages that the header has under skills besides the matrix."""
    return (tools(), plan(), interview())


def after_answer(slug: str) -> tuple[Link, ...]:
    """Return the pages that say more than an answer of the FAQ, by the question's slug."""
    return tuple(more() for more in AFTER_ANSWERS.get(slug, ()))


def skills() -> Link:
    return Link(gettext("Skills by career level"), reverse("roles:skills"))


def tools() -> Link:
    return Link(gettext("Tools and techniques"), reverse("roles:tools"))


def paths() -> Link:
    return Link(gettext("Paths in, up and onward"), reverse("roles:paths"))


def interview() -> Link:
    return Link(gettext("Interview questions by level and skill"), reverse("roles:interview"))


def plan() -> Link:
    return Link(gettext("Plan the step to the next level"), reverse("plan"))


def fit() -> Link:
    return Link(gettext("TPM or PM? See which work suits you"), reverse("roles:fit"))


def comparison() -> Link:
    return Link(gettext("PM and TPM compared, dimension by dimension"), reverse("roles:compare"))


def premium() -> Link:
    return Link(gettext("What the step from PM to TPM may pay"), reverse("salaries:premium"))


def guide() -> Link:
    return Link(gettext("Read the role guide"), reverse("roles:detail", args=[MAIN_ROLE]))


def path(name: PathName) -> Link:
    label = gettext("The path: {path}").format(path=name.label)
    return Link(label, reverse("roles:path", args=[name.value]))


def from_engineer() -> Link:
    return path(PathName.ENGINEER_TO_TPM)


def from_pm() -> Link:
    return path(PathName.PM_TO_TPM)


def pay(role: str = "") -> Link:
    query = f"?role={role}" if role else ""
    label = gettext("Pay by level, city and company size")
    return Link(label, f"{reverse('salaries:explorer')}{query}")


AFTER_ANSWERS: dict[str, tuple[Callable[[], Link], ...]] = {
    "what-is-a-tpm": (guide,),
    "how-does-a-tpm-differ-from-a-pm": (comparison,),
    "tpm-compared-with-a-non-technical-pm": (comparison,),
    "why-has-the-market-split-the-roles": (comparison,),
    "what-background-do-tpms-have": (paths,),
    "can-a-software-engineer-become-a-tpm": (from_engineer,),
    "how-do-i-become-a-tpm": (from_engineer, from_pm),
    "when-does-a-pm-become-a-tpm": (from_pm,),
    "is-the-tpm-role-right-for-me": (fit,),
    "what-does-a-tpm-earn-in-india": (pay,),
    "pm-and-tpm-salary-difference": (premium,),
    "do-tpms-code": (skills,),
    "do-tpms-need-a-degree": (paths,),
}
