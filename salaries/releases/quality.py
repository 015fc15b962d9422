"""How good the data of a release are, as counts that a query of the database gives again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from salaries.choices import Kind
from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.models.observations import ObservationQuerySet
from salaries.observations.columns import FIELDS
from salaries.observations.plausible import PLAUSIBLE

CONTENT = tuple(name for name in FIELDS if name != "key")
OUTSIDE = reduce(
    or_,
    (
        Q(currency=currency) & (Q(pay__lt=low) | Q(pay__gt=high))
        for currency, (low, high) in PLAUSIBLE.items()
    ),
)
# The heading of each table, and how it is counted.
TABLES = {
    "kinds": (
        gettext_lazy("What the release holds"),
        gettext_lazy("Figures are published bands and percentiles; observations are single rows."),
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
}
FIGURES = {
    Kind.REPORTED: gettext_lazy("Reported figures"),
    Kind.OBSERVED: gettext_lazy("Observed figures"),
}
WANTING = {
    "level": gettext_lazy("Level not known"),
    "city_raw": gettext_lazy("City not known"),
    "size": gettext_lazy("Company size not known"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows there are of a sort, and where they are: on a page, or in the admin."""

    label: str
    number: int
    url: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Tallies under one heading; the note says how they are counted."""

    anchor: str
    heading: str
    note: str
    tallies: tuple[Tally, ...]


def tables(release: DataRelease) -> tuple[Table, ...]:
    """Return what is counted of a release, each row by a query of its own sort."""
    rows = Observation.objects.of_release(release)
    return (
        table("kinds", held(release)),
        table("sources", by_source(rows)),
        table("quality", lacking(release, rows)),
        table("unusable", by_flag(rows)),
    )


def table(anchor: str, tallies: Iterable[Tally]) -> Table:
    heading, note = TABLES[anchor]
    return Table(anchor, str(heading), note.format(ranges=plausible_ranges()), tuple(tallies))


def plausible_ranges() -> str:
    ranges = (
        gettext("{low} to {high} {currency}").format(
            low=f"{low:,}", high=f"{high:,}", currency=currency.value
        )
        for currency, (low, high) in PLAUSIBLE.items()
    )
    return ", ".join(ranges)


def held(release: DataRelease) -> Iterator[Tally]:
    figures = PayFigure.objects.of_release(release)
    for kind, label in FIGURES.items():
        found = link("payfigure", release, kind=kind)
        yield Tally(str(label), figures.filter(kind=kind).count(), found)
    factors = Factor.objects.of_release(release).count()
    yield Tally(gettext("Pay ratios"), factors, link("factor", release))
    rows = Observation.objects.of_release(release)
    yield Tally(gettext("Observations"), rows.count(), link("observation", release))
    usable = link("observation", release, usable=1)
    yield Tally(gettext("Observations that figures may rest on"), rows.usable().count(), usable)


def by_source(rows: ObservationQuerySet) -> Iterator[Tally]:
    counted = rows.order_by("source__slug").values_list("source__short_name", "source__slug")
    for name, slug, number in counted.annotate(number=Count("pk")):
        yield Tally(name, number, reverse("source", args=[slug]), is_public=True)


def lacking(release: DataRelease, rows: ObservationQuerySet) -> Iterator[Tally]:
    """Give what is missing or strange; a row may be counted more than once."""
    equal = rows.order_by().values(*CONTENT).annotate(number=Count("pk")).filter(number__gt=1)
    doubles = sum(number - 1 for number in equal.values_list("number", flat=True))
    yield Tally(gettext("Duplicates of another row"), doubles)
    yield Tally(gettext("Outside the plausible range"), rows.filter(OUTSIDE).count())
    for field, label in WANTING.items():
        url = link("observation", release, **{field: ""})
        yield Tally(str(label), rows.filter(**{field: ""}).count(), url)
    outside = rows.filter(city__isnull=True).exclude(city_raw="").count()
    yield Tally(gettext("City known, but not one of the guide's"), outside)
    old = link("observation", release, is_current=0)
    yield Tally(gettext("Historical"), rows.historical().count(), old)
    unusable = link("observation", release, usable=0)
    yield Tally(gettext("Not usable"), rows.unusable().count(), unusable)


def by_flag(rows: ObservationQuerySet) -> Iterator[Tally]:
    counted = rows.unusable().order_by().values_list("flags").annotate(number=Count("pk"))
    flags: Counter[str] = Counter()
    for text, number in counted:
        flags.update({flag.strip(): number for flag in text.split(";") if flag.strip()})
    for flag, number in sorted(flags.items()):
        yield Tally(flag.replace("_", " "), number)


def link(model: str, release: DataRelease, **found: object) -> str:
    """Return the address of the admin's list of these rows."""
    query = {"release__id__exact": release.pk} | {
        f"{name}__exact": value for name, value in found.items()
    }
    return f"{reverse(f'admin:salaries_{model}_changelist')}?{urlencode(query)}"
