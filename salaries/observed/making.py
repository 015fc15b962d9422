"""A snapshot, made from the database. It takes pandas, which the workers do without."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from django.db import connection
from django.db.models import Case, F, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.db.models.sql import Query
from numpy.typing import NDArray

from roles.choices import Level
from roles.models import Role, Source
from salaries.choices import CompanySize, Country, PayKind
from salaries.disclosure import history, releases
from salaries.engine import building
from salaries.engine.facets import COLUMNS
from salaries.garbage import undisturbed
from salaries.models import City, DataRelease, Observation
from salaries.models.observations import CURRENCIES
from salaries.models.years import EARLIEST_YEAR
from salaries.thresholds import FEWEST_TO_SHOW

AT_ONCE = 10_000
# The facets of fixed words: the database says them all in one number, because to make a text of
# each cell takes most of the time. It looks for a word from the first on.
WORDS: dict[str, Sequence[str]] = {
    "level": ("", *Level.values),
    "country": Country.values,
    "size": ("", *CompanySize.values),
    "pay_kind": PayKind.values,
    "currency": CURRENCIES,
}
# What is fetched, and what pandas makes of it.
FETCHED: dict[str, Any] = {"key": "str", "industry": "category"} | dict.fromkeys(
    ("source_id", "role_id", "of_city", "cell", "pay"), "int64"
)
# No city has the number, and no row whose words are all known.
NO_CITY, NO_WORD = 0, -1


def make(before: Iterable[DataRelease], folder: Path, *, name: str) -> None:
    """Write the snapshot of the last of these releases, the oldest of which comes first."""
    past, last = history.nothing(), None
    for release in before:
        last = releases.protected(observations_of(release), past, fewest=FEWEST_TO_SHOW)
        past = last.history
    if last is not None:
        report = asdict(last.report)
        building.build(last.rows, folder, name=name, report=report)


def observations_of(release: DataRelease) -> pd.DataFrame:
    """Return what is comparable today: the usable, current observations, a row each.

    The columns are those of engine.facets.COLUMNS; "" is "not known". Raise FrameShapeError for
    rows that no field allows, as after a restore by hand.
    """
    kept = Observation.objects.of_release(release).comparable().order_by()
    rows = kept.annotate(
        of_city=Coalesce("city_id", NO_CITY), cell=Coalesce(numbered(), NO_WORD)
    ).values_list(*FETCHED)
    with undisturbed():
        found = (copied if connection.vendor == "postgresql" else fetched)(rows.query)
    sources, roles, cities, cells = (
        found[name].to_numpy() for name in ("source_id", "role_id", "of_city", "cell")
    )
    if (cells <= NO_WORD).any():
        raise building.FrameShapeError("A row says a word that no field has.")
    said = {
        "key": found["key"],
        "industry": found["industry"],
        "source": named(sources, dict(Source.objects.values_list("pk", "slug"))),
        "role": named(roles, dict(Role.objects.values_list("pk", "slug"))),
        "city": named(cities, dict(City.objects.values_list("pk", "slug")) | {NO_CITY: ""}),
        "pay": found["pay"],
    }
    return pd.DataFrame(said | worded(cells), columns=list(COLUMNS), copy=False)


def copied(query: Query) -> pd.DataFrame:
    """Return what a query finds; PostgreSQL sends the first rows while it looks for the next."""
    sql, values = query.sql_with_params()
    statement = f"COPY ({sql}) TO STDOUT (FORMAT csv)"
    # The cursor of the driver itself: that of Django passes a COPY no values while queries are
    # logged, and wraps no error of it.
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.cursor.copy(statement, values) as copy,
    ):
        text = BytesIO(b"".join(copy))
    return pd.read_csv(text, names=list(FETCHED), dtype=FETCHED, keep_default_na=False)


def fetched(query: Query) -> pd.DataFrame:
    """Return what a query finds, as the database says it."""
    found: dict[str, list[Any]] = {name: [] for name in FETCHED}
    with connection.chunked_cursor() as cursor:
        cursor.execute(*query.sql_with_params())
        while rows := cursor.fetchmany(AT_ONCE):
            for column, cells in zip(found.values(), zip(*rows, strict=True), strict=True):
                column.extend(cells)
    columns = {
        name: pd.Series(cells, dtype=FETCHED[name], copy=False) for name, cells in found.items()
    }
    return pd.DataFrame(columns, copy=False)


def numbered() -> Combinable:
    """Return the number of a row's words and year, of which each is a digit."""
    number: Combinable = F("year") - EARLIEST_YEAR
    for name, words in WORDS.items():
        digit = Case(*(When(**{name: word}, then=at) for at, word in enumerate(words)))
        number = number * len(words) + digit
    return number


def worded(numbers: NDArray[np.int64]) -> dict[str, Any]:
    """Return the facets that the numbers stand for."""
    found: dict[str, Any] = {}
    for name, words in reversed(WORDS.items()):
        numbers, places = np.divmod(numbers, len(words))
        found[name] = pd.Categorical.from_codes(places, pd.Index(words))
    return found | {"year": numbers + EARLIEST_YEAR}


def named(numbers: NDArray[np.int64], names: Mapping[int, str]) -> "pd.Categorical[str]":
    places, found = pd.factorize(numbers)
    return pd.Categorical.from_codes(places, pd.Index([names[number] for number in found.tolist()]))
