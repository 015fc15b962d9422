"""A pay beside the figures, over HTTP: what is said, and that none of it is kept."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from salaries.choices import Kind, PayKind

pytestmark = pytest.mark.django_db

J3 = "level=senior&city=hyderabad&size=large&pay=27+lakh"


def text_of(response: Any) -> str:
    """Return the words of the page, each run of white space as one space."""
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(words).split())


def entries(client: Client, query: str) -> dict[str, list[Any]]:
    groups = client.get(f"/salaries/stand/?{query}").context["groups"]
    return {group.anchor: list(group.entries) for group in groups}


def test_without_a_pay_the_page_is_a_form(client: Client) -> None:
    page = client.get("/salaries/stand/")

    assert page.status_code == 200
    assert "own" not in page.context
    for name in ("pay", "pay_kind", "level", "city", "size", "role", "country"):
        assert f'<label for="f-{name}">' in page.content.decode()


def test_an_offer_is_placed_in_the_reported_national_band(client: Client) -> None:
    page = client.get(f"/salaries/stand/?{J3}")

    assert page.status_code == 200
    assert "62.5 % of the way through ₹22-30 lakh" in text_of(page)
    assert (
        "Within the reported band: ₹5 lakh above its lower end, ₹3 lakh below its upper end."
        in text_of(page)
    )


def test_the_modelled_band_stands_beside_the_reported_one_and_is_not_blended(
    client: Client,
) -> None:
    found = entries(client, J3)

    (national,), (local,) = found["national"], found["local"]
    assert (national.row.kind, national.row.amount) == (Kind.REPORTED, "₹22-30 lakh")
    assert (local.row.kind, local.row.amount) == (Kind.MODELLED, "₹24.5-33.5 lakh")
    assert local.verdict == "27.8 % of the way through ₹24.5-33.5 lakh"
    assert local.plausible == (
        "The modelled band, widened by its error: ₹19-43 lakh; your amount is within that."
    )


def test_a_city_alone_is_answered_as_the_address_promises(client: Client) -> None:
    found = entries(client, "level=senior&city=pune&pay=2600000")

    assert found["national"][0].verdict == "50 % of the way through ₹22-30 lakh"
    assert [one.row.label for one in found["local"]] == ["Senior, Pune"]


def test_every_amount_carries_kind_source_sample_year_and_pay_kind(client: Client) -> None:
    page = text_of(client.get("/salaries/stand/?level=senior&pay=27+lakh"))

    figure = page.partition("Senior: ₹22-30 lakh")[2]
    for words in ("Reported", "IPL guide (2024)", "sample not stated", "about 2024"):
        assert words in figure
    assert "annual pay, parts not stated" in figure


def test_a_percentile_is_said_only_of_enough_observed_values(client: Client) -> None:
    found = entries(client, "level=senior&country=united-states&pay=$200,000")

    said = {one.row.pay_kind: one.percentile for one in found["national"]}
    assert said[PayKind.ADVERTISED].startswith(
        "Percentile: between the median and P75 of 165 adverts"
    )
    assert said[PayKind.TOTAL] == "No percentile: 11 survey answers are fewer than 30."


def test_reported_and_modelled_figures_have_no_percentile(client: Client) -> None:
    found = entries(client, J3)

    assert {one.percentile for group in found.values() for one in group} == {""}


def test_base_pay_is_not_compared_with_total_compensation(client: Client) -> None:
    query = "level=lead&country=united-states&pay=$200,000&pay_kind=base"

    total = entries(client, query)["national"][0]

    assert total.row.pay_kind is PayKind.TOTAL
    assert total.verdict == (
        "Not compared: the figure is of another kind of pay (total compensation) than your "
        "amount (base pay)."
    )
    assert total.drawing is None


def test_all_levels_are_answered_together_with_the_figures_over_all(client: Client) -> None:
    (groups,) = entries(client, "pay=27+lakh").values()

    labels = [one.row.label for one in groups]
    assert labels[:4] == ["Entry", "Mid", "Senior", "Lead"]
    assert labels[4:] == ["All levels"] * 3


def test_where_there_is_no_figure_the_page_says_so_and_what_to_try(client: Client) -> None:
    page = client.get("/salaries/stand/?role=growth-product-manager&level=lead&pay=27+lakh")

    assert page.status_code == 200
    assert "No figure yet" in text_of(page)
    assert "Choose the role Technical Product Manager or Product Manager." in text_of(page)


def test_a_pay_at_which_two_bands_touch_lies_in_the_upper_one(client: Client) -> None:
    entry, mid, senior, lead, *_ = entries(client, "pay=22+lakh")["national"]

    assert entry.verdict == "Above the reported band of ₹10-15 lakh"
    assert mid.verdict == "At the upper end of the reported band of ₹15-22 lakh"
    assert senior.verdict == "0 % of the way through ₹22-30 lakh"
    assert senior.distances.startswith("Within the reported band: at its lower end")
    assert lead.verdict == "Below the reported band of ₹30-50 lakh and more"


def test_the_answer_is_where_the_form_leads_and_says_how_it_is_drawn(client: Client) -> None:
    page = client.get(f"/salaries/stand/?{J3}").content.decode()
    blank = client.get("/salaries/stand/").content.decode()

    assert 'action="/salaries/stand/#answer"' in blank
    assert 'id="answer"' in page
    assert "The upright line in each drawing is your amount" in page


def test_a_condition_of_every_figure_is_said_once(client: Client) -> None:
    (all_levels,) = client.get("/salaries/stand/?pay=27+lakh").context["groups"]
    (one,) = client.get("/salaries/stand/?pay=27+lakh&level=mid").context["groups"]
    (other,) = client.get("/salaries/stand/?pay=$200,000&country=united-states").context["groups"]

    assert all_levels.condition.startswith("No source of these figures says which parts of pay")
    assert {entry.condition for entry in all_levels.entries} == {""}
    assert one.condition == other.condition == ""
    assert all(entry.condition for entry in (*one.entries, *other.entries))


def test_a_place_without_a_model_still_shows_the_national_figures(client: Client) -> None:
    found = entries(client, "role=product-manager&level=mid&city=pune&pay=27+lakh")

    assert found["local"] == []
    assert len(found["national"]) == 2


def test_another_name_of_a_city_is_redirected_with_everything_else(client: Client) -> None:
    response = client.get("/salaries/stand/?city=bangalore&level=mid&pay=20+lakh")

    assert response.status_code == 302
    assert response["Location"] == "/salaries/stand/?level=mid&city=bengaluru&pay=20+lakh"


def test_the_navigation_of_the_salary_pages_marks_this_one(client: Client) -> None:
    page = client.get("/salaries/stand/").content.decode()

    links = page.partition('aria-label="Salaries"')[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)"\s+aria-current="page"', links) == ["/salaries/stand/"]
    assert 'href="/salaries/premium/"' in links


def test_the_explorer_leads_here_with_what_is_chosen_once(client: Client) -> None:
    def link(query: str) -> str:
        return str(client.get(f"/salaries/?{query}").context["stand_url"])

    assert link("level=senior&city=pune&kind=modelled&sort=low&release=2026-11") == (
        "/salaries/stand/?level=senior&city=pune&release=2026-11"
    )
    assert link("level=mid&level=lead&city=pune&city=seattle") == "/salaries/stand/"
    assert link("country=united-states&role=product-manager") == (
        "/salaries/stand/?role=product-manager&country=united-states"
    )


def test_a_band_stays_on_one_line_in_the_name_of_its_figure(client: Client) -> None:
    page = client.get("/salaries/stand/?level=senior&pay=26+lakh").text

    assert 'Senior: <span class="unbroken">₹22-30</span> lakh' in page


@pytest.mark.parametrize(
    ("query", "explorer"),
    [
        ("level=senior&city=hyderabad&size=large", "level=senior&city=hyderabad&size=large"),
        ("role=product-manager&level=senior&city=pune", "role=product-manager&level=senior"),
    ],
)
def test_the_link_to_the_figures_leads_to_the_narrowest_that_are_shown(
    client: Client, query: str, explorer: str
) -> None:
    page = client.get(f"/salaries/stand/?{query}&pay=3000000")

    assert page.context["explorer_url"] == f"/salaries/?{explorer}"
    assert client.get(page.context["explorer_url"]).context["answer"].rows


@pytest.mark.parametrize("path", ["/salaries/stand/?pay=3000000&", "/salaries/band/?"])
def test_where_there_are_no_figures_no_link_speaks_of_them(client: Client, path: str) -> None:
    page = text_of(client.get(f"{path}role=core-product-manager&level=lead"))

    assert "This guide holds no figure for the choice" in page
    assert "These figures in the explorer" not in page
