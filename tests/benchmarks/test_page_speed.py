"""The promised speed of pages: processor time under Gunicorn, over that of a bare Django."""

import pytest

from tests.benchmarks.servers import Server, Side, ratio, seconds_for_each

EXPLORER = "/salaries/?level=senior&city=bengaluru"
GZIP = {"Accept-Encoding": "gzip"}
MOST_KEPT, MOST_NOT_MODIFIED = 1.1, 1.0


@pytest.fixture
def word(bare: Server) -> Side:
    return Side(bare, lambda _: bare.get("/"), 300)


@pytest.mark.parametrize("path", [EXPLORER, "/roles/technical-product-manager/"])
def test_a_page_given_again_costs_no_more_than_a_bare_answer(
    site: Server, word: Side, path: str
) -> None:
    first = site.get(path, **GZIP)
    tag = {"If-None-Match": first.headers["ETag"], **GZIP}
    again, unchanged = site.get(path, **GZIP), site.get(path, **tag)

    taken = seconds_for_each(
        {
            "bare": word,
            "page": Side(site, lambda _: site.get(path, **GZIP), 300),
            "304": Side(site, lambda _: site.get(path, **tag), 300),
        }
    )

    page, not_modified = ratio(taken, "page", "bare"), ratio(taken, "304", "bare")
    assert (first.status, again.body) == (200, first.body)
    assert (unchanged.status, unchanged.body) == (304, b"")
    assert page <= MOST_KEPT
    assert not_modified <= MOST_NOT_MODIFIED
