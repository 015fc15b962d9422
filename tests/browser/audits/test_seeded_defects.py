"""Each rule goes red on a page that breaks it: the defect is put into a page that keeps it."""

import pytest

from tests.browser.rules import RULES, broken
from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

PAGE = "/salaries/"
ADD = "const it = document.createElement('div'); document.querySelector('main').append(it); "
TRAP = """
const hold = event => event.key === 'Tab' && event.preventDefault();
document.querySelector('main select').addEventListener('keydown', hold)
"""
DEFECTS = {
    "no outline": (
        "focus ring",
        "probe.style(':focus-visible { outline: none !important; box-shadow: none !important }')",
    ),
    "outline of the colour of the page": (
        "focus ring",
        "probe.style(':focus-visible { outline-color: Canvas !important }')",
    ),
    "hairline": ("focus ring", "probe.style(':focus-visible { outline-width: 1px !important }')"),
    "lid over the page": (
        "focus covered",
        ADD + "it.style.cssText = 'position: fixed; inset: 0; background: white; z-index: 99'",
    ),
    "tiny button": (
        "small target",
        ADD + "it.innerHTML = '<button>x</button>'; "
        "probe.style('main div:last-child button { all: unset; font-size: 9px }')",
    ),
    "tiny link": (
        "small target",
        ADD + "it.innerHTML = '<p><a href=/>x</a></p>'",
    ),
    "div that listens": (
        "fake button",
        ADD + "it.append('Go'); it.addEventListener('click', f => f)",
    ),
    "div with a handler": (
        "fake button",
        ADD + "it.append('Go'); it.setAttribute('data-hx-get', '/')",
    ),
    "div that calls itself a button": (
        "fake button",
        ADD + "it.append('Go'); it.setAttribute('role', 'button')",
    ),
    "span that looks clickable": (
        "fake button",
        ADD + "it.append('Go'); it.style.cursor = 'pointer'",
    ),
    "wide block": ("sideways scroll", ADD + "it.style.cssText = 'width: 200vw; height: 1px'"),
    "spinner": (
        "endless motion",
        ADD
        + "it.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 900, iterations: Infinity })",
    ),
    "slow change": ("endless motion", ADD + "it.style.transition = 'opacity 1s'"),
    "chart without words": ("chart without text", "document.querySelector('figcaption').remove()"),
    "bars without numbers": (
        "chart without text",
        "document.querySelectorAll('figure li').forEach(row => row.lastElementChild.remove())",
    ),
    "picture without a name": (
        "chart without text",
        ADD + "it.innerHTML = '<svg width=99 height=99><path d=\"M0 0h9v9z\"/></svg>'",
    ),
    "rank left out": ("structure", ADD + "it.innerHTML = '<h2>Two</h2><h4>Four</h4>'"),
    "second title": ("structure", ADD + "it.innerHTML = '<h1>Two</h1>'"),
    "id given twice": ("structure", ADD + "it.innerHTML = '<i id=content></i>'"),
    "order of its own": ("structure", ADD + "it.tabIndex = 5"),
    "link to nowhere": ("structure", ADD + "it.innerHTML = '<a href=#nowhere>There</a>'"),
    "text under text": (
        "crowded text",
        ADD + "it.innerHTML = '<p>One</p><p>Two</p>'; it.lastChild.style.marginTop = '-1.5em'; "
        "it.firstChild.style.margin = 0",
    ),
    "box for one line": (
        "spaced text",
        ADD + "it.textContent = document.querySelector('h1').textContent; "
        "it.style.cssText = 'width: max-content; overflow: hidden; line-height: 1; height: 1em'; "
        "it.style.width = it.offsetWidth + 'px'",
    ),
    "box of pixels": (
        "doubled text",
        ADD + "it.textContent = 'A label'; it.style.cssText = 'height: 26px; overflow: hidden'",
    ),
    "trap": ("keyboard trap", TRAP),
    "no skip link": ("skip link", "document.querySelector('.skip-link').remove()"),
    "skip link to nowhere": ("skip link", "document.querySelector('.skip-link').hash = '#nowhere'"),
    "skip link out of sight": (
        "skip link",
        "probe.style('.skip-link { transform: translateY(-200px) !important }')",
    ),
}


@pytest.mark.parametrize(("rule", "defect"), DEFECTS.values(), ids=DEFECTS)
def test_a_rule_finds_the_defect_that_it_is_for(open_page: Opener, rule: str, defect: str) -> None:
    page = open_page(PAGE, probed=True, width=360)
    before = broken(page, rule)

    page.evaluate(f"() => {{ {defect} }}")

    assert broken(page, rule) != before


def test_every_rule_has_a_defect_that_it_finds() -> None:
    assert {rule for rule, _ in DEFECTS.values()} == set(RULES)
