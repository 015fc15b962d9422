"""A plan as a file: written from what was asked for, read back into a query string."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Never

from django.http import QueryDict
from django.utils.translation import gettext

from roles.plan.asking import PREFIX, ROLE, START, TARGET, Asked
from roles.plan.gaps import Plan
from roles.plan.ladders import Ladder
from roles.plan.ratings import Rating
from roles.querystring import QueryError

FORMAT, VERSION = "tpmguide-plan", 1
# A plan that rates every skill of the guide has some ten thousand bytes.
MOST_BYTES = 64 * 1024
# What fits in an address together, unknown skills included.
MOST_SKILLS = 200
WORD = re.compile(r"[-\w]{1,60}", re.ASCII)


def written(asked: Asked, plan: Plan, ladders: Sequence[Ladder], *, release: str) -> dict[str, Any]:
    """Return the content of the file; only ids, ratings and levels are read back."""
    steps = {one.ladder.key: one.steps for one in (*plan.gaps, *plan.met)}
    return {
        "format": FORMAT,
        "version": VERSION,
        ROLE: asked.role,
        START: asked.start.value,
        TARGET: asked.target.value,
        "release": release,
        "skills": [
            _skill(ladder, asked, steps.get(ladder.key))
            for ladder in ladders
            if ladder.key in asked.ratings
        ],
    }


def _skill(ladder: Ladder, asked: Asked, steps: int | None) -> dict[str, Any]:
    rating, expected = asked.ratings[ladder.key], ladder.at(asked.target)
    return {
        "id": ladder.key,
        "title": ladder.title,
        "rating": rating.value,
        "rating_means": str(rating.label),
        "expected": str(expected.depth.label) if expected else None,
        "steps_missing": steps,
    }


def read_file(content: bytes) -> QueryDict:
    """Return the query string of the plan in a file; raise QueryError saying what is wrong."""
    plan = _parsed(content)
    if not isinstance(plan, dict) or (plan.get("format"), plan.get("version")) != (FORMAT, VERSION):
        message = gettext("This is not the file of a plan: its format is not “{name}” {version}.")
        raise refusal(message.format(name=FORMAT, version=VERSION))
    query = QueryDict(mutable=True)
    for name in (ROLE, START, TARGET):
        if name in plan:
            query[name] = _word(plan[name], what=f"“{name}”")
    for name, rating in _ratings(plan.get("skills")):
        query.appendlist(f"{PREFIX}{name}", rating)
    return query


def _parsed(content: bytes) -> Any:
    if len(content) > MOST_BYTES:
        message = gettext("The file is larger than {kilobytes} kB, so it is not a plan.")
        raise refusal(message.format(kilobytes=MOST_BYTES // 1024))
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise refusal(gettext("The file is not JSON as this guide writes it.")) from error


def _no_number(name: str) -> Never:
    """Refuse NaN and the infinities, which Python reads and JSON does not have."""
    raise ValueError(name)


def _word(value: object, *, what: str) -> str:
    if isinstance(value, str) and WORD.fullmatch(value):
        return value
    message = gettext("In the file {what} is not a word of up to 60 letters, digits and hyphens.")
    raise refusal(message.format(what=what))


def _ratings(skills: object) -> Iterator[tuple[str, str]]:
    if not isinstance(skills, list) or len(skills) > MOST_SKILLS:
        message = gettext("The file has no list “skills” of at most {most} skills.")
        raise refusal(message.format(most=MOST_SKILLS))
    for number, skill in enumerate(skills, start=1):
        given = skill if isinstance(skill, dict) else {}
        name = _word(
            given.get("id"), what=gettext("the “id” of skill {number}").format(number=number)
        )
        rating = given.get("rating")
        if type(rating) is not int or rating not in Rating.values:
            message = gettext("The “rating” of skill {number} is not a whole number from 0 to 4.")
            raise refusal(message.format(number=number))
        yield name, str(rating)


def refusal(message: str) -> QueryError:
    return QueryError(message, field="file", choices=())
