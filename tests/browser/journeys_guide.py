"""The steps of a journey that lead through the career guide."""

from playwright.sync_api import Page, expect

from tests.browser.journeys import Visitor, door, going_on, navigation


def reads_the_steps(page: Page, *, steps: int, disagreements: int) -> None:
    for part, number in (("#steps ol > li", steps), ("#disagreements .claim", disagreements)):
        claims = page.locator(part)
        expect(claims).to_have_count(number)
        expect(claims.filter(has=page.locator(".sources a"))).to_have_count(number)


def ticks_two_signs(visitor: Visitor) -> None:
    page = visitor.page
    visitor.tick(page.get_by_label("You have worked hands-on in a technical role"))
    visitor.tick(page.get_by_label("You help to define features"))
    visitor.press(page.get_by_role("button", name="Read the signs"))
    visitor.sees("#reading .answer-line", "You ticked 2 of 12 signs.")
    expect(page.locator("#reading")).to_be_in_viewport()
    assert page.url.endswith("/paths/engineer-to-tpm/?yes=eng-01&yes=eng-04#reading")


def returns_to_the_same_signs(visitor: Visitor) -> None:
    visitor.follow(visitor.page.get_by_role("link", name="Link to these answers"))
    visitor.sees("#reading .answer-line", "You ticked 2 of 12 signs.")
    ticked = visitor.page.locator("#eng-01, #eng-04").get_by_role("checkbox", checked=True)
    expect(ticked).to_have_count(2)


def reads_what_changes_at_mid_level(visitor: Visitor) -> None:
    visitor.follow(going_on(visitor.page, "What Mid level asks for"))
    visitor.sees("#scope .facts", "Works more independently.")
    visitor.sees("#changes h2", "What changes from Entry")
    expect(visitor.page.locator("#changes tbody tr")).to_have_count(4)


def searches_whether_to_code(visitor: Visitor) -> None:
    page = visitor.page
    visitor.write(page.get_by_label("Search the guide"), "do I need to code")
    visitor.press(page.get_by_role("button", name="Search"))
    visitor.sees("#results h2", "for “do I need to code”")
    visitor.follow(page.locator(".search-results").get_by_role("link").first)
    expect(page.locator("#do-tpms-code")).to_be_in_viewport()
    positions = page.locator("#do-tpms-code .claims > .claim")
    expect(positions).to_have_count(5)
    assert len(set(positions.locator(".sources a").all_inner_texts())) == 5


def compares_the_two_roles(visitor: Visitor) -> None:
    visitor.follow(navigation(visitor.page, "Compare"))
    visitor.sees("#differences caption", "Product Manager and Technical Product Manager in 14")
    expect(visitor.page.locator("#differences tbody tr")).to_have_count(14)


def takes_the_path_of_a_product_manager(visitor: Visitor) -> None:
    page = visitor.page
    visitor.follow(navigation(page, "Paths"))
    visitor.follow(page.locator(".page-header").get_by_role("link", name="PM to TPM"))
    reads_the_steps(page, steps=8, disagreements=2)
    expect(page.locator("#indicators").get_by_role("checkbox")).to_have_count(12)


def reads_the_scope_and_the_skills_of_a_senior(visitor: Visitor) -> None:
    page = visitor.page
    visitor.follow(door(page, "I am hiring"))
    levels = page.locator("#levels")
    visitor.follow(levels.get_by_role("link", name="Senior level, with skills and pay"))
    visitor.sees("#scope .facts", "5-8 years")
    visitor.sees("#changes h2", "What changes from Mid")
    visitor.sees("#skills h2", "Skills expected at Senior")
    expect(page.locator("#skills").get_by_role("link", name="APIs")).to_be_visible()
