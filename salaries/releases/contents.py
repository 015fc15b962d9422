"""The rows of a release as plain values that are the same in every database."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from hashlib import sha256

from django.db.models import ForeignKey, Model, QuerySet

from salaries.models import DataRelease, Factor, Observation, PayFigure

Values = Mapping[str, object]
KINDS: tuple[type[Model], ...] = (Factor, Observation, PayFigure)
# A number in one database, and the state that is told apart from the data.
UNTOLD = {"id", "release"}
# Fields that came later are left out where they say nothing: the checksums of before stay right.
LATER = {"of_averages": False}
AT_ONCE = 2_000


def contents(model: type[Model], release: DataRelease) -> Iterator[Values]:
    """Yield each row by field name; what it refers to is named by its slug.

    In no order: databases sort texts differently.
    """
    names = fields_of(model)
    links = sources_of(release) if model is Factor else {}
    stored: QuerySet[Model] = QuerySet(model).filter(release=release).order_by()
    for row in stored.values_list(*names.values()).iterator(AT_ONCE):
        values = dict(zip(names, map(plain, row), strict=True))
        if model is Factor:
            values["sources"] = links.get(str(values["key"]), [])
        yield {name: value for name, value in values.items() if value != LATER.get(name, ...)}


def fields_of(model: type[Model]) -> dict[str, str]:
    """Return the path to the value of each field."""
    return {
        field.name: f"{field.name}__slug" if isinstance(field, ForeignKey) else field.name
        for field in model._meta.concrete_fields
        if field.name not in UNTOLD
    }


def sources_of(release: DataRelease) -> dict[str, list[str]]:
    """Return the sources of each factor, in alphabetical order."""
    links: dict[str, list[str]] = {}
    pairs = Factor.objects.of_release(release).values_list("key", "sources__slug")
    for key, slug in pairs:
        links.setdefault(key, []).append(slug)
    return {key: sorted(slugs) for key, slugs in links.items()}


def plain(value: object) -> object:
    """Return a value that JSON can hold."""
    return str(value) if isinstance(value, Decimal) else value


def checksum(release: DataRelease) -> str:
    """Return the SHA-256 of the release's data.

    Each row is a line of JSON: the kind of row and its fields in alphabetical order. The
    SHA-256 digests of all lines, sorted and put behind one another, are hashed once more.
    """
    digests = [line_digest(model, row) for model in KINDS for row in contents(model, release)]
    return sha256(b"".join(sorted(digests))).hexdigest()


def seal(slugs: Iterable[str], *, anew: bool = True) -> None:
    """Store the checksum of these releases, as far as they are published, where it is another.

    Publishing does so for a release that a steward makes; this is for those that are shipped. If
    not anew, one that has a checksum keeps it.
    """
    shipped = DataRelease.objects.shown().filter(slug__in=slugs)
    for release in shipped if anew else shipped.filter(checksum=""):
        found = checksum(release)
        if found != release.checksum:
            DataRelease.objects.filter(pk=release.pk).update(checksum=found)


def changed_since_sealed(slugs: Iterable[str]) -> set[str]:
    """Return which of these releases hold other rows than their checksum says."""
    shown = DataRelease.objects.shown().filter(slug__in=slugs).exclude(checksum="")
    return {release.slug for release in shown if checksum(release) != release.checksum}


def line_digest(model: type[Model], row: Values) -> bytes:
    line = json.dumps([model.__name__.lower(), row], sort_keys=True, separators=(",", ":"))
    return sha256(line.encode()).digest()
