"""The sections of the long pages: that of the main role, and the method."""

from roles.choices import MAIN_ROLE
from tpmguide.search.entries.places import Place


def section(title: str, anchor: str, text: str, *names: str) -> Place:
    return Place(title, text, names, "roles:detail", (MAIN_ROLE,), anchor)


def rule(title: str, anchor: str, text: str, *names: str) -> Place:
    return Place(title, text, names, "method", anchor=anchor)


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
    rule(
        "Three kinds of figure",
        "kinds",
        "What reported, observed and modelled figures are, and why they are never blended.",
        "reported",
        "observed",
        "kinds of pay",
    ),
    rule(
        "How small groups are protected",
        "protected",
        "From how many values on an observed figure is shown, and what takes its place below.",
        "suppression",
        "small samples",
        "not enough data",
        "anonymity",
    ),
    rule(
        "Confidence grades",
        "grades",
        "How the grade from A to D beside a figure follows from its kind, sample and age.",
        "confidence",
        "grade",
        "confidence interval",
    ),
    rule(
        "Modelled figures",
        "modelled",
        "How a band for a city and a company size is computed, and how far it may be off.",
        "modelled",
        "model",
        "estimate",
    ),
    rule(
        "Where the ratios come from",
        "ratios",
        "How much more or less a city or a company size pays, and what that rests on.",
        "city ratios",
        "factors",
    ),
    rule(
        "Pay bands",
        "pay-bands",
        "How minimum, midpoint and maximum, overlap, compa-ratio and position in range follow.",
        "compa-ratio formula",
        "range spread formula",
    ),
    rule(
        "Money",
        "money",
        "Whole units of a currency, its yearly rate, and what adjusts for purchasing power.",
        "currency",
        "exchange rate",
        "USD",
        "rupee",
        "purchasing power",
        "PPP",
        "cost of living",
    ),
    rule(
        "What is not known",
        "limits",
        "What no source says, and what therefore no figure of the guide can say.",
        "limits",
        "limitations",
    ),
)
