"""The site's own pages."""

from django.utils.translation import gettext_noop

from tpmguide.search.entries.places import Place

PAGES = (
    Place(
        gettext_noop("Roles and career levels"),
        "Four product management roles, and the career levels with their years of experience.",
        ("roles", "levels", "TPM levels", "levels of TPM", "levels of a TPM"),
        "roles:index",
    ),
    Place(
        gettext_noop("Compare the roles"),
        "Two or three roles side by side: focus, counterparts, technical depth, decisions.",
        (
            "compare",
            "comparison",
            "PM vs TPM",
            "TPM vs PM",
            "difference between PM and TPM",
            "versus",
        ),
        "roles:compare",
    ),
    Place(
        gettext_noop("Skills"),
        "What to know and how deep: every skill with the depth expected at each career level.",
        (
            "skills matrix",
            "skills & tools",
            "skills and tools",
            "what to know",
            "competencies",
            "TPM skills",
            "skills for TPM",
        ),
        "roles:skills",
    ),
    Place(
        gettext_noop("Plan the next level"),
        "Your own skills beside what the next level asks: gaps, first steps, and the step in pay.",
        ("gap plan", "skills gap", "self-assessment", "next level", "progress"),
        "plan",
    ),
    Place(
        gettext_noop("Tools and techniques"),
        "What the sources name as tools of the role, when each of them helps and when not.",
        ("tools", "techniques", "software"),
        "roles:tools",
    ),
    Place(
        gettext_noop("Paths"),
        "The ways into the role, up, sideways and on from it, with what the sources ask for.",
        (
            "career path",
            "career ladder",
            "career lattice",
            "ways in",
            "exit options",
            "promotion",
            "switching to TPM",
        ),
        "roles:paths",
    ),
    Place(
        gettext_noop("TPM or PM?"),
        "Questions on the work of the two roles; which answer pushed which way, and why.",
        ("fit helper", "which role suits me", "should I become a TPM or a PM", "TPM or PM test"),
        "roles:fit",
    ),
    Place(
        gettext_noop("Interview questions"),
        "Questions by career level and skill, each with what a good answer shows.",
        ("interview preparation", "interview", "TPM interview questions"),
        "roles:interview",
    ),
    Place(
        gettext_noop("Salary explorer"),
        "Pay by level, city and company size, with the source and the kind of every figure.",
        ("salaries", "pay", "salary", "compensation", "CTC", "TPM salary", "TPM pay", "download"),
        "salaries:explorer",
    ),
    Place(
        gettext_noop("Compare slices of pay"),
        "Up to four levels, cities and company sizes side by side, and what separates them.",
        ("compare slices", "compare pay", "compare salaries", "compare cities"),
        "salaries:compare",
    ),
    Place(
        gettext_noop("Where do I stand"),
        "Your own pay or an offer beside the band of its level, city and company size.",
        ("my pay", "my salary", "offer", "negotiation", "percentile", "am I paid fairly"),
        "salaries:stand",
    ),
    Place(
        gettext_noop("Build a pay band"),
        "Minimum, midpoint and maximum of a level around one figure, its overlap with the levels "
        "next to it, and the compa-ratio of a pay.",
        ("pay band", "salary band", "pay range", "compa-ratio", "range spread", "hiring"),
        "salaries:band",
    ),
    Place(
        gettext_noop("PM to TPM premium"),
        "What moving from product manager to TPM is said to add to pay, and how that compares.",
        ("premium", "pay difference", "raise", "hike", "10-20%"),
        "salaries:premium",
    ),
    Place(
        gettext_noop("Frequently asked questions"),
        "Short answers with their sources; where the sources differ, what each of them says.",
        ("FAQ", "questions"),
        "roles:faq",
    ),
    Place(
        gettext_noop("Glossary"),
        "The terms of the guide and where their meaning comes from.",
        ("terms", "definitions", "abbreviations", "acronyms"),
        "roles:glossary",
    ),
    Place(
        gettext_noop("Data"),
        "Every page about the data: releases, quality, method, sources, contradictions, files.",
        ("data pages", "data behind the guide"),
        "data",
    ),
    Place(
        gettext_noop("Data releases"),
        "Every dated state of the pay data, with what it holds, its checksum and what it changed.",
        ("releases", "release", "data release", "versions"),
        "releases:index",
    ),
    Place(
        gettext_noop("What changed between two data releases"),
        "Every stored figure and ratio that was added, removed or changed between two releases.",
        ("what changed", "changes", "difference between releases", "corrections"),
        "releases:diff",
    ),
    Place(
        gettext_noop("Data quality"),
        "How many figures and observations there are, and how many are doubtful or incomplete.",
        ("quality", "duplicates", "outliers", "missing fields"),
        "releases:quality",
    ),
    Place(
        gettext_noop("Files of observations"),
        "The template in which pay observations are imported and exported, column by column.",
        ("observations", "CSV template", "template", "columns", "import", "export"),
        "releases:observations",
    ),
    Place(
        gettext_noop("What the sources disagree about"),
        "Every point on which two sources differ, with what each says and how it is handled.",
        ("contradictions", "disagreements"),
        "contradictions",
    ),
    Place(
        gettext_noop("Sources"),
        "Every document, data set and statistic, with its date, its licence and what rests on it.",
        ("references", "documents", "data sets", "licences"),
        "sources",
    ),
    Place(
        gettext_noop("Method"),
        "How figures are reported, observed or modelled, and what the limits of each kind are.",
        (
            "methodology",
            "how is pay calculated",
            "how the figures are made",
            "limits of the figures",
        ),
        "method",
    ),
    Place(
        gettext_noop("API"),
        "The figures and the guide as JSON for programs: addresses, parameters, errors, limits.",
        ("API (JSON)", "JSON", "OpenAPI", "API docs", "developers", "data access", "integration"),
        "api",
    ),
    Place(
        gettext_noop("About this guide"),
        "What the guide is, who keeps it, how it is made, and how to report an error.",
        ("about", "editors", "report an error", "correction", "contact"),
        "about",
    ),
    Place(
        gettext_noop("Accessibility"),
        "The standard that the pages aim at, how they are tested, and the known limits.",
        ("WCAG", "screen reader", "barriers"),
        "accessibility",
    ),
    Place(
        gettext_noop("Privacy"),
        "What the site knows of its visitors: what is entered, the log, cookies, other sites.",
        ("cookies", "trackers", "log", "data protection"),
        "privacy",
    ),
)
