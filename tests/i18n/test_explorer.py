"""The explorer, its neighbours and the search in Hindi."""

import re
from html import unescape
from http import HTTPStatus

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def page_of(client: Client, path: str, status: HTTPStatus = HTTPStatus.OK) -> str:
    response = client.get(path)
    assert response.status_code == status
    return unescape(response.content.decode())


def test_the_filter_form_stays_in_hindi(client: Client) -> None:
    response = client.get("/hi/salaries/?level=senior&city=pune&sort=low")

    page = unescape(response.content.decode())
    form = re.search(r'<form class="filters"[^>]*>', page)
    assert form
    assert re.findall(r'"(/[^"]*)"', form[0]) == ["/hi/salaries/", "/hi/salaries/"]
    assert 'class="chip" href="/hi/salaries/?' in page
    assert 'id="sort-low"' in page
    assert re.search(r'id="sort-low"\s+href="/hi/salaries/\?', page)
    assert response["HX-Push-Url"] == "/hi/salaries/?level=senior&city=pune&sort=low"


def test_the_values_of_a_query_are_never_translated(client: Client) -> None:
    page = page_of(client, "/hi/salaries/?level=senior")

    values = re.findall(r'name="(?:level|size|kind|country)"\s+value="([^"]*)"', page)
    assert {"senior", "large", "modelled", "india"} <= set(values)
    assert all(value.isascii() for value in values)


def test_sentence_chips_heads_and_kinds_are_translated(client: Client) -> None:
    page = page_of(client, "/hi/salaries/?level=senior&city=pune&size=large")

    assert "Pune में सीनियर Technical Product Manager का वेतन, बड़ी कंपनियाँ" in page
    assert "मॉडल-आधारित" in page
    assert 'data-label="स्तर"' in page
    assert "फ़िल्टर हटाएँ" in page
    assert "वेतन दिखाएँ" in page


def test_rupees_keep_their_grouping_and_dollars_theirs(client: Client) -> None:
    rupees = page_of(client, "/hi/salaries/?level=senior")
    dollars = page_of(client, "/hi/salaries/?country=united-states")
    own = page_of(client, "/hi/salaries/stand/?level=senior&pay=27+lakh")

    assert "₹22-30 लाख" in rupees
    assert "₹27 लाख (₹27,00,000) प्रति वर्ष, कर से पहले" in own
    assert re.search(r"\$\d{2,3},\d{3}-\d{3},\d{3}", dollars)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/hi/salaries/?level=wizard", "“wizard” यहाँ मान्य नहीं है। इनमें से चुनें: entry, mid,"),
        ("/hi/salaries/?page=99", "पेज 99 नहीं है: केवल एक पेज है।"),
        ("/hi/salaries/stand/?pay=26", "“26” साल भर के वेतन के लिए बहुत कम है।"),
        ("/hi/salaries/premium/?cur=EUR", "“EUR” यहाँ मान्य नहीं है।"),
        ("/hi/compare/?roles=wizard,tpm", "“wizard” इस गाइड की कोई भूमिका नहीं है।"),
        ("/hi/fit/?q1=wizard", "“wizard” इस प्रश्न का उत्तर नहीं है"),
        ("/hi/interview/?level=wizard", "“wizard” करियर का कोई स्तर नहीं है।"),
        ("/hi/plan/?from=lead", "“lead” ऐसा स्तर नहीं है जिसके ऊपर कोई और स्तर हो।"),
        ("/hi/search/?q=tpm&kind=wizard", "“wizard” परिणाम का कोई प्रकार नहीं है।"),
    ],
)
def test_what_is_not_understood_is_refused_in_hindi(client: Client, path: str, said: str) -> None:
    assert said in page_of(client, path, HTTPStatus.BAD_REQUEST)


def test_no_answer_is_put_in_hindi_too(client: Client) -> None:
    page = page_of(client, "/hi/salaries/?role=core-product-manager&city=pune")

    assert "अभी कोई आँकड़ा नहीं" in page
    assert '<a href="/hi/salaries/">भारत में Technical Product Manager</a>' in page


def test_another_name_of_a_city_is_led_to_the_page_in_hindi(client: Client) -> None:
    assert client.get("/hi/salaries/?city=bangalore").headers["Location"] == (
        "/hi/salaries/?city=bengaluru"
    )


def test_the_legend_of_the_chart_is_in_hindi_and_its_colours_are_found(client: Client) -> None:
    (figure,) = client.get("/hi/salaries/figure.json").json()["figures"]

    (bars,) = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert (bars["name"], bars["meta"]) == ("प्रकाशित", "reported")


def test_the_file_is_the_same_for_readers_of_any_language(client: Client) -> None:
    page = page_of(client, "/hi/salaries/?level=senior")

    assert 'href="/salaries/export.csv?level=senior"' in page
    english = client.get("/salaries/export.csv?level=senior").content
    assert client.get("/hi/salaries/export.csv?level=senior").content == english


def test_the_search_answers_with_pages_in_hindi(client: Client) -> None:
    page = page_of(client, "/hi/search/?q=sr+tpm")

    results = page[page.index('id="results"') : page.index('<footer class="site-footer"')]
    links = re.findall(r'<a href="([^"]*)" lang="en">', results)
    assert "/hi/roles/technical-product-manager/senior/" in links
    assert all(link.startswith("/hi/") for link in links)
    assert "“sr tpm” के लिए" in results


def test_a_search_without_results_suggests_in_hindi(client: Client) -> None:
    page = page_of(client, "/hi/search/?q=xylophone")

    assert "“xylophone” के लिए कोई परिणाम नहीं" in page
    assert '<a href="/hi/salaries/">वेतन खोजक</a>' in page


def test_days_are_printed_in_the_language_of_the_page(client: Client) -> None:
    hindi = page_of(client, "/hi/roles/technical-product-manager/")
    english = page_of(client, "/roles/technical-product-manager/")

    day = r"<dd>\s*(\d{1,2} [^\d\s]+ 20\d\d)\s*</dd>"
    assert re.findall(day, english)
    assert len(re.findall(day, hindi)) == len(re.findall(day, english))
    assert not set(re.findall(day, hindi)) & set(re.findall(day, english))
