"""Small worlds of pay, and what becomes of them from release to release."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import pandas as pd
from hypothesis import strategies as st

from salaries.engine.facets import COLUMNS

PLAIN = {
    "source": "a-survey",
    "role": "product-manager",
    "level": "mid",
    "country": "india",
    "city": "",
    "size": "",
    "industry": "",
    "pay_kind": "base",
    "currency": "INR",
    "year": 2025,
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose pay tells who it is, so that the attacker knows whom an answer rests on."""

    key: str
    pay: int
    facets: dict[str, str]
    answers: bool = True


def world(*groups: tuple[int, dict[str, str]]) -> list[Person]:
    """Return so many people of each description."""
    described = [facets for n, facets in groups for _ in range(n)]
    return [Person(f"k{at}", 1_000 * (at + 1), facets) for at, facets in enumerate(described)]


def frame(people: Iterable[Person]) -> pd.DataFrame:
    lines = [
        {**PLAIN, **one.facets, "key": one.key, "pay": one.pay} for one in people if one.answers
    ]
    kinds = dict.fromkeys(COLUMNS, "str") | {"year": "int64", "pay": "int64"}
    return pd.DataFrame(lines, columns=list(COLUMNS)).astype(kinds)


Change = Callable[[Person], Person]
moves: dict[str, Change] = {
    "comes or goes": lambda one: replace(one, answers=not one.answers),
    "is paid more": lambda one: replace(one, pay=one.pay + 1),
    "is paid less": lambda one: replace(one, pay=one.pay - 1),
    "moves to Pune": lambda one: replace(one, facets={**one.facets, "city": "pune"}),
    "leaves Pune": lambda one: replace(one, facets={**one.facets, "city": ""}),
}


def changed(people: list[Person], how: str, at: slice) -> list[Person]:
    """Return the people after some of them changed in one way."""
    those = {one.key for one in people[at]}
    return [moves[how](one) if one.key in those else one for one in people]


# Few values, so that small groups, their siblings and their complements are all common.
descriptions = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["s1", "s2"]),
        "level": st.sampled_from(["", "lead"]),
        "city": st.sampled_from(["", "pune", "delhi"]),
        "industry": st.sampled_from(["", "banks"]),
    }
)
groups = st.lists(st.tuples(st.integers(1, 7), descriptions), max_size=10)
events = st.tuples(
    st.sampled_from(sorted(moves)),
    st.integers(0, 40),
    st.integers(1, 9),
)


@st.composite
def successions(draw: st.DrawFn) -> list[pd.DataFrame]:
    """Draw the rows of one to four releases; between two, people come, go and change."""
    people = world(*draw(groups))
    everybody = changed(people, "comes or goes", slice(draw(st.integers(0, 40)), None))
    found = [frame(everybody)]
    for happens in draw(st.lists(st.lists(events, max_size=5), max_size=3)):
        for how, first, many in happens:
            everybody = changed(everybody, how, slice(first, first + many))
        found.append(frame(everybody))
    return found
