"""Charts that need observations, or a second release, neither of which are shipped."""

import pytest

from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

PATH = "/salaries/?view=distribution&role=product-manager&country=united-states&level=mid"


@pytest.mark.parametrize("width", [360, 1440])
def test_the_labels_of_the_axis_stay_within_the_frame(open_observed: Opener, width: int) -> None:
    page = open_observed(PATH, width=width)

    last = page.locator(".spread-axis span").last.evaluate(
        "span => { const text = new Range(); text.selectNodeContents(span); "
        "return text.getBoundingClientRect().right; }"
    )

    inner = page.locator(".spread-plot").evaluate("plot => plot.getBoundingClientRect().right")
    assert last <= inner + 1
