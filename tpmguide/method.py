"""What the method page shows: the constants in force, and an example worked live."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.answers import readings
from roles.choices import Level
from roles.cited import Link
from salaries import money
from salaries.answering.figure_rows import ROUNDING_STEP, TIER_HALF_WIDTH
from salaries.band.asking import Asking as Building
from salaries.band.page import EXAMPLE as BAND_EXAMPLE
from salaries.band.page import page as band_page
from salaries.choices import CompanySize, Country, Kind
from salaries.disclosure import grade
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from salaries.models import ExchangeRate
from salaries.releases.links import from_data
from salaries.thresholds import FEW, FEWEST_FOR_TAILS, FEWEST_TO_SHOW

# The example of the page: one level, one city, one size, so one modelled band.
EXAMPLE = "level=senior&city=hyderabad&size=large"


def page(known: Known) -> dict[str, Any]:
    example = Explorer(QueryDict(EXAMPLE), known)
    building = Building(QueryDict(BAND_EXAMPLE), known)
    building.is_valid()
    return {
        "trail": from_data(Link(gettext("Method"), reverse("method"), is_current=True)),
        "release": known.holdings("").release,
        "kinds": tuple(Kind),
        "levels": tuple(Level),
        "sizes": tuple(CompanySize),
        "models": [
            (
                country.in_text,
                f"{TIER_HALF_WIDTH[country]:.2f}",
                money.said(ROUNDING_STEP[country], country.currency),
            )
            for country in Country
        ],
        "fewest_to_show": FEWEST_TO_SHOW,
        "fewest_for_tails": FEWEST_FOR_TAILS,
        "few": FEW,
        "grade_rules": [(rule, Kind(rule.kind).label.lower()) for rule in grade.RULES],
        "lowest_grade": grade.LOWEST,
        "example": next(iter(example.answer.rows), None) if example.is_valid() else None,
        "example_url": f"{reverse('salaries:explorer')}?{EXAMPLE}",
        "band": band_page(building),
        "band_url": f"{reverse('salaries:band')}?{BAND_EXAMPLE}",
        "rates": ExchangeRate.objects.of_rupee(),
        "readings": readings(),
    }
