"""What the salary explorer keeps: figures, factors, rates, places, observations, releases."""

from salaries.models.factors import Factor
from salaries.models.figures import PayFigure
from salaries.models.observations import Observation
from salaries.models.places import City, CityAlias
from salaries.models.rates import ExchangeRate, PurchasingPower
from salaries.models.releases import DataRelease
from salaries.models.resolutions import PayResolution

__all__ = (
    "City",
    "CityAlias",
    "DataRelease",
    "ExchangeRate",
    "Factor",
    "Observation",
    "PayFigure",
    "PayResolution",
    "PurchasingPower",
)
