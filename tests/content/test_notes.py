"""What a shipped note says, on every page that prints the number it belongs to."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url", ["/salaries/", "/salaries/premium/", "/salaries/premium/?pm=30+lakh"]
)
def test_the_middle_of_the_stated_premium_is_said_to_be_computed_here(
    client: Client, url: str
) -> None:
    page = client.get(url).content.decode()

    assert page.count('<td class="num" data-label="Ratio">1.150') == 1
    assert "10 to 20 %; 1.150 is the middle of that range, computed here." in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("senior", "Printed for “Senior Product Manager”, without years."),
        ("lead", "Printed for “Director/Head”, 8 to 12 years."),
    ],
)
def test_a_figure_says_for_whom_its_source_prints_it(client: Client, level: str, said: str) -> None:
    page = client.get(f"/salaries/?role=product-manager&country=india&level={level}")

    assert page.content.decode().count(said) == 1


def test_the_readme_of_the_content_counts_the_sources() -> None:
    shipped = Path(settings.BASE_DIR, "fixtures")
    sources = json.loads((shipped / "sources.json").read_text())

    assert f"| {len(sources)} sources: " in (shipped / "README.md").read_text()
