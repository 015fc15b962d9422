"""What a row of a release is described by."""

from enum import StrEnum


class Facet(StrEnum):
    """What a visitor narrows pay by; "" is the value of a row for which it is not known."""

    SOURCE = "source"
    ROLE = "role"
    LEVEL = "level"
    COUNTRY = "country"
    CITY = "city"
    SIZE = "size"
    INDUSTRY = "industry"


# What says which amounts are comparable at all; an answer never pools two of them.
PAY_KIND = "pay_kind"
CURRENCY = "currency"
YEAR = "year"
MEASURE = (PAY_KIND, CURRENCY)
# What the rows of one part of a snapshot differ by.
NARROWING = (*(facet.value for facet in Facet), YEAR)
TEXTS = (*(facet.value for facet in Facet), *MEASURE)
DESCRIPTION = (*TEXTS, YEAR)
COLUMNS = ("key", *DESCRIPTION, "pay")
