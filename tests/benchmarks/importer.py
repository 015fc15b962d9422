"""Writes observations in one of two ways, or makes their snapshot, and says how long it took.

It runs in a process of its own, with the database that the environment names.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import django
from django.db import transaction

AT_ONCE = 5_000


def by_import(path: Path, slug: str) -> None:
    """Read, check, name, stage and put in place, as the command does."""
    importing = import_module("salaries.observations.importing")
    reading = import_module("salaries.observations.examining").Reading()
    target = import_module("salaries.observations.drafts").target
    with path.open("rb") as raw:
        importing.import_file(
            raw, reading, target(slug), leave_out=False, progress=lambda _line: None
        )


def by_bulk_create(path: Path, slug: str) -> None:
    """Do what a loop over the lines would do; it checks nothing and believes every cell."""
    models = import_module("salaries.models")
    release = models.DataRelease.objects.create(slug=slug, as_of=date(2026, 12, 1))
    with path.open(newline="") as file, transaction.atomic():
        rows = observations(file, release)
        while some := list(islice(rows, AT_ONCE)):
            models.Observation.objects.bulk_create(some)


def observations(file: Any, release: Any) -> Iterator[Any]:
    models, guide = import_module("salaries.models"), import_module("roles.models")
    sources = dict(guide.Source.objects.values_list("slug", "pk"))
    roles = dict(guide.Role.objects.values_list("slug", "pk"))
    cities = {(city.country, city.name): city.pk for city in models.City.objects.all()}
    words = ("key", "level", "country", "region", "size", "industry", "employment_type", "remote")
    for row in csv.DictReader(file):
        yield models.Observation(
            release=release,
            source_id=sources[row["source"]],
            role_id=roles[row["role"]],
            city_id=cities.get((row["country"], row["city"])),
            title_raw=row["title"],
            city_raw=row["city"],
            **{name: row[name] for name in (*words, "pay_kind", "currency", "flags")},
            **{name: int(row[name]) if row[name] else None for name in ("pay", "low", "high")},
            year=int(row["year"]),
            years_experience=row["years_experience"] or None,
            is_current=int(row["year"]) >= 2023,
            usable=row["usable"] == "yes",
        )


def by_snapshot(folder: Path, slug: str) -> None:
    making = import_module("salaries.observed.making")
    release = import_module("salaries.models").DataRelease.objects.get(slug=slug)
    with TemporaryDirectory(dir=folder) as own:
        making.make([release], Path(own), name="0" * 64)


WAYS: dict[str, Callable[[Path, str], None]] = {
    "import": by_import,
    "bulk_create": by_bulk_create,
    "snapshot": by_snapshot,
}


def main(way: str, path: str, slug: str) -> None:
    django.setup()
    # What it needs is imported before the clock runs, as in a worker that serves already.
    for module in ("observations.importing", "observations.drafts", "observed.making"):
        import_module(f"salaries.{module}")
    began = perf_counter()
    WAYS[way](Path(path), slug)
    taken = perf_counter() - began
    sys.stdout.write(json.dumps({"seconds": taken}))


if __name__ == "__main__":
    main(*sys.argv[1:])
