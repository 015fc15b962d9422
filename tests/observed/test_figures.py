"""Observed figures come from the observations of a release, and say what they are."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from django.test import Client
from django.utils.html import strip_tags

from salaries.choices import Kind
from salaries.disclosure.ladder import climbed, rungs
from salaries.disclosure.verdict import NOT_ENOUGH
from salaries.engine.facets import Facet
from salaries.engine.query import Measure, Query
from salaries.rows import PayRow
from salaries.wordings import BROADER_SLICES
from tests.observed.conftest import Publish

pytestmark = pytest.mark.django_db

SEATTLE = "city=seattle&role=product-manager&kind=observed&source=aijobs-2025-01"
MODELLED = "/salaries/?city=seattle&role=product-manager&kind=modelled&level=senior"


def observed(client: Client, query: str) -> list[PayRow]:
    answer = client.get(f"/salaries/?{query}").context["answer"]
    return [row for row in answer.rows if row.kind is Kind.OBSERVED]


def adverts(amounts: range, **described: str) -> list[dict[str, str]]:
    return [{"pay": str(pay), "pay_kind": "advertised"} | described for pay in amounts]


LARGE = range(150_000, 210_000, 5_000)
SMALL = range(90_000, 126_000, 6_000)


def test_a_slice_has_the_percentiles_of_its_rows(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE), *adverts(SMALL, size="small"))

    (row,) = observed(client, f"{SEATTLE}&level=senior&size=large")

    quartiles = [round(value) for value in np.percentile(LARGE, [10, 25, 50, 75, 90])]
    assert [row.p10, row.low, row.p50, row.high, row.p90] == quartiles
    assert (row.n, row.n_unit, row.year, row.city) == (12, "adverts", 2025, "Seattle")
    assert (row.release, row.sources[0].short) == ("2026-12", "aijobs index (January 2025)")


def test_the_median_has_an_interval_of_ranks(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE))
    query = f"{SEATTLE}&level=senior&size=large"

    (row,) = observed(client, query)

    # Of 12 values, the third lowest and the third highest: 1 - 2 * (1 + 12 + 66) / 4096 = 0.961.
    assert (row.p50_low, row.p50_high) == (LARGE[2], LARGE[-3])
    page = strip_tags(client.get(f"/salaries/?{query}").text)
    assert "95 % interval of the median $160,000-195,000" in page


def test_a_small_sample_has_no_tails(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE), *adverts(SMALL, size="small"))

    (row,) = observed(client, f"{SEATTLE}&level=senior&size=small")

    assert (row.n, row.p10, row.p90, row.p50_low) == (6, None, None, None)


def test_kinds_of_pay_are_never_pooled(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE), *adverts(LARGE, pay_kind="total"))

    rows = observed(client, f"{SEATTLE}&level=senior")

    assert sorted((row.pay_kind.value, row.n) for row in rows) == [
        ("advertised", 12),
        ("total", 12),
    ]


def test_a_slice_with_too_little_gives_way_to_the_next_broader_one_and_says_so(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE), *adverts(range(100_000, 103_000, 1_000), size="medium"))

    (row,) = observed(client, f"{SEATTLE}&level=senior&size=medium")

    assert row.broader == "broader slice used: city"
    assert row.size is None
    assert row.n is not None
    assert row.n >= 12
    page = client.get(f"/salaries/?{SEATTLE}&level=senior&size=medium").content.decode()
    assert "Broader slice used: city." in page
    hindi = client.get(f"/hi/salaries/?{SEATTLE}&level=senior&size=medium").content.decode()
    assert "व्यापक हिस्सा लिया गया: शहर." in hindi
    assert "roader slice used" not in hindi


def test_two_slices_that_give_way_to_the_same_one_show_it_once(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE))

    rows = observed(client, f"{SEATTLE}&city=austin&city=boston&level=senior")

    assert sorted((row.where, row.broader) for row in rows) == [
        ("Seattle", ""),
        ("United States", "broader slice used: country"),
    ]


def test_a_city_of_another_country_asks_nothing_of_this_one(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE))

    rows = observed(client, f"{SEATTLE}&city=pune&level=senior")

    assert [row.where for row in rows] == ["Seattle"]


def test_a_stored_figure_of_another_kind_of_pay_stays(client: Client, publish: Publish) -> None:
    query = "country=united-states&role=product-manager&level=senior&kind=observed"

    publish(*adverts(LARGE, source="so-2023-us", pay_kind="base"))

    kinds = sorted(row.pay_kind.value for row in observed(client, query))
    assert kinds == ["advertised", "base", "total"]


def test_what_too_few_say_is_the_same_as_nothing(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE), *adverts(range(1_000_000, 1_004_000, 1_000), level="lead"))

    assert observed(client, f"{SEATTLE}&level=lead") == observed(client, f"{SEATTLE}&level=entry")


def test_history_and_what_is_unusable_count_for_nothing(client: Client, publish: Publish) -> None:
    publish(
        *adverts(LARGE),
        *adverts(LARGE, year="2013"),
        *adverts(LARGE, usable="no", flags="another currency"),
    )

    (row,) = observed(client, f"{SEATTLE}&level=senior")

    assert (row.n, row.year_label) == (12, "2025")


def test_what_is_computed_here_takes_the_place_of_what_was_computed_elsewhere(
    client: Client, publish: Publish
) -> None:
    query = "country=united-states&role=product-manager&level=senior&kind=observed"
    before = observed(client, query)

    publish(*adverts(LARGE))

    after = observed(client, query)
    source = {row.sources[0].short: row.n for row in before}
    assert source.pop("aijobs index (January 2025)") == 165
    assert {row.sources[0].short: row.n for row in after} == source | {
        "aijobs index (January 2025)": 12
    }


def test_a_source_that_knows_no_levels_is_a_claim_beside_the_rows(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE, level=""))
    query = "country=united-states&role=product-manager&kind=observed"

    claims = client.get(f"/salaries/?{query}").context["answer"].claims

    assert [(row.level, row.n) for row in claims if row.release == "2026-12"].count((None, 12)) == 1
    assert not [row for row in observed(client, query) if row.n == 12]


def told(client: Client, query: str) -> list[tuple[Any, ...]]:
    answer = client.get(f"/salaries/?{query}").context["answer"]
    return [(row.label, row.low, row.high, row.n, row.release) for row in answer.rows]


def test_a_permalink_to_the_older_release_stays_as_it_was(client: Client, publish: Publish) -> None:
    queries = [f"release=2026-11&{SEATTLE}", "release=2026-11&country=united-states"]
    before = [told(client, query) for query in queries]

    publish(*adverts(LARGE))

    assert [told(client, query) for query in queries] == before


def test_without_observations_no_question_more_is_asked(client: Client) -> None:
    with patch("salaries.known.snapshot_of") as asked:
        client.get("/salaries/?country=united-states")

    asked.assert_not_called()


def test_beside_a_local_figure_nothing_says_that_there_is_none(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE))
    query = "city=seattle&role=product-manager&level=senior"

    known = client.get(f"/salaries/?{query}").context
    unknown = client.get(f"/salaries/?{query}&city=austin&kind=modelled").context

    survey = "n = 11 survey answers (broader slice used: country)"
    assert known["title"].endswith(f"({survey}, n = 12 adverts and modelled, release 2026-12)")
    assert "A modelled figure is a national band" in known["notices"][0]
    assert "No source that this guide holds gives pay" in unknown["notices"][0]


def test_no_model_starts_from_a_figure_that_is_withheld(client: Client, publish: Publish) -> None:
    """A modelled band less its printed ratios is its tier again."""
    before = client.get(MODELLED).context["answer"].rows
    publish(*adverts(LARGE, level="mid"), *adverts(range(150_000, 154_000, 1_000)))

    after = client.get(MODELLED).context["answer"].rows

    assert [row.kind for row in before] == [Kind.MODELLED]
    assert after == ()


def test_a_model_starts_from_what_is_computed_here(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE))

    (row,) = client.get(MODELLED).context["answer"].rows

    quartiles = [round(value) for value in np.percentile(LARGE, [25, 75])]
    assert f"${quartiles[0]:,} to ${quartiles[1]:,}" in row.working.tier
    assert (row.p50, row.p50_low, row.note, row.broader) == (None, None, "", "")


def test_a_broader_slice_is_named_wherever_it_is_shown(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE, city="Austin"))
    query = f"{SEATTLE}&level=senior"

    page = client.get(f"/salaries/?{query}")

    broader = "broader slice used: country"
    assert page.context["heading"].endswith(f", observed figures only ({broader})")
    assert page.context["panels"][0].bars[0].label == f"Senior, {broader}"
    assert broader in client.get(f"/salaries/card.svg?{query}").text


def test_values_that_stand_behind_two_rows_count_once(client: Client, publish: Publish) -> None:
    publish(*adverts(LARGE), *adverts(SMALL, size="small"))
    query = f"{SEATTLE}&level=senior&size=small&size=medium"

    page = client.get(f"/salaries/?{query}")

    assert sorted(row.n for row in page.context["answer"].rows) == [6, 18]
    assert "(n = 18 adverts (broader slice used: city), release 2026-12)" in page.context["title"]


def test_two_cities_without_figures_of_their_own_are_not_said_to_be_alike(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE, city=""))
    city = "level:senior,role:product-manager,city:"

    page = client.get(f"/salaries/compare/?a={city}seattle&b={city}austin")

    observed_alike = [
        one for one in page.context["columns"][1].differences if one.row.kind is Kind.OBSERVED
    ]
    # The adverts, and the survey, of which the release holds the whole country only.
    assert [(one.low, one.high, one.broader) for one in observed_alike] == [
        ("the same figure", "the same figure", "broader slice used: country")
    ] * 2


def test_a_city_without_figures_of_its_own_does_not_differ_from_its_country(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE, city=""))
    role = "role:product-manager"

    page = client.get(
        f"/salaries/compare/?a=level:senior,{role},country:united-states"
        f"&b=level:senior,{role},city:seattle"
    )

    said = {(one.low, one.broader) for one in page.context["columns"][1].differences}
    assert said == {("the same figure", "broader slice used: country")}
    assert "no difference" not in page.text


def test_a_difference_names_the_broader_slice_on_either_side(
    client: Client, publish: Publish
) -> None:
    elsewhere = adverts(range(90_000, 150_000, 5_000), city="Austin", region="TX")
    publish(*adverts(LARGE, city=""), *elsewhere)
    seattle, austin = (f"level:senior,role:product-manager,city:{c}" for c in ("seattle", "austin"))

    said = [
        client.get(f"/salaries/compare/?a={one}&b={other}").context["columns"][1].differences[1]
        for one, other in ((austin, seattle), (seattle, austin))
    ]

    assert [one.broader for one in said] == [
        "broader slice used: country",
        "slice A: broader slice used: country",
    ]
    assert "%" in said[0].low


def test_a_figure_of_the_country_stands_once_beside_an_own_pay(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE, city=""))
    query = "role=product-manager&level=senior&city=seattle&pay=180000"

    groups = client.get(f"/salaries/stand/?{query}").context["groups"]

    kinds = [[entry.row.kind for entry in group.entries] for group in groups]
    assert kinds == [[Kind.OBSERVED, Kind.OBSERVED], [Kind.MODELLED]]


def test_beside_observed_figures_nothing_says_that_all_is_modelled(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(LARGE, city=""))

    page = client.get("/salaries/?city=seattle&role=product-manager&level=senior")

    kinds = {row.kind for row in page.context["answer"].rows}
    assert kinds == {Kind.OBSERVED, Kind.MODELLED}
    assert not any("What is shown is modelled" in said for said in page.context["notices"])


def test_machines_are_told_no_figure_that_is_withheld(client: Client, publish: Publish) -> None:
    path, stored = "/roles/product-manager/", "195442"
    before = client.get(path).text

    publish(*adverts(LARGE, level="mid"), *adverts(range(150_000, 154_000, 1_000)))

    assert stored in before
    assert stored not in client.get(path).text


def test_every_broader_slice_has_a_name_on_the_page() -> None:
    query = Query(Measure("base", "USD"))
    for facet in (Facet.ROLE, Facet.COUNTRY, Facet.CITY, Facet.SIZE, Facet.INDUSTRY):
        query = query.where(facet, "a")

    labels = {
        rung.label
        for fewest in range(1, len(list(rungs(query))) + 1)
        if (rung := climbed(query, counting(query), fewest=fewest)) is not NOT_ENOUGH
    }

    assert labels - {""} == set(BROADER_SLICES)


def counting(query: Query) -> Callable[[Query], int]:
    """Let each rung have one row more than the one before."""
    order = list(rungs(query))
    return lambda asked: order.index(asked) + 1
