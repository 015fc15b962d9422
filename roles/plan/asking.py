"""The only reader of a plan's query string, and the writer of its canonical form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext

from roles.choices import MAIN_ROLE, Level
from roles.plan.ladders import Known
from roles.plan.ratings import Rating
from roles.querystring import QueryError, echo, one, too_many, unknown_names

ROLE, START, TARGET, RELEASE = PARAMETERS = ("role", "from", "to", "release")
# Before the key of a skill: “s.kt-02=2”.
PREFIX = "s."
# The last level has none above it.
STARTS = tuple(Level)[:-1]


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan as it is asked for: two levels, and ratings by the key of their skill, in order.

    The release is that of the pay beside the plan. dropped are the skills nobody knows; by_slug
    says that a skill goes by a name that an editor may change.
    """

    role: str = MAIN_ROLE
    start: Level = Level.ENTRY
    target: Level = Level.MID
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    release: str = ""
    ignored: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    by_slug: bool = False
    is_blank: bool = False

    def query(self, *, release: str = "") -> str:
        """Return the canonical query string, of this release where one is given."""
        pairs = [
            *([(ROLE, self.role)] if self.role != MAIN_ROLE else []),
            (START, self.start.value),
            (TARGET, self.target.value),
            *([(RELEASE, release)] if release else []),
            *((f"{PREFIX}{key}", str(rating.value)) for key, rating in self.ratings.items()),
        ]
        return urlencode(pairs)


def read_plan(query: QueryDict, known: Known) -> Asked:
    """Read what is asked for; raise QueryError for a value that no plan answers."""
    given = [name for name in query if name.startswith(PREFIX)]
    named = [name.removeprefix(PREFIX) for name in given]
    ratings = read_ratings(query, given, known.skills)
    start, target = read_levels(query)
    return Asked(
        read_role(query, known.roles),
        start,
        target,
        {key: ratings[key] for key in dict.fromkeys(known.skills.values()) if key in ratings},
        one(query, RELEASE),
        unknown_names(query, known={*PARAMETERS, *given}),
        unknown_names(given, known={f"{PREFIX}{name}" for name in known.skills}),
        by_slug=any(known.skills.get(name, name) != name for name in named),
        is_blank=not (ratings or any(query.get(name) for name in PARAMETERS)),
    )


def read_role(query: QueryDict, roles: Mapping[str, str]) -> str:
    name = one(query, ROLE)
    if name and name.lower() not in roles:
        message = gettext(
            "“{value}” is not a role whose skills the guide describes by level."
        ).format(value=echo(name))
        raise QueryError(message, field=ROLE, choices=roles)
    return roles[name.lower()] if name else MAIN_ROLE


def read_levels(query: QueryDict) -> tuple[Level, Level]:
    """Return where the plan starts and where it leads: to the next level, unless it says more."""
    start = read_level(
        query, START, STARTS, gettext("“{value}” is not a level with another above it.")
    )
    refusal = gettext("“{value}” is not a level above {level}.")
    above = tuple(Level)[start.rank + 1 :]
    # The level is put in and the value, which comes from the visitor, is left for later.
    return start, read_level(
        query, TARGET, above, refusal.format(value="{value}", level=start.label)
    )


def read_level(query: QueryDict, name: str, levels: Sequence[Level], refusal: str) -> Level:
    """Return the level of that name among these, the first of them where none is named."""
    text = one(query, name)
    if text and text not in levels:
        choices = [level.value for level in levels]
        raise QueryError(refusal.format(value=echo(text)), field=name, choices=choices)
    return Level(text) if text else levels[0]


def read_ratings(
    query: QueryDict, names: Iterable[str], skills: Mapping[str, str]
) -> dict[str, Rating]:
    """Return the ratings by key; a skill that nobody knows or that is left open has none."""
    ratings: dict[str, Rating] = {}
    for name in names:
        key = skills.get(name.removeprefix(PREFIX))
        text = one(query, name) if key else ""
        if key and text:
            rating = read_rating(name, text)
            if ratings.setdefault(key, rating) is not rating:
                raise too_many(name, [str(ratings[key].value), text])
    return ratings


def read_rating(name: str, text: str) -> Rating:
    if text not in Rating.choices_said():
        message = gettext(
            "“{value}” is not a rating: give a number from 0 (not yet) to 4 (expert)."
        ).format(value=echo(text))
        raise QueryError(message, field=echo(name), choices=Rating.choices_said())
    return Rating(int(text))
