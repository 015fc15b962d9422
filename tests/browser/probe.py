"""JavaScript that the tests run inside a page; the page's policy does not apply to it."""

from pathlib import Path

SCRIPTS = Path(__file__).parent / "js"


def script(name: str) -> str:
    return (SCRIPTS / f"{name}.js").read_text()


# What the scripts of the rules share; runs before the page's own scripts.
PROBE = script("probe")
