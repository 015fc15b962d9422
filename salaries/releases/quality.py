"""How good the data of a release are, as counts that a query of the database gives again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.models import Source
from salaries import money
from salaries.choices import Kind
from salaries.engine.snapshot import Snapshot
from salaries.models import DataRelease, Observation
from salaries.models.observations import ObservationQuerySet
from salaries.observations.plausible import PLAUSIBLE
from salaries.releases.counts import (
    LIMITS,
    counted_once,
    holding,
    observations_by_source,
    rows_said,
)
from salaries.releases.doubts import LACKS, flags_of

# The heading of each table, and how it is counted.
TABLES = {
    "kinds": (
        gettext_lazy("What the release holds"),
        gettext_lazy(
            "Figures are published bands and percentiles; observations are single rows. Figures "
            "rest on rows that are usable and not too old to count as current."
        ),
    ),
    "sources": (
        gettext_lazy("Observations by source"),
        gettext_lazy("Every row that is kept, usable or not."),
    ),
    "quality": (
        gettext_lazy("What observations lack"),
        gettext_lazy(
            "A duplicate says in every field what another row says; two people may have said the "
            "same. The plausible range is {ranges}."
        ),
    ),
    "unusable": (
        gettext_lazy("Why observations are not used"),
        gettext_lazy("A row that is not used is kept with its reasons; a row may have several."),
    ),
    "protection": (
        gettext_lazy("What is held back so that no figure tells of few people"),
        gettext_lazy(
            "Where fewer than five rows agree in everything that a visitor can filter by, they are "
            "shown without industry, city, size or level; where that is not enough, not at all. A "
            "correction of fewer than five rows waits for more."
        ),
    ),
}
# How many rows of each sort, as the report of a snapshot names them.
PROTECTION = {
    "recoded": gettext_lazy("Shown without something that is known of them"),
    "withheld": gettext_lazy("Not shown in any figure"),
    "held_back": gettext_lazy("Shown as an earlier release has them"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows there are of a sort; url is their list in the admin, page is about the sort.

    Of observations the number is said rounded down, so that it tells nothing of one person.
    """

    label: str
    number: int
    url: str = ""
    page: str = ""
    is_of_people: bool = False

    @property
    def said(self) -> str:
        return rows_said(self.number) if self.is_of_people else f"{self.number:,}"


@dataclass(frozen=True, slots=True)
class Table:
    """Tallies under one heading; the note says how they are counted."""

    anchor: str
    heading: str
    note: str
    tallies: tuple[Tally, ...]


def tables(release: DataRelease, snapshot: Snapshot | None) -> list[Table]:
    """Return what is counted of a release; its counts are kept once they cannot change.

    What is held back is known of a release with a snapshot, from which visitors are answered.
    """
    rows = Observation.objects.of_release(release)
    found = [
        table("kinds", held(release, rows)),
        table("sources", by_source(release)),
        table("quality", lacking(release, rows)),
        table("unusable", by_flag(release, rows)),
    ]
    if snapshot is not None:
        found.append(table("protection", held_back(snapshot)))
    return found


def table(anchor: str, tallies: Iterable[Tally]) -> Table:
    heading, note = TABLES[anchor]
    return Table(anchor, str(heading), note.format(ranges=plausible_ranges()), tuple(tallies))


def plausible_ranges() -> str:
    ranges = (
        gettext("{low} to {high} {currency}").format(
            low=money.grouped(low, currency),
            high=money.grouped(high, currency),
            currency=currency.value,
        )
        for currency, (low, high) in PLAUSIBLE.items()
    )
    return ", ".join(ranges)


def held(release: DataRelease, rows: ObservationQuerySet) -> Iterator[Tally]:
    found = holding(release)
    every, rested_on = counted_once(
        "comparable", [release], lambda: (rows.count(), rows.comparable().count())
    )
    for label, number, kind in (
        (gettext("Reported figures"), found.reported, Kind.REPORTED),
        (gettext("Observed figures"), found.observed, Kind.OBSERVED),
    ):
        yield Tally(label, number, link("payfigure", release, ("kind__exact", kind.value)))
    yield Tally(gettext("Pay ratios"), found.factors, link("factor", release))
    yield of_people(gettext("Observations"), every, link("observation", release))
    url = link("observation", release, ("usable__exact", 1), ("is_current__exact", 1))
    yield of_people(gettext("Observations that figures may rest on"), rested_on, url)


def by_source(release: DataRelease) -> Iterator[Tally]:
    """Give the sources in the order of their slugs, but for those that few rows are of."""
    counted = observations_by_source(release)
    sources = Source.objects.in_bulk(list(counted), field_name="slug")
    for slug, number in counted.items():
        source = sources[slug]
        url = link("observation", release, ("source__id__exact", source.pk))
        yield of_people(source.short_name, number, url, page=source.get_absolute_url())


def lacking(release: DataRelease, rows: ObservationQuerySet) -> Iterator[Tally]:
    """Give what is missing or strange; a row may be counted more than once."""
    counted = counted_once("lacks", [release], lambda: [lack.which(rows).count() for lack in LACKS])
    for lack, number in zip(LACKS, counted, strict=True):
        yield of_people(str(lack.label), number, link("observation", release, lack.query))


def by_flag(release: DataRelease, rows: ObservationQuerySet) -> Iterator[Tally]:
    """Give the reasons in the order of their words, but for those that few rows have."""
    for flag, number in sorted(counted_once("flags", [release], lambda: flags(rows)).items()):
        if number >= LIMITS.hide:
            url = link("observation", release, ("usable__exact", 0), ("flag", flag))
            yield of_people(flag.replace("_", " "), number, url)


def flags(rows: ObservationQuerySet) -> dict[str, int]:
    counted = rows.unusable().order_by().values_list("flags").annotate(number=Count("pk"))
    found: Counter[str] = Counter()
    for text, number in counted:
        found.update(dict.fromkeys(flags_of(text), number))
    return dict(found)


def held_back(snapshot: Snapshot) -> Iterator[Tally]:
    """Give how many rows are not shown as they came; which ones those are, no page says."""
    for name, label in PROTECTION.items():
        yield of_people(str(label), snapshot.report[name])


def of_people(label: str, number: int, url: str = "", *, page: str = "") -> Tally:
    return Tally(label, number, url, page, is_of_people=True)


def link(model: str, release: DataRelease, *found: tuple[str, object]) -> str:
    """Return the address of the admin's list of these rows."""
    query = urlencode([("release__id__exact", release.pk), *found])
    return f"{reverse(f'admin:salaries_{model}_changelist')}?{query}"
