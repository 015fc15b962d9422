"""The steps of a journey that lead through the salary explorer and the pages beside it."""

import csv
import re

from playwright.sync_api import Locator, Page, expect

from salaries.money import grouped
from tests.browser.journeys import Visitor, going_on, navigation

SOURCE = re.compile("^/data/sources/#")
LAKH = 100_000
# Level, place, kind, lower and upper end of a figure, as the table prints them.
Row = tuple[str, str, str, str, str]


def shows_pay(visitor: Visitor, heading: str) -> None:
    """Send the filters, which with scripts are sent by themselves, and read the answer."""
    if not visitor.has_scripts:
        visitor.press(visitor.page.get_by_role("button", name="Show pay"))
    visitor.sees("h1", heading)


def city(page: Page) -> Locator:
    return page.get_by_label("City", exact=True)


def asks_for_mid_pay_in_pune(visitor: Visitor) -> None:
    visitor.follow(visitor.page.locator("#pay").get_by_role("link", name="Pay at Mid level"))
    visitor.choose(city(visitor.page), "Pune")
    shows_pay(visitor, "Mid Technical Product Manager pay in Pune")
    visitor.sees(".answer-line", "about ₹15-22 lakh a year, modelled")
    visitor.sees(".answer-line", "sample not stated")


def looks_up_the_source(visitor: Visitor) -> None:
    link = visitor.page.locator(".chart .provenance a").first
    expect(link).to_have_attribute("href", SOURCE)
    visitor.follow(link)
    expect(visitor.page.locator(":target")).to_be_in_viewport()
    visitor.sees(":target h2", "DOC-01")


def asks_for_senior_pay_at_large_companies_in_hyderabad(visitor: Visitor) -> None:
    page = visitor.page
    visitor.follow(navigation(page, "Salaries"))
    visitor.tick(page.get_by_label("Senior"))
    shows_pay(visitor, "Senior Technical Product Manager pay in India")
    visitor.choose(city(page), "Hyderabad")
    shows_pay(visitor, "Senior Technical Product Manager pay in Hyderabad")
    visitor.tick(page.get_by_label("Large"))
    shows_pay(visitor, "Senior Technical Product Manager pay in Hyderabad, large companies")


def puts_27_lakh_beside_it(visitor: Visitor) -> None:
    page = visitor.page
    visitor.follow(page.get_by_role("link", name="Where does your pay stand here?"))
    visitor.write(page.get_by_label("Pay a year"), "27 lakh")
    visitor.press(page.get_by_role("button", name="Show where I stand"))
    visitor.sees("#national .claim", "62.5 % of the way through ₹22-30 lakh")
    visitor.sees("#national .kind", "Reported")
    visitor.sees("#local .claim", "27.8 % of the way through ₹24.5-33.5 lakh")
    visitor.sees("#local .kind", "Modelled")


def applies_the_premium_to_30_lakh(visitor: Visitor) -> None:
    page = visitor.page
    visitor.follow(going_on(page, "What the step from PM to TPM may pay"))
    visitor.write(page.get_by_label("PM pay a year"), "30 lakh")
    visitor.press(page.get_by_role("button", name="Apply the reported premium"))
    visitor.sees(".answer-line", "₹33-36 lakh a year for a TPM at the same level, reported")
    visitor.sees("#example", "That is 8.3 to 25 % more, not 10 to 20 %.")
    others = page.locator("#other-data tbody tr")
    expect(others.filter(has=page.locator(".provenance a"))).to_have_count(3)


def takes_the_figures_of(visitor: Visitor, name: str, *, low: str, high: str) -> None:
    visitor.choose(city(visitor.page), name)
    shows_pay(visitor, f"Senior Technical Product Manager pay in {name}")
    shown = rows_of_the_table(visitor.page)
    assert shown == [("Senior", name, "Modelled", low, high)]
    assert rows_of_the_file(downloaded(visitor)) == shown


def builds_a_band_of_them(visitor: Visitor) -> None:
    page = visitor.page
    visitor.follow(page.get_by_role("link", name="Build a pay band here"))
    visitor.write(page.get_by_label("Spread"), "40")
    visitor.press(page.get_by_role("button", name="Build the band"))
    visitor.sees("#answer .answer-line", "A band of ₹21.67-30.33 lakh a year, midpoint ₹26 lakh")
    visitor.sees("#answer .notice--warning", "Only published claims stand behind this band")


def takes_the_band_along(visitor: Visitor) -> None:
    link = visitor.page.get_by_role("link", name="Download the band and its figures as CSV")
    # It stands below the tables, which have come when it has.
    expect(link).to_be_visible()
    shown = bands_of_the_table(visitor.page)
    assert shown["Senior"] == ["₹21,66,667", "₹26,00,000", "₹30,33,334"]
    assert bands_of_the_file(visitor.download(link)) == shown
    visitor.follow(visitor.page.get_by_role("link", name="Permanent link to it"))
    assert "release=2026-11" in visitor.page.url
    assert bands_of_the_table(visitor.page) == shown


def bands_of_the_table(page: Page) -> dict[str, list[str]]:
    """Return the ends and the midpoint of each level; nothing of a level without a band."""
    rows = page.locator("#levels tbody tr").all()
    return {
        row.locator("th").inner_text().split()[0]: row.locator("td.num").all_inner_texts()[:3]
        for row in rows
    }


def bands_of_the_file(text: str) -> dict[str, list[str]]:
    names, *rows = [line for line in csv.reader(text.splitlines()) if not line[0].startswith("#")]
    cells = [dict(zip(names, row, strict=True)) for row in rows]
    amounts = ("minimum", "midpoint", "maximum")
    return {
        one["band_level"].capitalize(): [
            f"₹{grouped(int(one[name]), 'INR')}" for name in amounts if one[name]
        ]
        for one in cells
        if one["row"] == "band"
    }


def downloaded(visitor: Visitor) -> str:
    link = visitor.page.get_by_role("link", name="Download these figures as CSV")
    return visitor.download(link)


def follows_the_permanent_link(visitor: Visitor) -> None:
    shown = rows_of_the_table(visitor.page)
    visitor.follow(visitor.page.get_by_role("link", name="Permanent link to them"))
    assert visitor.page.url.endswith("&release=2026-11")
    assert rows_of_the_table(visitor.page) == shown


def rows_of_the_table(page: Page) -> list[Row]:
    return [
        (
            row.locator("th").inner_text().split()[0],
            row.locator("th .muted").inner_text().split(", ")[2],
            row.locator(".kind").first.inner_text(),
            row.locator("td.num").first.inner_text(),
            row.locator("td.num").last.inner_text(),
        )
        for row in page.locator("#answer > table tbody tr").all()
    ]


def rows_of_the_file(text: str) -> list[Row]:
    """Return the rows of a file that is whole: its head and its end say how many there are."""
    lines = list(csv.reader(text.splitlines()))
    stated = {line[0]: line[1] for line in lines if line[0] in {"# rows", "# end of file"}}
    names, *rows = [line for line in lines if not line[0].startswith("#")]
    assert stated == {"# rows": str(len(rows)), "# end of file": str(len(rows))}
    return [as_shown(dict(zip(names, row, strict=True))) for row in rows]


def as_shown(cells: dict[str, str]) -> Row:
    low, high = (f"₹{int(cells[end]) / LAKH:g} lakh" for end in ("low", "high"))
    place = cells["city"] or cells["country"]
    return cells["level"].capitalize(), place, cells["kind"].capitalize(), low, high
