"""What the fixed words of the pay data know about themselves."""

import pytest

from salaries.choices import Kind, PayKind
from salaries.models import PayFigure


@pytest.mark.django_db
def test_shipped_figures_and_computed_ones_count_the_same() -> None:
    shipped = PayFigure.objects.filter(kind=Kind.OBSERVED).values_list("pay_kind", "n_unit")

    assert {(kind, PayKind(kind).unit) for kind, _ in shipped} == set(shipped)
