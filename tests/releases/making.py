"""Releases with a few observations, made by imports as a steward makes them."""

from salaries.models import DataRelease
from salaries.releases.steps import publish
from tests.observations.files import text_of
from tests.observations.test_staging import run


def draft(*changes: dict[str, str], slug: str = "2027-05") -> DataRelease:
    """Return a draft that starts from the release in use and adds these observations."""
    outcome = run(text_of(*changes), slug)
    assert outcome.draft is not None
    return outcome.draft


def published(*changes: dict[str, str], slug: str = "2027-05", notes: str = "") -> DataRelease:
    return publish(draft(*changes, slug=slug).slug, notes)
