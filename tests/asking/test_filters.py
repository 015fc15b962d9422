import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from roles.choices import Level
from salaries.asking.filters import SalaryFilter
from salaries.asking.holdings import Holdings
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import CompanySize, Country, Kind
from salaries.models import PayFigure
from salaries.slices import Slice

pytestmark = pytest.mark.django_db


def read(query: str) -> SalaryFilter:
    return SalaryFilter(QueryDict(query), queryset=PayFigure.objects.all(), vocabulary=Vocabulary())


def slice_of(query: str) -> Slice:
    salary_filter = read(query)
    assert salary_filter.is_valid(), salary_filter.refusals
    return salary_filter.slice


def message_of(query: str) -> tuple[str, str]:
    salary_filter = read(query)
    assert not salary_filter.is_valid()
    (refusal,) = salary_filter.refusals
    return refusal.label, refusal.message


def test_each_query_is_read_by_its_own_words() -> None:
    query, asked = QueryDict("release=2026-12&page=2"), PayFigure.objects.all()
    words = Vocabulary()

    known, unknown, again = (
        SalaryFilter(query, queryset=asked, vocabulary=words, releases=releases)
        for releases in (("2026-12",), ("2027-01",), ("2026-12",))
    )

    assert (known.is_valid(), unknown.is_valid(), again.is_valid()) == (True, False, True)
    assert [refusal.choices for refusal in unknown.refusals] == [("2027-01",)]


def test_no_query_asks_for_the_default_slice() -> None:
    assert slice_of("") == Slice()


def test_every_parameter_is_read() -> None:
    asked = slice_of(
        "role=product-manager&level=senior&city=seattle&size=large&kind=modelled&sort=-low&page=2"
    )

    assert asked == Slice(
        roles=("product-manager",),
        levels=(Level.SENIOR,),
        countries=(Country.UNITED_STATES,),
        cities=("seattle",),
        sizes=(CompanySize.LARGE,),
        kinds=(Kind.MODELLED,),
        sort="-low",
        page=2,
    )


def test_before_the_first_release_nothing_is_held() -> None:
    held = Holdings(None, None)

    assert (held.sources, held.industries) == ({}, {})


def test_order_and_repetition_of_values_do_not_matter() -> None:
    assert slice_of("level=mid&level=senior&level=mid") == slice_of("level=senior&level=mid")


def test_empty_values_are_no_values() -> None:
    assert slice_of("level=&city=&size=&country=&kind=&sort=&page=") == Slice()


def test_the_canonical_query_is_read_as_the_same_slice() -> None:
    asked = slice_of("size=small&level=lead&city=pune&city=mumbai&sort=high")

    assert slice_of(asked.query()) == asked


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("level=wizard", "Level", ["“wizard”", "entry, mid, senior, lead"]),
        ("city=atlantis", "City", ["“atlantis”", "bengaluru"]),
        ("size=huge", "Company size", ["“huge”", "small, medium, large"]),
        ("role=boss", "Role", ["“boss”", "technical-product-manager"]),
        ("country=narnia", "Country", ["“narnia”", "india, united-states"]),
        ("kind=guessed", "Kind of figure", ["“guessed”", "reported, observed, modelled"]),
        ("sort=random", "Order", ["“random”", "-level"]),
        ("level=Senior", "Level", ["“Senior”"]),
        ("level=senior&level=wizard", "Level", ["“wizard”"]),
        (
            "industry=fintech",
            "Industry",
            ["“fintech” is not known here: the data release holds no figure by industry."],
        ),
        ("sort=low&sort=high", "Order", ["Give one value"]),
        ("page=0", "Page", ["“0”", "from 1 to 999"]),
        ("page=99999999999999999999999", "Page", ["from 1 to 999"]),
        ("page=" + "9" * 10_000, "Page", ["whole number from 1 to 999"]),
        ("page=two", "Page", ["whole number from 1 to 999"]),
        ("page=1&page=2", "Page", ["is not one page number"]),
        ("city=pune&country=united-states", "City", ["Pune: not in the United States"]),
        ("city=pune&country=india&country=united-states", "City", ["not in the United States"]),
    ],
)
def test_a_value_that_is_not_known_is_named_with_the_valid_choices(
    query: str, field: str, words: list[str]
) -> None:
    label, message = message_of(query)

    assert label == field
    for word in words:
        assert word in message


@pytest.mark.parametrize("value", ["%00", "se%00nior", "x" * 10_000, "%F0%9F%98%80" * 500])
def test_a_hostile_value_is_refused_and_echoed_short_and_clean(value: str) -> None:
    _, message = message_of(f"city={value}")

    assert "\0" not in message
    assert len(message) < 600


def test_unknown_parameters_are_named_as_ignored() -> None:
    salary_filter = read("colour=red&level=mid")

    assert salary_filter.is_valid()
    assert salary_filter.ignored == ("colour",)


def test_an_alias_is_replaced_by_the_city_and_the_rest_is_kept() -> None:
    data = read("level=mid&city=bangalore&city=pune").without_aliases()

    assert data is not None
    assert data.urlencode() == "level=mid&city=bengaluru&city=pune"
    assert read("city=pune").without_aliases() is None


def test_the_queryset_holds_the_figures_of_the_slice_and_of_its_stand_in() -> None:
    salary_filter = read("country=united-states")

    assert salary_filter.is_valid()
    assert {figure.role.slug for figure in salary_filter.qs} == {
        "technical-product-manager",
        "product-manager",
    }
    assert {figure.country for figure in salary_filter.qs} == {"united-states"}


class AnyQueryString(TestCase):
    """Text of every kind, also such as no browser sends."""

    @settings(max_examples=150, deadline=None)
    @given(
        st.dictionaries(
            st.sampled_from(["role", "level", "country", "city", "size", "kind", "sort", "page"]),
            st.lists(st.text(max_size=30) | st.sampled_from(["senior", "pune", "2"]), max_size=3),
        )
    )
    def test_is_either_a_slice_or_a_message(self, values: dict[str, list[str]]) -> None:
        query = QueryDict(mutable=True)
        for name, texts in values.items():
            query.setlist(name, texts)

        salary_filter = SalaryFilter(
            query, queryset=PayFigure.objects.all(), vocabulary=Vocabulary()
        )

        assert salary_filter.is_valid() != bool(salary_filter.refusals)
        if salary_filter.is_valid():
            asked = salary_filter.slice
            assert slice_of(asked.query()) == asked


def every_city() -> str:
    return "&".join(f"city={city}" for city in Vocabulary().cities)


def test_every_city_at_two_levels_is_answered() -> None:
    assert read(f"{every_city()}&level=mid&level=senior").is_valid()


def test_more_slices_than_are_answered_at_once_are_refused() -> None:
    label, message = message_of(f"{every_city()}&size=small&size=large")

    assert label == "City"
    assert "248 slices" in message
    assert "At most 64" in message


def test_without_a_city_the_slices_of_each_country_count() -> None:
    roles = "&".join(f"role={role}" for role in Vocabulary().roles)

    assert read(f"{roles}&country=india&country=united-states&size=small&size=large").is_valid()


def test_a_city_elsewhere_is_refused_before_the_slices_are_counted() -> None:
    _, message = message_of(f"{every_city()}&size=small&size=large&country=india&city=pune")
    _, elsewhere = message_of("city=pune&country=united-states&size=small")

    assert "248 slices" in message
    assert "not in the United States" in elsewhere
