"""The number beside each choice is what the choice shows, and what shows nothing is closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import QueryDict
from django.test import Client

from roles.options import Option
from salaries.explorer.controls import Controls
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from tests.observed import synthetic
from tests.observed.conftest import Publish

pytestmark = pytest.mark.django_db

WITH_CLAIMS = {"role", "country", "source", "kind"}


def offered(form: Controls) -> Iterator[tuple[str, Option]]:
    """Yield each choice that a filter offers beside those that are made, with its parameter."""
    cities = tuple(option for group in form.cities for option in group.options)
    groups = {
        "role": form.roles,
        "level": form.levels,
        "country": form.countries,
        "city": cities,
        "size": form.sizes,
        "industry": form.industries,
        "source": form.sources,
        "kind": form.kinds,
    }
    for name, options in groups.items():
        if not any(option.chosen for option in options):
            yield from ((name, option) for option in options)


def figures_of(query: str, name: str, value: str, *, known: Known | None = None) -> int:
    """Return how many figures a choice shows; where it leaves them, those over all levels too.

    Of a city those about it: those about its country stand beside them, whichever is chosen.
    """
    explorer = Explorer(QueryDict(f"{query}&{name}={value}"), known or Known())
    assert explorer.is_valid(), query
    found = explorer.answer
    claims = [row for row in found.claims if name in WITH_CLAIMS or row.city_slug]
    return len(found.rows) + len(claims)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "level=senior&size=large",
        "city=pune",
        "city=seattle&size=small&kind=modelled",
        "country=united-states&kind=observed",
        "country=united-states&country=india",
        "source=diving-deep",
        "source=jigsaw-insight-2021",
        "role=product-manager",
        "role=growth-product-manager",
    ],
)
def test_a_count_is_the_number_of_figures_after_the_choice(client: Client, query: str) -> None:
    form = client.get(f"/salaries/?{query}").context["controls"]

    told = {(name, option.value): option.count for name, option in offered(form)}
    # A city and a country that it is not in refuse each other, and count as nothing.
    asked = {key: n for key, n in told.items() if n or key[0] not in {"city", "country"}}
    found = {key: figures_of(query, *key) for key in asked}

    assert asked == found
    assert len(asked) >= 10


def test_a_city_with_a_figure_over_all_levels_alone_can_be_chosen(client: Client) -> None:
    form = client.get("/salaries/?role=product-manager").context["controls"]

    told = {option.value: option for group in form.cities for option in group.options}
    assert (told["hyderabad"].count, told["hyderabad"].is_closed) == (1, False)
    assert (told["pune"].count, told["pune"].is_closed) == (0, True)


def test_observations_and_broader_slices_are_counted(client: Client, publish: Publish) -> None:
    pays = [{"pay": str(pay)} for pay in range(150_000, 210_000, 10_000)]
    publish(
        *({**pay, "industry": "Fintech"} for pay in pays),
        *({**pay, "industry": "Retail", "size": "small"} for pay in pays),
    )
    query = "role=product-manager&kind=observed&city=seattle"

    form = client.get(f"/salaries/?{query}").context["controls"]

    told = {(name, option.value): option.count for name, option in offered(form)}
    del told["country", "india"]
    assert told == {key: figures_of(query, *key) for key in told}
    # Its own figure, and six that are stored of the whole country, of other kinds of pay.
    assert told["industry", "fintech"] == told["industry", "retail"] == 7
    assert told["source", "so-2017"] == 0


@pytest.mark.parametrize(
    "query",
    [
        "kind=observed",
        "country=united-states&level=senior",
        "role=product-manager&role=technical-product-manager&country=united-states",
        "city=pune&level=mid&level=lead&size=small",
        "industry=banks&size=large&size=medium&role=product-manager",
        "city=austin&industry=software&level=entry",
        "view=distribution",
        "view=distribution&role=product-manager&country=united-states",
        "view=distribution&city=austin&level=entry",
        "view=distribution&size=large&role=product-manager&role=technical-product-manager",
    ],
)
def test_counts_of_thousands_of_observations_are_the_figures_after_the_choice(
    client: Client, snapshots: Path, query: str
) -> None:
    del snapshots  # asked for so that no test finds another's
    synthetic.publish(3_000)
    form = client.get(f"/salaries/?{query}").context["controls"]
    known = Known()

    told = {(name, option.value): option.count for name, option in offered(form)}
    asked = {key: n for key, n in told.items() if n or key[0] not in {"city", "country"}}

    assert asked == {key: figures_of(query, *key, known=known) for key in asked}
    assert len([key for key, n in asked.items() if n]) >= 8


def test_what_has_no_distribution_is_closed_in_their_view(client: Client, publish: Publish) -> None:
    publish(*({"pay": str(pay)} for pay in range(150_000, 210_000, 10_000)))
    query = "view=distribution&country=united-states&level=senior"

    form = client.get(f"/salaries/?{query}").context["controls"]

    told = {(name, option.value): option.count for name, option in offered(form)}
    assert (told["kind", "observed"], told["kind", "reported"], told["kind", "modelled"]) == (
        figures_of(query, "kind", "observed"),
        0,
        0,
    )
    roles = {role.value: role for role in form.roles}
    assert roles["product-manager"].count == 1
    assert roles["growth-product-manager"].is_closed


@pytest.mark.parametrize("country", ["", "&country=united-states"])
def test_distributions_over_all_levels_are_counted(
    client: Client, publish: Publish, country: str
) -> None:
    pays = [{"pay": str(pay)} for pay in range(150_000, 210_000, 10_000)]
    publish(*pays, *({**pay, "level": "", "source": "so-2025"} for pay in pays))
    query = f"view=distribution&role=product-manager{country}"

    form = client.get(f"/salaries/?{query}").context["controls"]

    told = {(name, option.value): option.count for name, option in offered(form)}
    asked = {key: n for key, n in told.items() if n or key[0] not in {"city", "country"}}
    assert asked == {key: figures_of(query, *key) for key in asked}
    assert "austin" in {value for name, value in asked if name == "city"}


@pytest.mark.parametrize("view", ["cities", "trend"])
def test_where_a_figure_is_not_a_row_none_is_counted(client: Client, view: str) -> None:
    page = client.get(f"/salaries/?view={view}")

    assert page.context["counts"] is None
    assert {option.count for option in page.context["controls"].roles} == {None}


def test_what_shows_nothing_is_closed_and_says_so(client: Client) -> None:
    page = client.get("/salaries/?role=growth-product-manager").content.decode()

    box = page.partition('id="f-kind-modelled"')[2].partition("</label>")[0]
    assert "disabled" in box
    assert '<span class="muted">0</span>' in box
    assert "A choice with 0 has no figure" in page


def test_a_choice_that_is_made_can_be_taken_back(client: Client) -> None:
    page = client.get("/salaries/?role=growth-product-manager&kind=modelled").content.decode()

    box = page.partition('id="f-kind-modelled"')[2].partition("</label>")[0]
    assert "checked" in box
    assert "disabled" not in box
