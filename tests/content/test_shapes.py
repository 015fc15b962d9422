"""Natural keys are read off the models, not listed a second time."""

import pytest
from django.contrib.sessions.models import Session
from django.db.models import Model

from roles.models import Citation, Responsibility, SkillExpectation
from salaries.models import ExchangeRate, PayFigure
from tpmguide.content.shapes import shape


@pytest.mark.parametrize(
    ("model", "names"),
    [
        (Citation, ("claim", "source")),
        (PayFigure, ("release", "key")),
        (Responsibility, ("claim_ptr",)),
        (SkillExpectation, ("skill", "role", "level")),
        (ExchangeRate, ("currency", "year")),
    ],
)
def test_a_natural_key_is_made_of_the_fields_that_its_manager_asks_for(
    model: type[Model], names: tuple[str, ...]
) -> None:
    found = shape(model)

    assert found is not None
    assert found.key_names == names


def test_a_model_without_natural_keys_has_no_shape() -> None:
    assert shape(Session) is None
