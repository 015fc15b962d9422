"""Who walks a journey: one who clicks or one who types, on a good line or without something."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.keyboard import press_on, walk_to
from tests.browser.visits import How


class Visitor:
    """One who clicks, and does what the page in front of them offers."""

    def __init__(self, page: Page, *, has_scripts: bool) -> None:
        self.page = page
        self.has_scripts = has_scripts

    def press(self, goal: Locator) -> None:
        goal.click()

    def tick(self, box: Locator) -> None:
        box.check()

    def choose(self, choices: Locator, label: str) -> None:
        # A number may stand after the name: how many figures the choice has.
        named = choices.locator("option", has_text=re.compile(rf"^{re.escape(label)}( \(\d+\))?$"))
        choices.select_option(named.get_attribute("value"))

    def write(self, entry: Locator, text: str) -> None:
        entry.fill(text)

    def follow(self, link: Locator) -> None:
        """Go where the link leads, and wait until the page is there."""
        address = link.evaluate("link => link.href")
        self.press(link)
        self.page.wait_for_url(lambda url: url == address)

    def download(self, link: Locator) -> str:
        with self.page.expect_download() as started:
            self.press(link)
        return Path(started.value.path()).read_text(encoding="utf-8")

    def sees(self, part: str, text: str) -> None:
        expect(self.page.locator(part)).to_contain_text(text)


class KeyboardVisitor(Visitor):
    """One who has a keyboard and nothing else."""

    def press(self, goal: Locator) -> None:
        press_on(goal)

    def tick(self, box: Locator) -> None:
        press_on(box, "Space")

    def choose(self, choices: Locator, label: str) -> None:
        """Open the list, type what is wanted, and take it."""
        press_on(choices, "Space")
        choices.page.keyboard.type(label)
        choices.page.keyboard.press("Enter")

    def write(self, entry: Locator, text: str) -> None:
        walk_to(entry)
        entry.page.keyboard.type(text)


@dataclass(frozen=True, slots=True)
class Way:
    name: str
    how: How = field(default_factory=How)
    visitor: type[Visitor] = Visitor

    @property
    def has_scripts(self) -> bool:
        return self.how.get("scripts", True) and "script" not in self.how.get("blocked", ())


WAYS = (
    Way("clicking"),
    Way("keyboard alone", visitor=KeyboardVisitor),
    Way("no JavaScript", {"scripts": False}),
    Way("slow line without images", {"slow": True, "blocked": ("image",)}),
    Way("scripts that never arrive", {"blocked": ("script",)}),
)


def door(page: Page, title: str) -> Locator:
    """Return the first link under a heading of "Where to start" on the home page."""
    heading = page.get_by_role("heading", name=title)
    return page.get_by_role("article").filter(has=heading).get_by_role("link").first


def navigation(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Main").get_by_role("link", name=name)


def going_on(page: Page, name: str) -> Locator:
    """Return a link at the end of a path."""
    return page.locator("#continue").get_by_role("link", name=name)
