"""Rows for tests: sound ones, of which a test changes what it is about."""

from typing import Any

from django.http import QueryDict

from roles.choices import Level
from salaries.choices import Country, Currency, Kind, PayKind
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from salaries.origins import SourceRef
from salaries.rows import PayRow


def explorer_of(query: str) -> Explorer:
    """Return the explorer of a query string that asks the database for everything anew."""
    return Explorer(QueryDict(query), Known())


def pay_row(**changes: Any) -> PayRow:
    """Return a reported senior band of 22 to 30 lakh with the changes made."""
    fields: dict[str, Any] = {
        "role": "Technical Product Manager",
        "level": Level.SENIOR,
        "country": Country.INDIA,
        "city": "",
        "size": None,
        "kind": Kind.REPORTED,
        "pay_kind": PayKind.NOT_STATED,
        "currency": Currency.INR,
        "low": 22_00_000,
        "high": 30_00_000,
        "open_ended": False,
        "sources": (SourceRef("A guide (2024)", "/data/sources/#a-guide", "Guide (2024)"),),
        "place": "line 32",
        "year": 2024,
        "year_label": "about 2024",
        "release": "2026-11",
    }
    return PayRow(**fields | changes)
