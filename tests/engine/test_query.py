from typing import Any

import pytest

from salaries.engine.facets import Facet
from salaries.engine.query import Measure, Query

BASE = Measure("base", "USD")


@pytest.mark.parametrize(
    ("pay_kind", "currency", "year"),
    [
        ("", "USD", None),
        ("base", "", None),
        (None, "USD", None),
        (("base", "total"), "USD", None),
        ("base", ["USD", "EUR"], None),
        ("base", "USD", (2013, 2014)),
        ("base", "USD", "2013"),
        ("base", "USD", True),
    ],
)
def test_what_must_not_be_pooled_cannot_be_asked_for(
    pay_kind: Any, currency: Any, year: Any
) -> None:
    with pytest.raises(ValueError, match="never pooled"):
        Measure(pay_kind, currency, year)


def test_a_query_without_a_measure_cannot_be_put() -> None:
    unmeasured: Any = None

    with pytest.raises(TypeError, match="one Measure"):
        Query(unmeasured)


def test_a_facet_without_values_is_refused_rather_than_ignored() -> None:
    with pytest.raises(ValueError, match="No value of city"):
        Query(BASE).where(Facet.CITY)


def test_the_order_in_which_a_query_is_put_together_does_not_matter() -> None:
    one = Query(BASE).where(Facet.CITY, "pune", "delhi").where(Facet.LEVEL, "mid")
    other = Query(BASE).where(Facet.LEVEL, "mid").where(Facet.CITY, "delhi", "pune", "delhi")

    assert one == other
    assert hash(one) == hash(other)


def test_a_facet_is_chosen_anew_and_lifted() -> None:
    query = Query(BASE).where(Facet.CITY, "pune").where(Facet.LEVEL, "mid")

    assert query.where(Facet.CITY, "delhi").chosen == (
        (Facet.CITY, ("delhi",)),
        (Facet.LEVEL, ("mid",)),
    )
    assert query.without(Facet.CITY, Facet.LEVEL) == Query(BASE)
    assert query.facets == {Facet.CITY, Facet.LEVEL}
