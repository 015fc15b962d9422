"""Lighthouse, as on a phone: full marks, and fast. Run by `make audit`, alone on the machine."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser import chromium, tools

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/roles/technical-product-manager/",
    "/compare/?roles=product-manager,technical-product-manager",
    "/salaries/",
    "/data/method/",
)
PERFORMANCE = 98
# Whatever else a machine does only ever lowers the mark, so the best of a few runs is the page's.
RUNS = 6
# Lighthouse makes a middling phone of a fast desktop, whose index is 1,500 at least, by slowing it
# four times. A machine of a lower index, or a busy one, would make a slower phone than is meant;
# as Lighthouse's documentation advises (docs/throttling.md), it is slowed by less.
SLOWDOWN, LEAST_INDEX = 4.0, 1_500
# Lighthouse itself loses the start of a page now and then, and asks for another run.
LOST_START = "NO_NAVSTART"
FULL_MARKS = {"accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-component-update"


def audited(url: str, folder: Path, *, slowdown: float) -> dict[str, Any] | None:
    """Return Lighthouse's report of a page, or None where it asks to be run again."""
    report = folder / "report.json"
    program = tools.ready(tools.LIGHTHOUSE) / "cli" / "index.js"
    options = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
    options += [f"--throttling.cpuSlowdownMultiplier={slowdown}"]
    done = subprocess.run(
        [tools.program("node", of="nodejs"), str(program), url, *options],
        env={**os.environ, "CHROME_PATH": chromium.PATH},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode and LOST_START in done.stderr:
        return None
    assert done.returncode == 0, done.stderr
    return dict(json.loads(report.read_text()))


def slowdown_of(machine: float) -> float:
    """Return how much a machine of this index is slowed to be the phone that is meant."""
    return SLOWDOWN * min(1, machine / LEAST_INDEX)


def scores(report: dict[str, Any]) -> dict[str, int]:
    return {name: round(100 * it["score"]) for name, it in report["categories"].items()}


def speed(report: dict[str, Any]) -> int:
    return scores(report)["performance"]


def lost(report: dict[str, Any]) -> list[str]:
    """Name every audit that found something, for whoever has to mend it."""
    return [
        f"{name}: {audit.get('displayValue', audit['title'])}"
        for name, audit in report["audits"].items()
        if audit["score"] is not None and audit["score"] < 1
    ]


@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_gives_full_marks_on_a_phone(
    browser: object, site: str, tmp_path: Path, path: str
) -> None:
    del browser  # asked for so that chromium is there
    best: dict[str, Any] = {}
    slowdown = SLOWDOWN

    for _ in range(RUNS):
        if report := audited(site + path, tmp_path, slowdown=slowdown):
            best = max(best or report, report, key=speed)
            slowdown = slowdown_of(report["environment"]["benchmarkIndex"])
        if best and speed(best) >= PERFORMANCE:
            break

    assert best, f"Lighthouse lost the start of {path} in all of {RUNS} runs"
    assert {name: scores(best)[name] for name in FULL_MARKS} == FULL_MARKS, lost(best)
    assert speed(best) >= PERFORMANCE, lost(best)


@pytest.mark.parametrize(("index", "slowdown"), [(2_600, 4), (1_500, 4), (750, 2)])
def test_a_slow_machine_is_slowed_by_less(index: int, slowdown: float) -> None:
    assert slowdown_of(index) == slowdown
