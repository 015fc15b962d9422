"""A published release of made-up rows: the guide's own words, and as many rows as a test wants."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from io import StringIO

import numpy as np
import pandas as pd
from django.conf import settings
from django.core.management import call_command
from numpy.typing import NDArray

from roles.choices import Level
from roles.models import Role, Source
from salaries.choices import CompanySize, Country, PayKind
from salaries.disclosure import history
from salaries.disclosure.releases import protected
from salaries.engine.building import build
from salaries.engine.facets import TEXTS
from salaries.models import City, DataRelease, Observation
from salaries.observed.snapshots import forget, name_of

RELEASE = "2026-12"
YEARS = (2024, 2025)
INDUSTRIES = ("", "banks", "software")
# A source says one kind of pay.
KINDS = (PayKind.BASE.value, PayKind.TOTAL.value, PayKind.ADVERTISED.value)


def publish(rows: int, *, seed: int = 1) -> pd.DataFrame:
    """Publish a release that holds one row, with a snapshot of so many; return the rows as drawn.

    The rows are protected as those of any release are. That they are not in the database is what
    makes a million of them a matter of seconds.
    """
    frame = drawn(rows, seed=seed)
    call_command("start_draft", RELEASE, stdout=StringIO())
    Observation.objects.create(**a_row(DataRelease.objects.get(slug=RELEASE)))
    call_command("publish_release", RELEASE, stdout=StringIO())
    release = DataRelease.objects.get(slug=RELEASE)
    kept = protected(frame, history.nothing())
    report = asdict(kept.report)
    build(kept.rows, settings.SNAPSHOTS, name=name_of([release]), report=report)
    forget()
    return frame


def a_row(release: DataRelease) -> dict[str, object]:
    role, source = Role.objects.earliest("pk"), Source.objects.earliest("pk")
    place = {"country": Country.INDIA, "currency": Country.INDIA.currency}
    known = {"release": release, "role": role, "source": source, "key": "a-1", **place}
    return known | {
        "pay_kind": PayKind.BASE,
        "pay": 2_000_000,
        "year": YEARS[-1],
        "is_current": True,
        "usable": True,
    }


def drawn(rows: int, *, seed: int) -> pd.DataFrame:
    """Return rows with unequal shares, so that some slices have many rows and others too few."""
    random = np.random.default_rng(seed)
    texts = {name: _drawn(random, values, rows) for name, values in vocabulary()}
    cities = {country: _drawn(random, cities_of(country), rows) for country in Country}
    is_india = texts["country"] == Country.INDIA
    scale = np.where(is_india, 2_000_000, 150_000) * random.lognormal(0, 0.4, rows)
    frame = pd.DataFrame(
        {
            "key": np.arange(rows),
            **texts,
            "city": np.where(is_india, cities[Country.INDIA], cities[Country.UNITED_STATES]),
            "pay_kind": pd.Series(texts["source"]).map(dict(zip(sources(), KINDS, strict=True))),
            "currency": np.where(is_india, Country.INDIA.currency, Country.UNITED_STATES.currency),
            "year": random.choice(YEARS, rows),
            "pay": scale.round(-2).astype(np.int64),
        }
    )
    return frame.astype(dict.fromkeys(("key", *TEXTS), "str"))


def vocabulary() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the facets that do not depend on the country, each with its values."""
    yield "source", sources()
    yield "role", list(Role.objects.order_by("pk").values_list("slug", flat=True))
    yield "country", Country.values
    yield "level", ["", *Level.values]
    yield "size", ["", *CompanySize.values]
    yield "industry", INDUSTRIES


def cities_of(country: Country) -> list[str]:
    return ["", *City.objects.filter(country=country).values_list("slug", flat=True)]


def sources() -> list[str]:
    return list(Source.objects.order_by("slug").values_list("slug", flat=True)[: len(KINDS)])


def _drawn(random: np.random.Generator, values: Sequence[str], rows: int) -> NDArray[np.object_]:
    # The second root leaves little for the last of many values.
    places = (random.random(rows) ** 2 * len(values)).astype(np.int64)
    return np.array(values, dtype=object)[places]
