"""The search page over HTTP."""

import re
from html import unescape
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from pytest_django import DjangoAssertNumQueries

from roles.models import GlossaryTerm
from tests.hostile.input import MANY
from tests.search.hostile import TYPED
from tpmguide.context import FOOTER, MAIN
from tpmguide.models import SearchEntry
from tpmguide.search import index
from tpmguide.search.kinds import EntryKind

pytestmark = pytest.mark.django_db

# More queries than the worst of cases takes. The last three read the names of roles and cities, for
# the slice of pay that a query may name; a worker reads them once while nothing is committed.
MOST_QUERIES = 8 + 3


def page_of(client: Client, *, status: int = HTTPStatus.OK, **query: str) -> str:
    response = client.get("/search/", query)
    assert response.status_code == status
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def hits(page: str) -> list[str]:
    return re.findall(r'<li class="search-hit">\s*<h3>\s*<a href="([^"]+)"', page)


def text_of(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def test_the_page_says_what_can_be_searched_and_gives_examples(client: Client) -> None:
    response = client.get("/search/")
    page = response.content.decode()

    assert "<title>Search - tpmguide</title>" in page
    assert 'rel="canonical"' in page
    assert "noindex" not in page
    assert "glossary terms" in page.casefold()
    assert 'href="/search/?q=go-to-market"' in page


def test_results_are_an_ordered_list_with_kind_link_and_excerpt(client: Client) -> None:
    page = page_of(client, q="sr tpm")
    first = page.partition('<li class="search-hit">')[2].partition("</li>")[0]

    assert '<ol class="search-results" start="1">' in page
    assert 'href="/roles/technical-product-manager/senior/"' in first
    assert '<span class="badge">Career level</span>' in first
    assert "<mark>Senior</mark>" in first


def test_the_number_of_results_is_said_in_words(client: Client) -> None:
    response = client.get("/search/", {"q": "moscow"})
    page = response.content.decode()
    number = len(hits(page))

    assert f"<h2>{number} results for “moscow”</h2>" in page
    assert f"<title>{number} results for “moscow” - tpmguide</title>" in page
    assert '<meta name="robots" content="noindex">' in page


def test_the_words_stand_in_the_form_again(client: Client) -> None:
    page = page_of(client, q='"sr" <tpm>')

    assert 'value="&quot;sr&quot; &lt;tpm&gt;"' in page
    assert 'role="search"' in page
    assert re.search(r'<label for="(search-again)">.*id="\1"', page, re.DOTALL)


def test_a_query_is_never_printed_as_markup(client: Client) -> None:
    response = client.get("/search/", {"q": "<script>alert(1)</script> tpm"})

    assert "<script>alert" not in response.content.decode()


def test_markup_in_the_content_is_never_printed_as_markup(client: Client) -> None:
    GlossaryTerm.objects.update(title="<i>Xyzzy</i> & more", text="<b>xyzzy</b>")
    index.rebuild()

    page = page_of(client, q="xyzzy")

    assert "&lt;i&gt;<mark>Xyzzy</mark>&lt;/i&gt; &amp; more" in page
    assert "<b>" not in page


def test_a_correction_is_said_and_can_be_refused(client: Client) -> None:
    page = page_of(client, q="arcitecture")
    literal = re.search(r'href="(/search/\?q=arcitecture&amp;exact=1)"', page)

    assert "Showing results for <strong>architecture</strong>" in page
    assert "results for “architecture”" in page
    assert literal
    assert "No results for “arcitecture”" in page_of(client, q="arcitecture", exact="1")


def test_some_of_the_words_are_said_to_be_enough(client: Client) -> None:
    page = page_of(client, q="kubernetes xyzzy moscow")

    assert "Nothing has all of these words." in page
    assert "/tools/moscow/" in hits(page)


def test_what_is_cut_is_said(client: Client) -> None:
    page = page_of(client, q="tpm " * 20)

    assert "A search reads 100 characters and 8 words. The rest was left out." in text_of(page)


def test_results_can_be_narrowed_to_one_kind(client: Client) -> None:
    page = page_of(client, q="architecture")
    every = dict(re.findall(r"kind=(\w+)\"\s*>[\w ]+\((\d+)\)", page))
    skills = page_of(client, q="architecture", kind="skill")

    assert len(hits(skills)) == int(every["skill"])
    assert all(url.startswith("/skills/") for url in hits(skills))
    assert f"{every['skill']} results of kind Skill for “architecture”" in skills
    assert 'aria-current="true">Skill' in skills


def test_the_counts_of_the_kinds_add_up(client: Client) -> None:
    page = page_of(client, q="risk")
    counts = [int(number) for number in re.findall(r"\((\d+)\)</a>", page)]

    assert counts[0] == sum(counts[1:]) > 0


def test_a_kind_without_results_offers_the_others(client: Client) -> None:
    page = page_of(client, q="moscow", kind="source")

    assert "No results of kind Source for “moscow”" in page
    assert 'href="/search/?q=moscow"' in page


def test_pages_follow_one_another_and_keep_the_query(client: Client) -> None:
    first = page_of(client, q="tpm", kind="passage")
    second = page_of(client, q="tpm", kind="passage", page="2")

    assert len(hits(first)) == 20
    assert '<a href="/search/?q=tpm&amp;kind=passage&amp;page=2"' in first
    assert 'start="21"' in second
    assert not set(hits(first)) & set(hits(second))


def test_a_page_beyond_the_last_answers_400(client: Client) -> None:
    page = page_of(client, q="moscow", page="2", status=HTTPStatus.BAD_REQUEST)

    assert "<code>page</code>" in page
    assert hits(page) == []


def test_an_unknown_kind_answers_400_with_the_kinds(client: Client) -> None:
    page = page_of(client, q="tpm", kind="wizard", status=HTTPStatus.BAD_REQUEST)

    assert "<code>kind</code>" in page
    assert "<code>skill</code>" in page
    assert hits(page) == []


def test_an_unknown_parameter_is_named_as_ignored(client: Client) -> None:
    page = page_of(client, q="tpm", colour="red")

    assert "Ignored, because this page has no such parameter: colour." in page


def test_no_result_suggests_the_nearest_and_the_main_pages(client: Client) -> None:
    page = page_of(client, q="prodct ownr", exact="1")
    nothing = page_of(client, q="xyzzyplugh")

    assert hits(nothing) == hits(page) == []
    assert "No results for “xyzzyplugh”" in nothing
    assert "Did you mean" in page
    assert 'href="/glossary/#product-owner"' in page
    assert 'href="/faq/"' in nothing


@pytest.mark.parametrize("typed", ["xylophone", "kubernetis", "foobarbaz", "lorem ipsum", "banana"])
def test_nonsense_is_not_said_to_mean_something(client: Client, typed: str) -> None:
    page = page_of(client, q=typed)

    assert f"No results for “{typed}”" in page
    assert "Did you mean" not in page


def test_every_link_of_the_page_leads_somewhere(client: Client) -> None:
    pages = [page_of(client), page_of(client, q="arcitecture"), page_of(client, q="xyzzyplugh")]

    for url in {unescape(url) for page in pages for url in re.findall(r'href="([^"]+)"', page)}:
        address = urlsplit(url)
        assert client.get(address.path, parse_qs(address.query)).status_code == HTTPStatus.OK, url


def test_an_amount_in_an_excerpt_says_where_its_source_is(client: Client) -> None:
    hits = client.get("/search/", {"q": "salary senior"}).context["results"].hits

    told = {hit.caution for hit in hits if "₹" in "".join(piece.text for piece in hit.excerpt)}
    others = {hit.caution for hit in hits if hit.kind is EntryKind.PAY}

    assert told == {"Reported, not checked: source, year and kind of pay are where the link leads."}
    assert others == {""}


def test_an_empty_index_finds_nothing_and_says_so(client: Client) -> None:
    SearchEntry.objects.all().delete()

    assert "No results for “tpm”" in page_of(client, q="tpm")


@MANY
@given(q=TYPED)
def test_a_hostile_query_is_answered_with_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, q: str
) -> None:
    with django_assert_max_num_queries(MOST_QUERIES):
        response = client.get("/search/", {"q": q})

    assert response.status_code == HTTPStatus.OK
    assert b"\x00" not in response.content


@MANY
@given(q=TYPED, kind=TYPED, exact=TYPED, page=TYPED)
def test_hostile_values_are_answered_or_refused(
    client: Client, q: str, kind: str, exact: str, page: str
) -> None:
    query = {"q": [q, "tpm"], "kind": kind, "exact": exact, "page": page}

    response = client.get("/search/", query)

    assert response.status_code in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}
    assert b"\x00" not in response.content


@pytest.mark.parametrize(
    ("label", "page"), [(entry[0], entry[1]) for entry in (*MAIN, *FOOTER)], ids=str
)
def test_what_the_frame_of_every_page_names_is_found_by_that_name(
    client: Client, label: str, page: str
) -> None:
    assert hits(page_of(client, q=label))[0] == reverse(page)
    assert reverse(page) in page_of(client, q="xyzzyplugh").partition('id="pages"')[2]
