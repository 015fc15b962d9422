"""Checkers that others wrote, run on an open page or on files of it."""

import json
import subprocess
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import tools
from tests.browser.probe import script


def axe_findings(page: Page) -> list[str]:
    """Return what axe finds on the page as it is shown now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((tools.ready(tools.AXE) / "axe.min.js").read_text())
    return [str(finding) for finding in page.evaluate(script("axe"))]


def sniffed_errors(page: Page) -> list[str]:
    """Return what HTML_CodeSniffer calls an error."""
    page.evaluate((tools.ready(tools.CODE_SNIFFER) / "build" / "HTMLCS.js").read_text())
    return [str(finding) for finding in page.evaluate(script("code_sniffer"))]


def nu_messages(folder: Path) -> list[str]:
    """Return every error and warning that the Nu checker has for the pages in a folder.

    Style sheets are not given to it: it knows neither container queries nor @property.
    """
    jar = tools.ready(tools.NU_CHECKER) / "build" / "dist" / "vnu.jar"
    java = tools.program("java", of="default-jre-headless")
    words = [java, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    said = subprocess.run([*words, str(folder)], check=True, capture_output=True, text=True)
    return [
        f"{Path(message['url']).name} line {message.get('lastLine')}: {message['message']}"
        for message in json.loads(said.stdout)["messages"]
    ]
