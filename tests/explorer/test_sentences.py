import pytest

from salaries.choices import Kind
from salaries.explorer import sentences
from salaries.explorer.notices import notices
from salaries.explorer.samples import samples
from salaries.explorer.sentences import listed
from tests.salaries.examples import explorer_of, pay_row


def said(query: str) -> tuple[str, str, str]:
    explorer = explorer_of(query)
    answer = explorer.answer
    return (
        explorer.heading,
        " ".join(sentences.statements(answer)),
        " ".join(notices(answer, explorer.role_names)),
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed_as_in_a_sentence(words: list[str], text: str) -> None:
    assert listed(words) == text


@pytest.mark.django_db
def test_one_reported_band_names_its_kind_year_and_sample() -> None:
    heading, sentence, notices = said("level=senior")

    assert heading == "Senior Technical Product Manager pay in India"
    assert sentence == (
        "Senior Technical Product Manager pay in India: ₹22-30 lakh a year, reported "
        "(annual pay, parts not stated, about 2024, sample not stated), according to "
        "IPL guide (2024)."
    )
    assert notices == ""


@pytest.mark.django_db
def test_one_modelled_band_names_its_plausible_range() -> None:
    heading, sentence, notices = said("level=senior&city=hyderabad&size=large")

    assert heading == "Senior Technical Product Manager pay in Hyderabad, large companies"
    assert "about ₹24.5-33.5 lakh a year, modelled; plausible ₹19-43 lakh" in sentence
    assert "modelled" in notices


@pytest.mark.django_db
def test_one_observed_figure_names_its_median_and_sample() -> None:
    _, sentence, _ = said("country=united-states&level=mid&role=product-manager")

    assert "$143,550-210,000 a year, observed; median $174,208" in sentence
    assert "n = 141 adverts" in sentence


@pytest.mark.django_db
def test_kinds_of_pay_get_a_sentence_each_and_no_common_number() -> None:
    _, sentence, notices = said("country=united-states")

    assert sentence.count("Observed pay of Product Managers in the United States") == 2
    assert "midpoint of the advertised range" in sentence
    assert "total compensation" in sentence
    assert "No observed figure of the United States is about Technical Product Managers" in notices
    assert "not averaged" in notices


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "is_said"),
    [
        ("country=united-states&level=mid", True),
        ("city=seattle&level=mid&size=large", True),
        ("country=united-states&source=so-2023-us", False),
        ("level=mid", False),
    ],
)
def test_the_level_of_an_advert_is_said_to_count_no_years(query: str, *, is_said: bool) -> None:
    _, _, notices = said(query)

    assert ("The level of an advert is the code that its index gives it" in notices) is is_said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("role=core-product-manager", "No source that this guide holds"),
        ("city=pune&kind=reported", "a modelled one may be there"),
        ("role=product-manager&city=pune", "No national band"),
    ],
)
def test_no_figure_is_said_with_its_reason(query: str, reason: str) -> None:
    _, sentence, notices = said(query)

    assert sentence == "No figure yet for this choice."
    assert reason in notices


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("view=distribution", "This release holds too few observations for this choice, or none"),
        ("view=cities&kind=reported", "No figure of this choice is about a city"),
    ],
)
def test_a_view_without_figures_says_that_the_bands_may_have_some(query: str, reason: str) -> None:
    _, _, notices = said(query)

    assert reason in notices
    assert "No source that this guide holds" not in notices


@pytest.mark.django_db
def test_a_modelled_figure_without_a_place_is_asked_for_one() -> None:
    _, _, notices = said("kind=modelled")

    assert "Choose one of them" in notices
    assert "No source that this guide holds" not in notices


@pytest.mark.django_db
def test_a_figure_about_the_city_over_all_levels_is_not_called_nothing() -> None:
    _, about_it, _ = said("role=product-manager&city=hyderabad")
    _, about_the_country, _ = said("role=product-manager&city=pune")

    assert about_it == "No figure by level for this choice; those over all levels are below."
    assert about_the_country == "No figure yet for this choice."


