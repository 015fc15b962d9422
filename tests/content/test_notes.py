"""What a shipped note says, on every page that prints the number it belongs to."""

import pytest
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
