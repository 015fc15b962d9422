"""Words that mean the same to whoever searches this site.

Names that the content itself keeps (other names of cities, of terms, of roles) are not here:
they are part of the entries.
"""

from collections.abc import Iterator

# Each line is one meaning, in small letters and without punctuation. A word of several parts
# counts where the parts stand together. An abbreviation without a vowel has its plural here,
# because PostgreSQL's stemmer takes that for another word.
MEANINGS = (
    # people
    (
        "technical product manager",
        "tpm",
        "tpms",
        "tmp",
        "technical pm",
        "technical product management",
    ),
    ("product manager", "pm", "pms", "product management"),
    ("product owner", "po"),
    ("senior", "sr", "snr"),
    ("entry", "junior", "jr", "fresher"),
    ("mid", "intermediate", "middle"),
    ("lead", "head"),
    ("engineer", "developer", "dev", "swe", "sde"),
    ("quality assurance", "qa"),
    # Another job, and not a manager of programming.
    (
        "technical program manager",
        "technical programme manager",
        "program manager",
        "programme manager",
    ),
    # pay
    ("pay", "salary", "salaries", "compensation", "ctc", "wage", "earnings", "earn", "package"),
    ("lakh", "lpa"),
    ("years of experience", "yoe"),
    ("united states", "us", "usa", "america"),
    ("start up", "startup"),
    ("h 1b", "h1b"),
    # The guide has nothing on these, and no other word is meant.
    ("remote", "work from home", "wfh"),
    ("linkedin",),
    ("hindi",),
    # work
    ("go to market", "gtm"),
    ("minimum viable product", "mvp", "mvps"),
    ("specification", "product requirements document", "prd", "prds"),
    ("objectives and key results", "okr"),
    ("metrics", "key performance indicator", "kpi", "kpis"),
    ("user experience", "ux"),
    ("user interface", "ui"),
    ("proof of concept", "poc"),
    ("post incident review", "post mortem", "postmortem"),
    ("continuous integration", "ci"),
    ("continuous delivery", "continuous deployment", "cd"),
    ("service level agreement", "sla"),
    ("service level objective", "slo"),
    ("return on investment", "roi"),
    # technology
    ("artificial intelligence", "ai"),
    ("machine learning", "ml"),
    ("application programming interface", "api"),
    ("kubernetes", "k8s"),
    ("software as a service", "saas"),
    ("infrastructure as code", "iac"),
    ("large language model", "llm", "llms"),
    # becoming one
    ("course", "training", "certification", "certificate", "learning"),
    ("responsibilities", "responsibility", "duties", "tasks"),
    ("cv", "resume"),
    ("jd", "job description", "role description"),
    ("code", "coding", "programming"),
)

Phrase = tuple[str, ...]


def _by_phrase() -> Iterator[tuple[Phrase, tuple[Phrase, ...]]]:
    for meaning in MEANINGS:
        phrases = tuple(tuple(text.split()) for text in meaning)
        for phrase in phrases:
            yield phrase, (phrase, *(other for other in phrases if other != phrase))


# What means the same as a phrase, itself first.
SAME_AS = dict(_by_phrase())
LONGEST = max(map(len, SAME_AS))