@pytest.mark.django_db
def test_figures_over_all_levels_are_not_called_nothing() -> None:
    _, sentence, _ = said("source=jigsaw-insight-2021")

    assert sentence == "No figure by level for this choice; those over all levels are below."


@pytest.mark.django_db
def test_two_roles_and_two_sources_get_a_sentence_each_and_an_open_end_stays_open() -> None:
    _, sentence, _ = said("role=technical-product-manager&role=product-manager&kind=reported")

    for role, source, ends in (
        ("Technical Product Managers", "IPL guide (2024)", "₹10 lakh (entry) to ₹50 lakh and more"),
        ("Product Managers", "Jaro Education (2025)", "₹6 lakh (entry) to ₹60 lakh"),
        ("Product Managers", "salaryinhand.in (2026)", "₹8 lakh (entry) to ₹80 lakh"),
    ):
        about = f"Reported pay of {role} in India, according to {source}"
        assert f"{about}: 4 bands from {ends} (lead)" in sentence
    assert sentence.count("Reported pay of") == 3


@pytest.mark.django_db
def test_one_figure_of_a_kind_is_no_range_of_levels() -> None:
    _, sentence, _ = said("country=united-states&role=product-manager&level=mid&level=senior")

    assert "2 middle halves from $143,550 (mid) to $228,950 (senior)" in sentence
    assert "Senior Product Manager pay in the United States: the middle half lies at" in sentence


@pytest.mark.django_db
def test_weak_evidence_is_named_by_city() -> None:
    _, _, notices = said("city=kolkata&city=ahmedabad&city=pune")

    assert "Weak evidence: the ratio for Ahmedabad and Kolkata" in notices


@pytest.mark.django_db
def test_the_title_names_release_and_sample() -> None:
    explorer = explorer_of("country=united-states&level=mid&role=product-manager")

    assert explorer.title == (
        "Mid Product Manager pay in the United States (n = 141 adverts, release 2026-11)"
    )


@pytest.mark.django_db
def test_a_heading_names_the_role_that_is_shown_not_the_one_it_stands_in_for() -> None:
    heading, _, _ = said("country=united-states")

    assert heading == "Product Manager pay in the United States"


def test_samples_of_two_kinds_are_never_added_up() -> None:
    rows = [
        pay_row(kind=Kind.OBSERVED, n=140, n_unit="adverts"),
        pay_row(kind=Kind.OBSERVED, n=165, n_unit="adverts"),
        pay_row(kind=Kind.OBSERVED, n=53, n_unit="survey answers"),
    ]

    assert samples(rows) == "n = 305 adverts and n = 53 survey answers"
    assert samples([pay_row(), rows[2]]) == "n = 53 survey answers and sample not stated"
    assert samples([pay_row(kind=Kind.MODELLED, n=140)]) == "modelled"
    assert samples([]) == "no figure"


@pytest.mark.django_db
def test_middle_halves_are_not_called_bands() -> None:
    _, sentence, _ = said("country=united-states")

    assert "4 middle halves from $74,870 (entry) to $228,950 (senior)" in sentence
    assert "2024 and 2024-2025, n = 5 (few) to 165 adverts" in sentence


@pytest.mark.django_db
def test_what_has_no_figure_beside_other_things_is_named() -> None:
    _, _, notices = said(
        "role=core-product-manager&role=technical-product-manager&kind=reported&kind=observed"
    )

    assert "There is no observed figure for this choice." in notices
    assert "There is no figure for the Core Product Manager." in notices


@pytest.mark.django_db
def test_a_city_whose_ratio_is_in_doubt_says_so() -> None:
    _, _, notices = said("city=pune&level=mid")

    assert "Pune: Independent checks put this city 15-25% below the national tier" in notices
