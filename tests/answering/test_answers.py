"""The figures as the guide answers them, against values taken from the sources by hand."""

import pytest

from roles.choices import Level
from salaries.answering.answers import paged
from salaries.choices import Kind
from salaries.rows import PayRow
from tests.salaries.examples import explorer_of, pay_row

pytestmark = pytest.mark.django_db

LAKH = 100_000


def rows_of(query: str) -> tuple[PayRow, ...]:
    explorer = explorer_of(query)
    assert explorer.is_valid(), explorer.filter.refusals
    return explorer.answer.rows


def test_the_four_reported_bands_of_india() -> None:
    found = [(row.level, row.low // LAKH, row.high // LAKH, row.open_ended) for row in rows_of("")]

    assert found == [
        (Level.ENTRY, 10, 15, False),
        (Level.MID, 15, 22, False),
        (Level.SENIOR, 22, 30, False),
        (Level.LEAD, 30, 50, True),
    ]


def test_senior_in_india_is_as_reported_with_its_source() -> None:
    (row,) = rows_of("level=senior")

    assert (row.kind, row.amount, row.sample) == (Kind.REPORTED, "₹22-30 lakh", "sample not stated")
    assert "Institute of Product Leadership" in row.sources[0].name


def test_senior_hyderabad_large_is_modelled_as_the_method_says() -> None:
    (row,) = rows_of("level=senior&city=hyderabad&size=large")

    assert (row.kind, row.amount, row.plausible) == (
        Kind.MODELLED,
        "₹24.5-33.5 lakh",
        "₹19-43 lakh",
    )
    assert row.working is not None
    assert [factor.value for factor in row.working.factors] == ["1.022", "1.086"]
    assert all(factor.sources for factor in row.working.factors)


def test_mid_seattle_large_starts_from_product_manager_adverts() -> None:
    (row,) = rows_of("level=mid&city=seattle&size=large&kind=modelled")

    assert (row.role, row.low, row.high) == ("Product Manager", 175_000, 255_000)
    assert row.working is not None
    assert "$172,8" in row.working.exact
    assert "n = 141 adverts" in row.sample


def test_the_united_states_are_observed_by_level_and_kind_of_pay() -> None:
    mid = next(row for row in rows_of("country=united-states") if row.level is Level.MID)

    assert (mid.kind, mid.n, mid.low, mid.p50, mid.high) == (
        Kind.OBSERVED,
        141,
        143_550,
        174_208,
        210_000,
    )


def test_a_stand_in_role_is_said_to_be_one() -> None:
    assert explorer_of("country=united-states").answer.by_proxy
    assert not explorer_of("country=united-states&role=product-manager").answer.by_proxy
    assert not explorer_of("").answer.by_proxy


CITIES = (
    "bengaluru",
    "hyderabad",
    "mumbai",
    "chennai",
    "pune",
    "delhi-ncr",
    "kolkata",
    "ahmedabad",
    "chandigarh",
)


@pytest.mark.parametrize("city", CITIES)
@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_every_indian_city_and_size_is_modelled_at_four_levels(city: str, size: str) -> None:
    found = rows_of(f"city={city}&size={size}")

    assert [row.level for row in found] == list(Level)
    assert {row.kind for row in found} == {Kind.MODELLED}
    assert {row.is_weak for row in found} == {city in CITIES[-3:]}


def test_a_modelled_band_never_answers_a_question_for_reported_figures() -> None:
    assert rows_of("city=hyderabad&kind=reported") == ()


def test_a_role_without_figures_has_none_rather_than_those_of_another() -> None:
    assert rows_of("role=growth-product-manager") == ()
    assert rows_of("role=product-manager&city=pune") == ()


def test_claims_about_all_levels_stand_beside_the_bands_only() -> None:
    explorer = explorer_of("")

    assert [claim.amount for claim in explorer.answer.claims] == [
        "₹10-40 lakh and more",
        "₹15-25 lakh",
        "₹21.25 lakh",
    ]
    assert explorer_of("level=senior").answer.claims == ()


@pytest.mark.parametrize("sort", ["low", "-low", "high", "-high"])
def test_rows_follow_the_sort(sort: str) -> None:
    ends = [getattr(row, sort.strip("-")) for row in rows_of(f"city=pune&city=mumbai&sort={sort}")]

    assert ends == sorted(ends, reverse=sort.startswith("-"))


def test_rows_of_two_countries_are_never_mixed_by_a_sort() -> None:
    countries = [row.country for row in rows_of("city=pune&city=seattle&sort=low")]

    assert countries == sorted(countries)


def test_every_row_carries_kind_source_year_release_and_place() -> None:
    for query in ("", "country=united-states", "city=pune&size=small", "role=product-manager"):
        for row in rows_of(query):
            assert all((row.kind, row.pay_kind, row.sources, row.place, row.year))
            assert row.release == "2026-11"
            assert row.low <= row.high


@pytest.mark.parametrize(
    ("sizes", "pages"),
    [([], []), ([9, 9, 9], [2, 1]), ([24, 1], [1, 1]), ([30, 2, 3], [1, 2]), ([8, 8, 8], [3])],
)
def test_a_page_has_as_many_whole_charts_as_fit(sizes: list[int], pages: list[int]) -> None:
    charts = [(pay_row(),) * size for size in sizes]

    assert [len(page) for page in paged(charts)] == pages
