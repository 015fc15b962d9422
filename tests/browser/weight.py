"""What a page costs before a visitor touches it, and how its files are kept by a browser."""

from collections.abc import Mapping

from playwright.sync_api import Page

from tests.browser.probe import script

MOST_BYTES = 100_000
MOST_REQUESTS = 8
# What WhiteNoise says of a file whose name holds its hash: ten years.
KEPT_FOR = "max-age=315360000"
# Below this WhiteNoise finds nothing to gain in compressing.
WORTH_COMPRESSING = 1_000

SIZES = """
[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .map(entry => entry.transferSize)
"""


def too_heavy(page: Page) -> list[str]:
    """Find too many bytes or requests, of what came over the wire: not from a cache."""
    sizes = [size for size in page.evaluate(SIZES) if size > 0]
    findings = []
    if sum(sizes) > MOST_BYTES:
        findings.append(f"{sum(sizes)} bytes")
    if len(sizes) > MOST_REQUESTS:
        findings.append(f"{len(sizes)} requests")
    return findings


def shifts(page: Page) -> list[str]:
    """Name what moved after it was first drawn."""
    return [str(shift) for shift in page.evaluate(script("layout_shift"))]


def badly_kept(headers: Mapping[str, str], *, size: int) -> list[str]:
    """Find what makes a browser ask for a static file again, or get it at full size."""
    kept = headers.get("cache-control", "").replace(" ", "").split(",")
    findings = []
    if "immutable" not in kept or KEPT_FOR not in kept:
        findings.append(f"Cache-Control is {headers.get('cache-control')}")
    if size > WORTH_COMPRESSING and headers.get("content-encoding") != "br":
        findings.append(f"Content-Encoding is {headers.get('content-encoding')}")
    return findings
