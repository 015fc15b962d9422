"""What the guide says in Hindi where words are put together: dates, counts, sentences' ends."""

from datetime import date

import pytest
from django.test import Client
from django.utils import translation
from django.utils.formats import date_format

from roles.cited import date_said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("about 2024", "लगभग 2024"),
        ("undated", "तिथि अज्ञात"),
        ("not dated", "तिथि अज्ञात"),
        ("2024-06-09", "2024-06-09"),
    ],
)
def test_the_date_of_a_source_is_said_in_hindi(published: str, said: str) -> None:
    with translation.override("hi"):
        assert date_said(published) == said


@pytest.mark.parametrize(
    ("month", "said"), [(9, "21 सितंबर 2026"), (11, "21 नवंबर 2026"), (12, "21 दिसंबर 2026")]
)
def test_months_are_spelled_as_readers_spell_them(month: int, said: str) -> None:
    with translation.override("hi"):
        assert date_format(date(2026, month, 21), "j F Y") == said


@pytest.mark.django_db
def test_the_sentence_on_pay_of_the_home_page_is_one_in_hindi(client: Client) -> None:
    page = client.get("/hi/").content.decode()

    assert "भारत (IPL guide (2024) के अनुसार) में Technical Product Manager" in page


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/hi/", "/hi/faq/", "/hi/roles/product-manager/"])
def test_a_sentence_in_hindi_ends_in_its_own_full_stop(client: Client, path: str) -> None:
    page = " ".join(client.get(path).content.decode().split())

    assert "जाँचा नहीं गया." not in page
    assert "तुलना करें</a>." not in page
    assert "जाँचा नहीं गया (about" not in page


@pytest.mark.django_db
def test_one_document_of_five_is_counted_in_hindi(client: Client) -> None:
    page = client.get("/hi/roles/technical-product-manager/").content.decode()

    assert "5 दस्तावेज़ों में से 1 में नाम है" in page
