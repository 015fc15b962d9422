"""The data steward's pages: figures, factors, observations, rates, places and releases."""

from salaries.admin.figures import FactorAdmin, PayFigureAdmin
from salaries.admin.observations import ObservationAdmin
from salaries.admin.places import CityAdmin, ExchangeRateAdmin, PurchasingPowerAdmin
from salaries.admin.releases import DataReleaseAdmin
from salaries.admin.resolutions import PayResolutionAdmin

__all__ = (
    "CityAdmin",
    "DataReleaseAdmin",
    "ExchangeRateAdmin",
    "FactorAdmin",
    "ObservationAdmin",
    "PayFigureAdmin",
    "PayResolutionAdmin",
    "PurchasingPowerAdmin",
)
