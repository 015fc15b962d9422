"""What is said of pay in Hindi: years, samples, distances and the own amount as it is typed."""

import re
from collections.abc import Iterator
from html import unescape
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import translation

from salaries import money
from salaries.choices import Currency, Kind
from salaries.explorer.samples import samples
from salaries.models import Factor, PayFigure
from salaries.position.amounts import amount
from salaries.position.places import place
from salaries.stand.entries import distances, percentile
from salaries.wordings import UNITS
from tests.i18n.reading import DEVANAGARI
from tests.salaries.examples import pay_row


@pytest.fixture
def hindi() -> Iterator[None]:
    with translation.override("hi"):
        yield


def page_of(client: Client, path: str, status: HTTPStatus = HTTPStatus.OK) -> str:
    response = client.get(path)
    assert response.status_code == status
    return " ".join(unescape(response.content.decode()).split())


@pytest.mark.django_db
@pytest.mark.usefixtures("hindi")
@pytest.mark.parametrize(
    ("key", "label"),
    [("RB004", "लगभग 2024"), ("RB009", "तिथि अज्ञात (2026 में उपलब्ध कराया गया)")],
)
def test_how_a_year_is_known_is_said_in_hindi(key: str, label: str) -> None:
    assert PayFigure.objects.get(key=key).year_label == label


@pytest.mark.django_db
def test_every_unit_that_is_shipped_can_be_said() -> None:
    figures = PayFigure.objects.values_list("n_unit", flat=True)
    factors = Factor.objects.values_list("n_unit", flat=True)

    assert {*figures, *factors} - {""} <= set(UNITS)


@pytest.mark.usefixtures("hindi")
@pytest.mark.parametrize("unit", UNITS)
def test_a_sample_names_its_unit_in_hindi(unit: str) -> None:
    sample = pay_row(n=140, n_unit=unit).sample

    assert DEVANAGARI.search(sample)
    assert unit not in sample


@pytest.mark.usefixtures("hindi")
def test_a_unit_that_nobody_foresaw_stands_as_it_is() -> None:
    assert pay_row(n=140, n_unit="payslips").sample == "n = 140 payslips"


@pytest.mark.usefixtures("hindi")
def test_a_stored_sample_and_one_that_is_counted_here_are_added_up() -> None:
    stored = pay_row(kind=Kind.OBSERVED, n=140, n_unit="adverts")
    counted = pay_row(kind=Kind.OBSERVED, n=165, n_unit="विज्ञापन")

    assert samples([stored, counted]) == "n = 305 विज्ञापन"


@pytest.mark.usefixtures("hindi")
def test_a_place_among_observed_pay_names_its_unit_in_hindi() -> None:
    few = pay_row(kind=Kind.OBSERVED, n=29, n_unit="survey answers")

    assert percentile(100, few) == "पर्सेंटाइल नहीं: 29 सर्वेक्षण के उत्तर 30 से कम हैं।"


@pytest.mark.usefixtures("hindi")
def test_a_pay_at_an_end_is_no_distance_from_it() -> None:
    row = pay_row()

    assert distances(place(22_00_000, low=row.low, high=row.high), row) == (
        "प्रकाशित दायरे के भीतर: निचले सिरे से कोई अंतर नहीं, ऊपरी सिरे से ₹8 लाख नीचे।"
    )


@pytest.mark.usefixtures("hindi")
@pytest.mark.parametrize("whole", [3_00_000, 27_00_000, 99_50_000, 1_00_00_000, 1_20_00_000])
def test_an_amount_can_be_typed_as_a_page_in_hindi_prints_it(whole: int) -> None:
    assert amount(money.said(whole, Currency.INR), Currency.INR) == whole


@pytest.mark.parametrize(
    "text", ["1 करो\u095c", "1 करो\u0921\u093c", "₹1करो\u0921\u093c INR", "100 लाख"]
)
def test_both_spellings_of_crore_are_read_on_a_page_of_any_language(text: str) -> None:
    assert amount(text, Currency.INR) == 1_00_00_000


@pytest.mark.django_db
def test_two_kinds_without_a_figure_are_not_denied_twice(client: Client) -> None:
    page = page_of(client, "/hi/salaries/?level=senior&kind=reported&kind=observed&kind=modelled")

    assert "इस चुनाव के लिए प्रेक्षित या मॉडल-आधारित आँकड़ा नहीं है।" in page


def test_the_page_of_a_failure_leads_to_the_start_in_hindi(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the figures fell over")

    monkeypatch.setattr("salaries.views.Explorer", fail)
    client = Client(raise_request_exception=False)

    hindi = page_of(client, "/hi/salaries/", HTTPStatus.INTERNAL_SERVER_ERROR)
    english = page_of(client, "/salaries/", HTTPStatus.INTERNAL_SERVER_ERROR)

    assert '<a href="/hi/">होम पेज</a>' in hindi
    assert re.findall(r'<a href="([^"]*)">', english) == ["/"]


@pytest.mark.django_db
def test_the_card_is_in_english_whatever_the_address(client: Client) -> None:
    assert (
        client.get("/hi/salaries/card.svg?level=senior").content
        == client.get("/salaries/card.svg?level=senior").content
    )


@pytest.mark.django_db
def test_the_citation_is_in_the_language_of_its_page(client: Client) -> None:
    cited = client.get("/hi/salaries/?level=senior").context["citation"].text

    assert "डेटा रिलीज़ 2026-11" in cited
    assert "Data release" not in cited
