"""What is shown of one slice of the observations, as a row with everything it must carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from roles.choices import Level
from salaries.choices import CompanySize, Country, Kind, PayKind
from salaries.disclosure.ladder import Rung
from salaries.disclosure.showing import Shown
from salaries.engine.facets import Facet
from salaries.origins import SourceRef
from salaries.percentiles import percentiles
from salaries.rows import PayRow
from salaries.wordings import broader_said


@dataclass(frozen=True, slots=True)
class Names:
    """What the slugs of a snapshot are called, in which country each city is.

    An industry has a slug here, and in the snapshot the names that its sources write.
    """

    roles: Mapping[str, str]
    cities: Mapping[str, str]
    countries: Mapping[str, Country]
    sources: Mapping[str, SourceRef]
    industries: Mapping[str, tuple[str, ...]]


def row_of(rung: Rung, pay: Shown, years: Sequence[int], names: Names, release: str) -> PayRow:
    """Return the row of a slice, less its grade; years are those of its rows, the first first."""
    about = rung.query.one
    level, size, country = about(Facet.LEVEL), about(Facet.SIZE), Country(about(Facet.COUNTRY))
    pay_kind = PayKind(rung.query.measure.pay_kind)
    return PayRow(
        role=names.roles[about(Facet.ROLE)],
        level=Level(level) if level else None,
        country=country,
        city=names.cities.get(about(Facet.CITY), ""),
        industry=about(Facet.INDUSTRY),
        size=CompanySize(size) if size else None,
        kind=Kind.OBSERVED,
        pay_kind=pay_kind,
        currency=country.currency,
        low=pay.p25,
        high=pay.p75,
        sources=(names.sources[about(Facet.SOURCE)],),
        place=gettext("Computed here from the usable, current rows of the source"),
        year=years[-1],
        year_label="-".join(dict.fromkeys((str(years[0]), str(years[-1])))),
        release=release,
        n=pay.n,
        n_unit=pay_kind.unit,
        **percentiles(pay),
        broader=broader_said(rung.label),
        role_slug=about(Facet.ROLE),
        city_slug=about(Facet.CITY),
    )
