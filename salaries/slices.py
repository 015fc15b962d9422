"""The part of the pay data that a visitor asks for: one value behind page, chart and files."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Self
from urllib.parse import urlencode

from django.utils.text import slugify

from roles.choices import MAIN_ROLE, Level
from salaries.choices import Basis, CompanySize, Country, Currency, Kind, View

DEFAULT_ROLE = MAIN_ROLE
# Whose pay is shown, and labelled so, where no figure carries the role: no open figure of
# the United States is about technical product managers, and the reported premium over
# product managers is not borne out where it can be checked, so none is applied.
PAY_PROXY = {DEFAULT_ROLE: "product-manager"}
DEFAULT_SORT = "level"
# A hyphen turns the order round.
SORTS = ("level", "-level", "low", "-low", "high", "-high")
# Views whose amounts stay in the currency of their country: they draw more than rows.
UNCONVERTED = (View.DISTRIBUTION, View.TREND)
DEFAULTS = {"roles": (DEFAULT_ROLE,), "countries": (Country.INDIA,)}


@cache
def industry_slug(name: str) -> str:
    """Return what an industry is called in an address; data has few, and names them often."""
    # Of a name in another script the first leaves nothing, which would be no industry.
    return slugify(name) or slugify(name, allow_unicode=True)


@dataclass(frozen=True, slots=True)
class Slice:
    """A validated query: every value is known, repeated values stand once and in order.

    Empty levels mean all four. Empty cities, sizes and industries mean figures that are not about
    one. Empty sources and kinds mean every one. An empty release means the current one. Without
    a currency, amounts are in that of their country.
    """

    roles: tuple[str, ...] = (DEFAULT_ROLE,)
    levels: tuple[Level, ...] = ()
    countries: tuple[Country, ...] = (Country.INDIA,)
    cities: tuple[str, ...] = ()
    sizes: tuple[CompanySize, ...] = ()
    industries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    release: str = ""
    currency: Currency | None = None
    basis: Basis = Basis.MARKET
    view: View = View.BANDS
    sort: str = DEFAULT_SORT
    page: int = 1

    @property
    def levels_shown(self) -> tuple[Level, ...]:
        return self.levels or tuple(Level)

    @property
    def number(self) -> int:
        """How many single slices are asked for: each level of each role, place and the like."""
        places = len(self.cities) or len(self.countries)
        kinds_of_company = max(1, len(self.sizes)) * max(1, len(self.industries))
        return len(self.roles) * len(self.levels_shown) * places * kinds_of_company

    @property
    def is_local(self) -> bool:
        """Whether a city or a company size is asked for."""
        return bool(self.cities or self.sizes)

    def wants(self, kind: Kind) -> bool:
        return not self.kinds or kind in self.kinds

    def query(self) -> str:
        """Return the canonical query string: fixed order, no defaults, no question mark."""
        countries = () if self.cities or self.countries == (Country.INDIA,) else self.countries
        pairs = [
            ("role", () if self.roles == (DEFAULT_ROLE,) else self.roles),
            ("level", self.levels),
            ("country", countries),
            ("city", self.cities),
            ("size", self.sizes),
            ("industry", self.industries),
            ("source", self.sources),
            ("kind", self.kinds),
            ("release", (self.release,) if self.release else ()),
            ("currency", (self.currency,) if self.currency else ()),
            ("basis", () if self.basis is Basis.MARKET else (self.basis,)),
            ("view", () if self.view is View.BANDS else (self.view,)),
            ("sort", () if self.sort == DEFAULT_SORT else (self.sort,)),
            ("page", () if self.page == 1 else (self.page,)),
        ]
        return urlencode([(name, str(value)) for name, values in pairs for value in values])

    def url(self, path: str) -> str:
        query = self.query()
        return f"{path}?{query}" if query else path

    def without(self, field: str, value: str) -> Self:
        """Return the slice less one chosen value, from its first page."""
        kept = tuple(item for item in getattr(self, field) if item != value)
        changed: dict[str, Any] = {field: kept or DEFAULTS.get(field, ())}
        return replace(self, page=1, **changed)

    def pinned_to(self, release: str) -> Self:
        """Return the slice as of one release, which a newer one does not change."""
        return replace(self, release=release)

    def at_one_place(self) -> Self:
        """Return the slice of one person: what is named more than once is left open."""
        one = {
            field: getattr(self, field)
            for field in ("roles", "levels", "countries", "cities", "sizes")
            if len(getattr(self, field)) == 1
        }
        return type(self)(release=self.release, **one)

    def nationwide(self) -> Self:
        """Return the slice without its cities and company sizes."""
        return replace(self, cities=(), sizes=(), page=1)

    def seen_as(self, view: View) -> Self:
        """Return the slice in a view; one that converts no amounts leaves the currency out."""
        if view in UNCONVERTED:
            return replace(self, view=view, page=1, currency=None, basis=Basis.MARKET)
        return replace(self, view=view, page=1)

    def sorted_by(self, sort: str) -> Self:
        return replace(self, sort=sort, page=1)

    def on_page(self, page: int) -> Self:
        return replace(self, page=page)
