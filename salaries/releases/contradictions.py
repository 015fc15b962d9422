"""Figures that contradict each other: about the same slice and pay kind, no amount in common.

Two kinds of pay are never set against each other, and neither are two averages, which hardly
ever agree. A modelled figure is computed from the others and contradicts none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext

from salaries.answering.figure_rows import stored_row
from salaries.answering.ledger import Ledger
from salaries.choices import CompanySize, Country
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from salaries.models import DataRelease, PayFigure, PayResolution
from salaries.rows import PayRow
from salaries.slices import Slice, industry_slug


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, the slugs of what it is about, and that of its source."""

    about: tuple[str, ...]
    source: str
    row: PayRow

    @property
    def is_average(self) -> bool:
        return self.row.low == self.row.high and not self.row.open_ended

    def reaches(self, amount: int) -> bool:
        return self.row.open_ended or amount <= self.row.high


@dataclass(frozen=True, slots=True)
class PayContradiction:
    """Two figures with no amount in common, and what an editor makes of them."""

    key: str
    rows: tuple[PayRow, PayRow]
    resolution: PayResolution | None = None

    @property
    def title(self) -> str:
        row = self.rows[0]
        place = [] if row.city else [str(row.country.label)]
        return ", ".join([row.role, row.label, *place, str(row.pay_kind.label)])

    @property
    def in_full(self) -> str:
        """What contradicts what, in one line for an editor."""
        said = (f"{row.sources[0].short} {row.amount} ({row.year_label})" for row in self.rows)
        return f"{self.title}: {', '.join(said)}"

    @property
    def write_url(self) -> str:
        """Where an editor writes the resolution, or changes it."""
        if self.resolution is None:
            page = reverse("admin:salaries_payresolution_add")
            return f"{page}?{urlencode({'key': self.key})}"
        return reverse("admin:salaries_payresolution_change", args=[self.resolution.pk])


@dataclass(frozen=True, slots=True)
class PayContradictions:
    """Those of the release in use; compared counts the pairs that were looked at."""

    release: DataRelease | None
    compared: int
    found: tuple[PayContradiction, ...]

    @property
    def in_short(self) -> str:
        if self.release is None:
            return gettext("No data release is published.")
        text = ngettext(
            "Release {release}: {number} pair of such figures, of which {apart} contradict.",
            "Release {release}: {number} pairs of such figures, of which {apart} contradict.",
            self.compared,
        )
        return text.format(release=self.release, number=self.compared, apart=len(self.found))


def pay_contradictions(known: Known) -> PayContradictions:
    explorer = Explorer(QueryDict(), known)
    pairs = list(comparable(figures(explorer)))
    written = PayResolution.objects.in_bulk(field_name="key")
    contradictions = [
        PayContradiction(key, (one.row, other.row), written.get(key))
        for key, one, other in named(apart(pairs))
    ]
    return PayContradictions(explorer.release, len(pairs), tuple(contradictions))


def figures(explorer: Explorer) -> Iterator[Figure]:
    """Give the stored figures of the release, and what its observations say to the same slices."""
    stored = PayFigure.objects.of_release(explorer.release).with_provenance()
    held = explorer.known.observed(explorer.release)
    ledger = Ledger(list(stored), (), explorer.vocabulary.country_of, held)
    for figure in ledger.figures:
        if not ledger.is_computed_here(figure):
            row = stored_row(figure)
            yield Figure(about(row, industry_slug(figure.industry)), figure.source.slug, row)
    if ledger.observed is not None:
        slugs = {source: slug for slug, source in ledger.observed.names.sources.items()}
        for row in observed(ledger, explorer.role_names):
            yield Figure(about(row), slugs[row.sources[0]], row)


def observed(ledger: Ledger, roles: Iterable[str]) -> Iterator[PayRow]:
    """Give the observed rows of every level, nationwide and where a stored figure is."""
    for role, country in product(roles, Country):
        stored = ledger.about(role, country)
        places = {(figure.city.slug if figure.city else "", figure.size) for figure in stored}
        for city, size in sorted({("", ""), *places}):
            asked = Slice(
                cities=(city,) if city else (), sizes=(CompanySize(size),) if size else ()
            )
            # A broader slice that takes the place of one too small is met by itself.
            for _, rung in ledger.placed(asked, role, country):
                if not rung.label:
                    yield ledger.said_of(rung).row
        for rung in ledger.over_all_levels(Slice(countries=(country,)), [role]):
            yield ledger.said_of(rung).row


def about(row: PayRow, industry: str = "") -> tuple[str, ...]:
    parts = (row.role_slug, row.level, row.country, row.city_slug, row.size, industry, row.pay_kind)
    return tuple(str(part or "") for part in parts)


def comparable(found: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Give the pairs of figures about the same, at least one of which is a range."""
    groups: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in found:
        groups[figure.about].append(figure)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if not (one.is_average and other.is_average):
                yield one, other


def apart(pairs: Iterable[tuple[Figure, Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """Keep the pairs with no amount in common, the lower figure first."""
    for pair in pairs:
        lower, higher = sorted(pair, key=lambda figure: (figure.row.low, figure.row.high))
        if not lower.reaches(higher.row.low):
            yield lower, higher


def named(pairs: Iterable[tuple[Figure, Figure]]) -> Iterator[tuple[str, Figure, Figure]]:
    """Give each pair a key that stays when its amounts change, and that is an anchor too."""
    seen: Counter[str] = Counter()
    for one, other in sorted(pairs, key=lambda pair: tuple(map(sorting, pair))):
        name = ".".join((*one.about, *sorted((one.source, other.source))))
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}.{seen[name]}", one, other


def sorting(figure: Figure) -> tuple[object, ...]:
    return (figure.about, figure.source, figure.row.low, figure.row.high)
