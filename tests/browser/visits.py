"""How a page is opened: in which window, on which line, without what; and what no page may do."""

from collections.abc import Callable, Collection
from typing import Literal, TypedDict, Unpack

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    Route,
)

from tests.browser.probe import PROBE

# A poor mobile line: 400 ms to the first byte, 400 kbit a second.
SLOW_LINE = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
# How Chromium names what a test itself kept from loading.
BLOCKED = "net::ERR_BLOCKED_BY_CLIENT"


class How(TypedDict, total=False):
    """What a visitor has and lacks; left out, it is a wide, light window and a good line."""

    width: int
    scripts: bool
    scheme: Literal["light", "dark"]
    # What never arrives: "script", "image", "stylesheet".
    blocked: Collection[str]
    slow: bool
    forced_colors: bool
    # With what the rules need in the page.
    probed: bool
    # The answer that the page is opened for.
    status: int


Opener = Callable[..., Page]


class Watch:
    """What a console would show of a page, and what no page may do."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.troubles: list[str] = []
        self.statuses: dict[str, int] = {}

    def on(self, page: Page) -> None:
        page.on("console", self.note_console)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", self.note_request)
        page.on("response", self.note_response)

    def expect(self, url: str, status: int) -> None:
        """Let this address answer with this status, which the console then shows as an error."""
        self.statuses[url] = status

    def note_console(self, message: ConsoleMessage) -> None:
        foreseen = BLOCKED in message.text or (
            message.text.startswith("Failed to load resource")
            and self.statuses.get(message.location["url"], 200) >= 400
        )
        if message.type == "error" and not foreseen:
            self.troubles.append(message.text)

    def note_request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.troubles.append(f"request to another host: {request.url}")

    def note_response(self, response: Response) -> None:
        expected = self.statuses.get(response.url)
        if response.status != expected if expected else response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")


def visit(browser: Browser, watch: Watch, path: str, **how: Unpack[How]) -> Page:
    """Open the path in a fresh browser of this kind."""
    context = fresh_context(browser, how)
    for kind in how.get("blocked", ()):
        keep_away(context, kind)
    page = context.new_page()
    if how.get("slow"):
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    watch.on(page)
    watch.expect(watch.site + path, how.get("status", 200))
    page.goto(watch.site + path)
    return page


def fresh_context(browser: Browser, how: How) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": how.get("width", 1440), "height": 900},
        java_script_enabled=how.get("scripts", True),
        color_scheme=how.get("scheme", "light"),
        forced_colors="active" if how.get("forced_colors") else "none",
        reduced_motion="reduce",
    )
    if how.get("probed"):
        context.add_init_script(PROBE)
    return context


def keep_away(context: BrowserContext, kind: str) -> None:
    """Let nothing of this kind arrive, as a filter on the line would."""

    def stop(route: Route) -> None:
        if route.request.resource_type == kind:
            route.abort("blockedbyclient")
        else:
            route.fallback()

    context.route("**/*", stop)
