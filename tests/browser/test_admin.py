"""An editor's way through the admin, on a site of its own, under the strict policy."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.browser.checkers import axe_findings
from tests.browser.server import environment, served
from tests.browser.visits import Watch

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ADDRESSES = "links => links.map(link => link.pathname)"
NAME, PASSWORD = "editor", "a phrase that nobody guesses"


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data_dir = tmp_path_factory.mktemp("edited-site")
    with served(data_dir) as address:
        make_superuser(data_dir)
        yield address


def make_superuser(data_dir: Path) -> None:
    own = {
        "DJANGO_SUPERUSER_USERNAME": NAME,
        "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        "DJANGO_SUPERUSER_EMAIL": "editor@guide.example",
    }
    subprocess.run(
        [sys.executable, "manage.py", "createsuperuser", "--noinput"],
        cwd=settings.BASE_DIR,
        env=environment(data_dir, **own),
        check=True,
        capture_output=True,
    )


@pytest.fixture
def page(browser: Browser, own_site: str) -> Iterator[Page]:
    """Give a page of a logged-in editor; the test fails on whatever Watch notes."""
    context, watch = browser.new_context(base_url=own_site), Watch(own_site)
    page = context.new_page()
    watch.on(page)
    page.goto("/admin/")
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    yield page
    context.close()
    assert watch.troubles == []


def act(page: Page, release: str, action: str) -> None:
    """Take an action on a release, as a steward does in the list."""
    page.goto("/admin/salaries/datarelease/")
    page.get_by_role("row", name=release).get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option(label=action)
    page.get_by_role("button", name="Go").click()


@pytest.mark.parametrize("label", ["Low", "High", "Mean", "P10", "P90"])
def test_an_amount_is_seen_whole_where_it_is_written(page: Page, label: str) -> None:
    page.goto("/admin/salaries/payfigure/add/")
    amount = page.get_by_label(label)

    amount.fill("1000000000")

    assert amount.evaluate("box => box.scrollWidth - box.clientWidth") == 0


def test_a_band_is_changed_in_a_draft_and_seen_once_that_is_published(page: Page) -> None:
    act(page, "2026-11", "Start a draft from the release in use")
    draft = page.locator(".messagelist li").first.inner_text().split()[1]
    page.goto("/admin/salaries/payfigure/?q=RB003")
    page.get_by_role("row", name=draft).get_by_role("link", name="RB003").click()

    page.get_by_label("Low").fill("2300000")
    page.get_by_role("button", name="Save", exact=True).click()
    act(page, draft, "Publish the selected drafts")
    expect(page.locator(".messagelist")).to_contain_text("gives no reason for what it changes")
    page.get_by_role("link", name=draft, exact=True).click()
    page.get_by_label("Notes:").fill("The source was read once more.")
    page.get_by_role("button", name="Save", exact=True).click()
    act(page, draft, "Publish the selected drafts")

    page.goto("/salaries/?level=senior")
    expect(page.locator(".answer-line")).to_contain_text("₹23-30 lakh")
    page.goto("/salaries/?level=senior&release=2026-11")
    expect(page.locator(".answer-line")).to_contain_text("₹22-30 lakh")


def test_a_responsibility_and_its_sources_are_edited_on_one_screen(page: Page) -> None:
    page.goto("/admin/roles/responsibility/?q=r-03")
    page.locator("#result_list tbody th a").first.click()

    page.get_by_label("Title").fill("Write what engineers can build from")
    page.locator("#id_citations-0-place").fill("line 999")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto("/roles/technical-product-manager/")

    expect(page.locator("#r-03 h3, #r-03 h4")).to_have_text("Write what engineers can build from")
    expect(page.locator("#r-03 .sources")).to_contain_text("line 999")


def test_a_claim_cannot_lose_its_last_source(page: Page) -> None:
    page.goto("/admin/roles/responsibility/?q=r-11")
    page.locator("#result_list tbody th a").first.click()

    page.locator("#id_citations-0-DELETE").check()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator(".errornote")).to_be_visible()
    expect(page.locator(".errorlist").first).to_contain_text("source")


def test_no_page_of_the_admin_breaks_the_policy_or_leaves_the_host(page: Page) -> None:
    waiting, seen = ["/admin/"], set()

    while waiting:
        path = waiting.pop()
        if kind_of(path) not in seen:
            seen.add(kind_of(path))
            page.goto(path)
            waiting += page.eval_on_selector_all("a[href^='/admin/']", ADDRESSES)

    assert len(seen) > 50


def test_a_file_can_be_chosen_and_described_on_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/admin/salaries/datarelease/import/")

    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    page.get_by_label("Source").select_option("so-2025")
    expect(page.get_by_label("Mapping")).to_have_accessible_description(re.compile("One a line"))


def test_the_page_of_components_is_for_everyone_who_may_see_it(page: Page) -> None:
    page.goto("/styleguide/")

    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert axe_findings(page) == []


def kind_of(path: str) -> str:
    """Take the page of one object for those of all others, and one history for all histories."""
    shared = re.search(r"/(history|delete)/$", path)
    return shared.group() if shared else re.sub(r"/[0-9]+/", "/1/", path)
