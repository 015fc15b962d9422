"""Ladders and queries of plans as tests make them."""

from collections.abc import Callable, Mapping

from django.http import QueryDict
from hypothesis import strategies as st

from roles.choices import Level, Proficiency, SkillGroup
from roles.plan.asking import Asked, read_plan
from roles.plan.ladders import Known, Ladder, Rung
from roles.plan.ratings import Rating
from roles.querystring import QueryError

TPM = "technical-product-manager"
KNOWN = Known(
    {"tpm": TPM, TPM: TPM},
    {"apis": "kt-02", "sql": "kt-06", "kt-02": "kt-02", "kt-06": "kt-06"},
)
DEPTHS = st.sampled_from(Proficiency)
RATINGS = st.sampled_from(Rating)


def ladder(key: str, depths: Mapping[Level, Proficiency]) -> Ladder:
    """Return a skill whose descriptors name its key, the level and the depth."""
    rungs = (Rung(level, depth, f"{key} {level} {depth}.") for level, depth in depths.items())
    return Ladder(
        key, f"slug-{key}", key.title(), SkillGroup.TECHNICAL, f"/skills/{key}/", tuple(rungs)
    )


def senior(key: str, depth: Proficiency) -> Ladder:
    return ladder(key, {Level.SENIOR: depth})


def asked_for(ratings: Mapping[str, Rating]) -> Asked:
    return Asked(start=Level.MID, target=Level.SENIOR, ratings=ratings)


def read(query: str) -> Asked:
    return read_plan(QueryDict(query), KNOWN)


def error_of(reading: Callable[[], object]) -> QueryError | None:
    """Return the refusal of what is read; any other error is one of the test."""
    try:
        reading()
    except QueryError as error:
        return error
    return None


# Any skills of which each level may say any depth or nothing, and ratings of some of them.
LADDERS = st.lists(st.dictionaries(st.sampled_from(Level), DEPTHS), max_size=8).map(
    lambda many: [ladder(f"kt-{at:02}", depths) for at, depths in enumerate(many)]
)
MARKS = st.dictionaries(st.integers(0, 8).map(lambda at: f"kt-{at:02}"), RATINGS)
