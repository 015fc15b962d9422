"""How to name the figures elsewhere: a text and a picture, both with a link that stays."""

import pytest
from django.test import Client

from salaries.models import City, DataRelease

pytestmark = pytest.mark.django_db


def test_a_page_says_how_to_cite_it(client: Client) -> None:
    response = client.get("/salaries/?size=large&level=senior&city=pune")

    citation = response.context["citation"]
    link = "http://testserver/salaries/?level=senior&city=pune&size=large&release=2026-11"
    assert citation.text.startswith(
        "tpmguide: Senior Technical Product Manager pay in Pune, large companies. "
        f"Data release 2026-11, as of 21 November 2026. {link}. Sources: IPL guide (2024); "
    )
    assert '<details class="more" id="cite">' in response.content.decode()


def test_the_picture_is_html_to_copy_whose_addresses_answer(client: Client) -> None:
    response = client.get("/salaries/?level=senior&city=pune")

    picture = response.context["citation"].picture
    image = "/salaries/card.svg?level=senior&amp;city=pune&amp;release=2026-11"
    assert f'<img src="http://testserver{image}" alt="Senior Technical Product' in picture
    assert "&lt;img src=" in response.content.decode()
    assert "<img src=&quot;" not in response.content.decode()
    assert client.get(image.replace("&amp;", "&")).status_code == 200


def test_a_name_with_a_quotation_mark_stays_within_its_attribute(client: Client) -> None:
    City.objects.filter(slug="pune").update(name='Pune" onload="x')

    picture = client.get("/salaries/?city=pune").context["citation"].picture

    assert 'alt="Technical Product Manager pay in Pune&quot; onload=&quot;x"></a>' in picture


def test_there_is_nothing_to_cite_without_a_figure_or_a_release(client: Client) -> None:
    without_figures = client.get("/salaries/?role=core-product-manager&city=pune")
    DataRelease.objects.update(status="draft")
    without_release = client.get("/salaries/")

    for response in (without_figures, without_release):
        assert 'id="cite"' not in response.content.decode()
