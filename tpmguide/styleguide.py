"""Every component with values made up for the purpose, for those who build pages."""

from dataclasses import replace
from typing import Any

from roles.choices import Level, Proficiency
from roles.cited import Link
from roles.pager import PageLink
from salaries.choices import Country, Currency, Kind, PayKind
from salaries.explorer import bands
from salaries.explorer.chips import Chip
from salaries.origins import SourceRef
from salaries.rows import PayRow
from tpmguide.languages import Version

REPORTED = PayRow(
    role="Example role",
    level=Level.SENIOR,
    country=Country.INDIA,
    city="",
    size=None,
    kind=Kind.REPORTED,
    pay_kind=PayKind.BASE,
    currency=Currency.INR,
    low=20_00_000,
    high=30_00_000,
    open_ended=True,
    sources=(SourceRef("An example source", "#figure", "Example"),),
    place="line 1",
    year=2000,
    year_label="2000",
    release="example",
)
OBSERVED = replace(
    REPORTED,
    kind=Kind.OBSERVED,
    open_ended=False,
    n=120,
    n_unit="answers",
    p10=15_00_000,
    p50=26_00_000,
    p90=42_00_000,
)
MODELLED = replace(
    REPORTED,
    kind=Kind.MODELLED,
    open_ended=False,
    plausible_low=16_00_000,
    plausible_high=38_00_000,
)


def page() -> dict[str, Any]:
    """Return one example of everything that a component takes."""
    return {
        "panels": bands.panels((REPORTED, OBSERVED, MODELLED)),
        "kinds": tuple(Kind),
        "depths": tuple(Proficiency),
        "levels": tuple(Level),
        "chips": (Chip("Senior", "#chips"), Chip("Pune", "#chips")),
        "pages": (PageLink(1, "#pager", is_current=True), PageLink(2, "#pager", is_current=False)),
        "trail": (Link("Home", "/"), Link("Components", "", is_current=True)),
        "links": (Link("A wider question", "#empty"),),
        "notices": ("What must be known before reading on.",),
        "ignored": ("colour",),
        # The page is not below the prefix of any language.
        "versions": (Version("en", "English", "", is_current=True),),
    }
