"""The sections of the main role's page."""

from roles.choices import MAIN_ROLE
from tpmguide.search.entries.places import Place


def section(title: str, anchor: str, text: str, *names: str) -> Place:
    return Place(title, text, names, "roles:detail", (MAIN_ROLE,), anchor)


SECTIONS = (
    section(
        "Responsibilities",
        "responsibilities",
        "What a Technical Product Manager answers for, and how many documents say so.",
        "technical product manager responsibilities",
        "duties",
        "tasks",
    ),
    section(
        "A day in the role",
        "day",
        "What a Technical Product Manager does from morning on, and what comes back regularly.",
        "day in the life",
        "typical day",
        "daily work",
    ),
    section(
        "Who the role works with",
        "collaborators",
        "The counterparts of a Technical Product Manager, what is exchanged and how often.",
        "collaborators",
        "stakeholders",
        "counterparts",
    ),
    section(
        "Over the product lifecycle",
        "lifecycle",
        "What a Technical Product Manager does in discovery, development, release and after.",
        "product lifecycle",
        "stages",
    ),
    section(
        "Challenges and what helps",
        "challenges",
        "Problems of the Technical Product Manager, with an early sign and a counter-move each.",
        "drawbacks",
        "problems",
    ),
    section(
        "Where the role is heading",
        "future",
        "What sources expect of the Technical Product Manager role, and as of when.",
        "future",
        "trends",
        "outlook",
    ),
    section(
        "Job descriptions and hiring",
        "job-description",
        "What stands in the job description of a Technical Product Manager, and why it varies.",
        "technical product manager role description",
        "job description",
        "hiring",
    ),
)
