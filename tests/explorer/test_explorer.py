import pytest

from salaries.explorer.page import page
from salaries.models import DataRelease
from tests.salaries.examples import explorer_of

pytestmark = pytest.mark.django_db


def test_a_page_number_is_checked_against_the_answer() -> None:
    beyond = explorer_of("page=2")

    assert not beyond.is_valid()
    (refusal,) = beyond.filter.refusals
    assert refusal.message == "Page 2 does not exist: there is only one page."


def test_several_pages_are_counted_in_the_message() -> None:
    query = "&".join(f"city={city}" for city in ("pune", "mumbai", "chennai", "hyderabad"))
    beyond = explorer_of(f"{query}&size=small&size=large&page=3")

    assert not beyond.is_valid()
    assert "there are 2 pages" in beyond.filter.refusals[0].message


def test_a_site_without_a_release_shows_no_figure_and_no_error() -> None:
    DataRelease.objects.update(status="withdrawn")

    explorer = explorer_of("")

    assert explorer.is_valid()
    assert page(explorer)["statements"] == ("No figure yet for this choice.",)
    assert explorer.title == "Technical Product Manager pay in India (no figure)"


def test_the_form_and_the_links_come_from_the_same_slice() -> None:
    context = page(explorer_of("level=mid&city=pune&sort=low"))

    assert context["canonical"] == "/salaries/?level=mid&city=pune&sort=low"
    assert context["csv_url"] == "/salaries/export.csv?level=mid&city=pune&sort=low"
    assert context["figure_url"] == "/salaries/figure.json?level=mid&city=pune&sort=low"
