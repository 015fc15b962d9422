"""What no checker sees: rules that look at an open page and name what breaks them."""

from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize

from tests.browser.probe import script

Rule = Callable[[Page], list[str]]

# The distances that WCAG 1.4.12 lets a reader set.
SPACED_TEXT = """
* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }
"""
COMMON_WINDOW: ViewportSize = {"width": 1280, "height": 800}
# More stops than any page has, so that a walk always ends.
MOST_STOPS = 1_500


def evaluated(name: str) -> Rule:
    """Make a rule of the script of this name."""
    source = script(name)

    def rule(page: Page) -> list[str]:
        return [str(finding) for finding in page.evaluate(source)]

    return rule


crowded_text = evaluated("crowded_text")
sideways = evaluated("sideways")


def crowded_when_spaced(page: Page) -> list[str]:
    """Find text that is cut off or covered once a reader has spaced it out."""
    page.evaluate("text => probe.style(text)", SPACED_TEXT)
    findings = crowded_text(page) + sideways(page)
    page.evaluate("document.adoptedStyleSheets = []")
    return findings


def crowded_when_doubled(page: Page) -> list[str]:
    """Find what does not bear text of twice the size in a common window (WCAG 1.4.4)."""
    window = page.viewport_size or COMMON_WINDOW
    session = page.context.new_cdp_session(page)
    page.set_viewport_size(COMMON_WINDOW)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    findings = crowded_text(page) + sideways(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    page.set_viewport_size(window)
    return findings


def keyboard_trap(page: Page) -> list[str]:
    """Walk with the Tab key to the end of the page; name what holds it back or is left out."""
    page.evaluate(script("walk_begins"))
    expected = page.evaluate("window.walk.expected")
    for _ in range(min(expected, MOST_STOPS) + 1):
        page.keyboard.press("Tab")
    return [str(finding) for finding in page.evaluate("window.walk.findings()")]


def skip_link(page: Page) -> list[str]:
    """Find what keeps the first stop of the keyboard from leading past the header."""
    page.evaluate("probe.begin()")
    page.keyboard.press("Tab")
    findings = [str(finding) for finding in page.evaluate(script("skip_link"))]
    if findings:
        return findings
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return [str(finding) for finding in page.evaluate(script("past_the_header"))]


RULES: dict[str, Rule] = {
    # First: it begins where a visitor does who has just come.
    "skip link": skip_link,
    "focus ring": evaluated("focus_ring"),
    "focus covered": evaluated("focus_covered"),
    "small target": evaluated("small_target"),
    "fake button": evaluated("fake_button"),
    "sideways scroll": sideways,
    "endless motion": evaluated("motion"),
    "chart without text": evaluated("chart_text"),
    "structure": evaluated("structure"),
    "crowded text": crowded_text,
    "spaced text": crowded_when_spaced,
    "doubled text": crowded_when_doubled,
    "keyboard trap": keyboard_trap,
}


def broken(page: Page, *names: str) -> dict[str, list[str]]:
    """Return what each of these rules finds on the page, without those that find nothing."""
    found = {name: RULES[name](page) for name in names or RULES}
    return {name: findings for name, findings in found.items() if findings}
