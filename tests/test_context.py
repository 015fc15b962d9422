"""What every page prints."""

import pytest
from django.test import RequestFactory

from tpmguide.context import navigation


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", []),
        ("/roles/", [("Roles", "page")]),
        ("/roles/technical-product-manager/", [("Roles", "true")]),
        ("/compare/", [("Compare", "page")]),
        ("/tools/moscow/", [("Skills & tools", "true")]),
        ("/salaries/stand/", [("Salaries", "true")]),
        ("/data/contradictions/", [("Data", "true")]),
    ],
)
def test_the_navigation_marks_where_the_visitor_is(
    rf: RequestFactory, path: str, current: list[tuple[str, str]]
) -> None:
    entries = navigation(rf.get(path))["navigation"]

    assert [(entry.label, entry.current) for entry in entries if entry.current] == current
