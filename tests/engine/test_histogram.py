from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from salaries.engine.histogram import MOST_BINS, round_edges

amounts = st.integers(0, 2_000_000_000)


@given(one=amounts, other=amounts)
def test_the_bins_hold_both_ends_and_are_round(one: int, other: int) -> None:
    lowest, highest = sorted((one, other))

    edges = round_edges(lowest, highest)

    widths = {high - low for low, high in pairwise(edges)}
    assert edges[0] <= lowest
    assert edges[-2] <= highest < edges[-1]
    assert len(edges) - 1 <= MOST_BINS
    assert len(widths) == 1
    assert str(widths.pop()).rstrip("0") in {"1", "2", "5"}
    assert edges[0] % (edges[1] - edges[0]) == 0


def test_the_edges_of_lakhs_are_lakhs() -> None:
    assert round_edges(10_00_000, 31_50_000) == tuple(range(10_00_000, 33_00_000, 1_00_000))[:23]
