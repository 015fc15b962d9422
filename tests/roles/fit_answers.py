"""The shipped answers of the fit helper as a test draws and counts them, read from the fixture."""

import json
from collections.abc import Mapping

from django.conf import settings
from hypothesis import HealthCheck
from hypothesis import settings as drawing
from hypothesis import strategies as st

RECORDS = json.loads((settings.FIXTURE_DIRS[0] / "fit.json").read_text())
# Which way each answer pushes, by question and letter.
PUSHES: dict[str, dict[str, str]] = {}
for record in RECORDS:
    if record["model"] == "roles.fitanswer":
        fields = record["fields"]
        PUSHES.setdefault(fields["question"][0], {})[fields["letter"]] = fields["push"]
# Any set of answers; an empty letter leaves a question open.
LETTERS = st.fixed_dictionaries(
    {question: st.sampled_from(["", *letters]) for question, letters in PUSHES.items()}
).map(lambda letters: {question: letters[question] for question in PUSHES})
MANY = drawing(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FEWER = drawing(MANY, max_examples=40)


def pushed(letters: Mapping[str, str], push: str) -> list[str]:
    """Return the questions whose answer pushes so, in the order of the page."""
    return [name for name in PUSHES if PUSHES[name].get(letters[name]) == push]


def direction_by_hand(letters: Mapping[str, str]) -> str:
    ahead = len(pushed(letters, "tpm")) - len(pushed(letters, "pm"))
    if ahead in {-2, -1, 0, 1, 2}:
        return "no clear lean"
    return "leans to TPM" if ahead > 0 else "leans to PM"
