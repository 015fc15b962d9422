"""What must hold of the content, and the sentence about each object in which it does not."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db.models import Model

from roles.inventory import INVENTORY_ID, check_inventory_ids
from roles.models import Citation, Claim, Contradiction, Source
from salaries.choices import STORED_KINDS, FactorKind, Kind
from salaries.models import City, CityAlias, DataRelease, Factor, PayFigure
from salaries.models.years import EARLIEST_YEAR, LATEST_YEAR
from salaries.releases.contents import checksum
from tpmguide.content.fixtures import text_of
from tpmguide.content_coverage import Holder, ids_of


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with an object; a warning is worth a look, not a failure."""

    about: str
    problem: str
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{'warning: ' if self.is_warning else ''}{self.about}: {self.problem}"


def findings(today: date) -> list[Finding]:
    """Return everything found in the database, failures first."""
    found = [
        *claim_findings(Claim.objects.unsourced()),
        *contradiction_findings(Contradiction.objects.filter(positions=None)),
        *citation_findings(Citation.objects.select_related("claim", "source")),
        *city_findings(set(City.objects.values_list("slug", flat=True))),
        *pay_findings(),
        *release_findings(DataRelease.objects.shown().exclude(checksum="")),
        *inventory_findings(),
        *review_findings(Claim.objects.filter(review_by__lt=today)),
        *unused_source_findings(),
    ]
    return sorted(found, key=lambda finding: finding.is_warning)


def claim_findings(unsourced: Iterable[Claim]) -> Iterator[Finding]:
    for claim in unsourced:
        yield Finding(name(claim), "no source is cited")


def contradiction_findings(without_position: Iterable[Contradiction]) -> Iterator[Finding]:
    for contradiction in without_position:
        yield Finding(name(contradiction), "no source takes a position")


def citation_findings(citations: Iterable[Citation]) -> Iterator[Finding]:
    for citation in citations:
        if not citation.place.strip():
            yield Finding(name(citation), "the citation names no place in the source")


def city_findings(slugs: set[str]) -> Iterator[Finding]:
    for alias in CityAlias.objects.filter(slug__in=slugs):
        yield Finding(name(alias), "the alias is also the slug of a city")


def pay_findings() -> Iterator[Finding]:
    for figure in PayFigure.objects.select_related("release", "city"):
        yield from (Finding(name(figure), problem) for problem in figure_problems(figure))
    without_source = set(Factor.objects.filter(sources=None).values_list("pk", flat=True))
    for factor in Factor.objects.select_related("release", "city"):
        problems = factor_problems(factor, has_source=factor.pk not in without_source)
        yield from (Finding(name(factor), problem) for problem in problems)


def release_findings(releases: Iterable[DataRelease]) -> Iterator[Finding]:
    """Give the releases of which a row was changed behind the back of the site."""
    for release in releases:
        if checksum(release) != release.checksum:
            yield Finding(name(release), "its data are not those of its checksum")


def figure_problems(figure: PayFigure) -> Iterator[str]:
    if not figure.source_id:
        yield "no source"
    if figure.kind not in STORED_KINDS:
        yield "no kind"
    if figure.kind == Kind.OBSERVED and not figure.n:
        yield "an observed figure without a sample size"
    yield from shared_problems(figure)
    percentiles = (figure.p10, figure.p25, figure.p50, figure.p75, figure.p90)
    known = [value for value in percentiles if value is not None]
    if any(lower > upper for lower, upper in pairwise(known)):
        yield "its percentiles do not rise"


def factor_problems(factor: Factor, *, has_source: bool) -> Iterator[str]:
    if not has_source:
        yield "no source"
    if factor.kind not in FactorKind.values:
        yield "no kind"
    yield from shared_problems(factor)


def shared_problems(item: PayFigure | Factor) -> Iterator[str]:
    """Give what can be wrong with figures and factors alike."""
    if not EARLIEST_YEAR <= (item.year or 0) <= LATEST_YEAR:
        yield "no year"
    if item.low is not None and item.high is not None and item.low > item.high:
        yield "low is above high"
    if item.city is not None and item.city.country != item.country:
        yield f"{item.city} is in {item.city.get_country_display()}, not where it says"


def inventory_findings() -> Iterator[Finding]:
    for item in inventory_holders():
        try:
            check_inventory_ids(item.inventory_ids)
        except ValidationError as error:
            yield Finding(name(item), " ".join(error.messages))


def unknown_id_findings(known: Collection[str]) -> Iterator[Finding]:
    """Give the well-formed ids that the inventory does not have."""
    for item in inventory_holders():
        for inventory_id in ids_of(item):
            if INVENTORY_ID.fullmatch(inventory_id) and inventory_id not in known:
                problem = f"{inventory_id} is not in the inventory"
                yield Finding(name(item), problem, is_warning=True)


def inventory_holders() -> Iterator[Holder]:
    """Give every object that says which facts of the inventory it holds."""
    yield from Source.objects.all()
    yield from Claim.objects.with_sources()
    yield from PayFigure.objects.select_related("release", "source")
    yield from Factor.objects.select_related("release").prefetch_related("sources")


def review_findings(overdue: Iterable[Claim]) -> Iterator[Finding]:
    for claim in overdue:
        yield Finding(name(claim), f"was to be reviewed by {claim.review_by}", is_warning=True)


def unused_source_findings() -> Iterator[Finding]:
    unused = Source.objects.filter(
        citations=None,
        positions=None,
        pay_figures=None,
        factors=None,
        exchange_rates=None,
        purchasing_powers=None,
        observations=None,
        city_positions=None,
    )
    for source in unused:
        yield Finding(name(source), "nothing cites this source", is_warning=True)


def name(item: Model) -> str:
    """Return the label and the natural key, by which an editor finds the object."""
    key = item.natural_key() if hasattr(item, "natural_key") else (item.pk,)
    return f"{item._meta.label_lower} {text_of(key)}"
