"""Query strings that mean harm: wrong, endless, half understood, or right and as dear as can be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeVar
from urllib.parse import quote, urlencode

import numpy as np

from roles.choices import Level
from salaries.asking.combinations import MOST_SLICES
from salaries.asking.filters import SalaryFilter
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import CompanySize, Country, Kind
from salaries.slices import SORTS
from tests.observed.synthetic import INDUSTRIES, sources

Random = np.random.Generator
Value = TypeVar("Value")
PAGES = ("/salaries/", "/hi/salaries/", "/salaries/figure.json", "/salaries/card.svg")
EXPORT, API = "/salaries/export.csv", "/api/v1/salaries/"
# Each third is of one kind: pages, the file, the API.
ADDRESSES = (*PAGES, *[EXPORT] * len(PAGES), *[API] * len(PAGES))
NAMES = tuple(SalaryFilter.base_filters)
OTHER_NAMES = ("level[]", "city__in", "LEVEL", "pay", "colour", "", "\0", "lével", "__proto__")
TEXTS = (
    *(
        "\0",
        "se\0nior",
        "\ufeffsenior",
        "\u202esenior",
        "\uff53\uff45nior",
        "😀" * 40,
        "\r\nSet-Cookie: a=1",
    ),
    *("senior' OR '1'='1", "1; DROP TABLE roles_role", "../../etc/passwd", "{{ 7*7 }}", "%s%n"),
    *("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "senior,mid", "Senior", "*", "null", "-0"),
    *(
        "bangalore",
        "NaN",
        "1e309",
        "0x10",
        "٣",
        "-1",
        "0",
        "999",
        "1000",
        f"{2**63}",
        "9" * 4_000,
        "x" * 9_000,
    ),
)
RAW = ("%", "%zz", "%FF%FE", "%ED%A0%80", "&&&&", "=", "==&=", "?", "#", "level", "+", "&" * 3_000)


@dataclass(frozen=True, slots=True)
class Words:
    """The words that each parameter knows."""

    known: dict[str, Sequence[str]]

    @classmethod
    def of_the_site(cls) -> "Words":
        vocabulary = Vocabulary()
        return cls(
            {
                "role": list(vocabulary.roles),
                "level": Level.values,
                "country": Country.values,
                "city": list(vocabulary.cities),
                "size": CompanySize.values,
                "industry": [*filter(None, INDUSTRIES)],
                "source": sources(),
                "kind": Kind.values,
                "sort": SORTS,
                "page": ["1", "2", "5"],
            }
        )


def requests(count: int, *, words: Words, seed: int = 7) -> Iterator[str]:
    """Yield paths with their query, always the same ones for a seed."""
    random = np.random.default_rng(seed)
    kinds: tuple[Callable[[Random, Words], str], ...] = (sensible, dear, mixed, wrong, endless, raw)
    for _ in range(count):
        yield f"{one_of(random, ADDRESSES)}?{one_of(random, kinds)(random, words)}"


def sensible(random: Random, words: Words) -> str:
    """Return one known word for some of the parameters."""
    return urlencode([(name, one_of(random, words.known[name])) for name in some(random, words)])


def dear(random: Random, words: Words) -> str:
    """Return about as much work as the site lets anybody ask for, or more."""
    chosen = {name: some_of(random, words.known[name]) for name in ("role", "size", "level")}
    each = prod(len(values) or 1 for values in chosen.values())
    cities = random.permutation(words.known["city"]).tolist()
    chosen["city"] = cities[: MOST_SLICES // each + random.integers(-1, 2)]
    pairs = [(name, word) for name, values in chosen.items() for word in values]
    return urlencode([*some_of(random, pairs), *pairs, ("sort", one_of(random, SORTS))])


def mixed(random: Random, words: Words) -> str:
    """Return something wrong beside what is right."""
    return "&".join([sensible(random, words), one_of(random, (wrong, raw))(random, words)])


def wrong(random: Random, _words: Words) -> str:
    """Return a text that no parameter knows, or a parameter that nobody knows."""
    name = one_of(random, (*NAMES, *NAMES, *OTHER_NAMES))
    texts = [one_of(random, TEXTS), "".join(chr(int(random.integers(1, 0xD800))) for _ in range(9))]
    return urlencode([(name, one_of(random, texts)) for _ in range(random.integers(1, 4))])


def endless(random: Random, words: Words) -> str:
    """Return the same parameter again and again, as long as a request line may be."""
    name = one_of(random, sorted(words.known))
    text = one_of(random, [*words.known[name], quote(one_of(random, TEXTS)[:40])])
    pair = f"{name}={text}&"
    return (pair * (12_000 // len(pair)))[: random.integers(100, 12_000)]


def raw(random: Random, words: Words) -> str:
    """Return what no browser sends."""
    return f"{one_of(random, RAW)}{sensible(random, words)}{one_of(random, RAW)}"


def some(random: Random, words: Words) -> list[str]:
    return some_of(random, sorted(words.known))[:6]


def one_of(random: Random, values: Sequence[Value]) -> Value:
    return values[int(random.integers(len(values)))]


def some_of(random: Random, values: Sequence[Value]) -> list[Value]:
    """Return none to all of the values, in any order."""
    places = random.permutation(len(values))[: random.integers(len(values) + 1)]
    return [values[place] for place in places]
