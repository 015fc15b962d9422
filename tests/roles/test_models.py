from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models

from roles.models import (
    Challenge,
    Citation,
    Claim,
    Contradiction,
    Dimension,
    DimensionValue,
    Position,
    Responsibility,
    Role,
    RoleLevel,
    Skill,
    SkillExpectation,
    Source,
    Trend,
)

pytestmark = pytest.mark.django_db


def role() -> Role:
    return Role.objects.get(slug="product-manager")


def first_source() -> Source:
    return Source.objects.get(slug="indeed-tpm")


def claim_values(**changed: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "key": "made-up",
        "title": "Made up",
        "text": "For a test.",
        "review_by": date(2027, 1, 1),
    }
    return values | changed


def refuses(make: Callable[[], models.Model], constraint: str) -> bool:
    """Tell whether the database refuses the row; SQLite names only check constraints."""
    with pytest.raises(IntegrityError) as caught:
        make()
    return constraint in str(caught.value)


def test_a_fixed_word_must_be_known() -> None:
    values = claim_values(role=role(), theme="weather")

    assert refuses(lambda: Responsibility.objects.create(**values), "responsibility_theme_is_known")


def test_the_basis_of_a_claim_must_be_known() -> None:
    values = claim_values(basis="hearsay")

    assert refuses(lambda: Claim.objects.create(**values), "claim_basis_is_known")


@pytest.mark.parametrize("field", ["key", "title", "text"])
def test_a_claim_is_never_empty(field: str) -> None:
    values = claim_values(**{field: ""})

    assert refuses(lambda: Claim.objects.create(**values), "claim_says_something")


def test_a_role_says_what_it_is() -> None:
    def nameless() -> Role:
        return Role.objects.create(slug="x", name="X", short_name="X", summary="")

    assert refuses(nameless, "role_says_what_it_is")


def test_a_citation_names_its_place() -> None:
    claim = Claim.objects.create(**claim_values())

    def placeless() -> Citation:
        return Citation.objects.create(claim=claim, source=first_source(), place="")

    assert refuses(placeless, "citation_names_its_place")


def test_a_claim_cites_a_source_once() -> None:
    claim = Claim.objects.create(**claim_values())
    Citation.objects.create(claim=claim, source=first_source(), place="line 1")

    with pytest.raises(IntegrityError):
        Citation.objects.create(claim=claim, source=first_source(), place="line 2")


def test_a_role_has_each_level_once() -> None:
    existing = RoleLevel.objects.in_order()[0]
    values = claim_values(role=existing.role, level=existing.level, change="More.")

    with pytest.raises(IntegrityError):
        RoleLevel.objects.create(**values)


def test_a_level_above_entry_says_what_changes() -> None:
    values = claim_values(role=role(), level="mid", change="")

    assert refuses(
        lambda: RoleLevel.objects.create(**values), "level_above_entry_says_what_changes"
    )


def test_a_trend_says_as_of_when() -> None:
    values = claim_values(role=role(), as_of="")

    assert refuses(lambda: Trend.objects.create(**values), "trend_says_as_of_when")


def test_a_contradiction_says_how_it_is_handled() -> None:
    values = claim_values(slug="made-up", resolution="")

    assert refuses(
        lambda: Contradiction.objects.create(**values), "contradiction_says_how_it_is_handled"
    )


def test_a_position_says_something() -> None:
    values = claim_values(slug="made-up", resolution="Shown.")
    contradiction = Contradiction.objects.create(**values)

    def silent() -> Position:
        return Position.objects.create(contradiction=contradiction, source=first_source(), text="")

    assert refuses(silent, "position_says_something")


def test_a_dimension_has_one_value_per_role() -> None:
    dimension = Dimension.objects.create(**claim_values())
    DimensionValue.objects.create(dimension=dimension, role=role(), text="A")

    with pytest.raises(IntegrityError):
        DimensionValue.objects.create(dimension=dimension, role=role(), text="B")


def test_a_source_says_what_it_is() -> None:
    values = {"slug": "x", "title": "X", "kind": "document", "published": "", "licence": "CC0"}

    assert refuses(lambda: Source.objects.create(**values, attribution="X"), "says_what_it_is")


def test_claims_without_a_source_are_found_and_judgements_are_not() -> None:
    Claim.objects.create(**claim_values(key="bare"))
    Claim.objects.create(**claim_values(key="judged", basis="editorial"))

    assert [claim.key for claim in Claim.objects.unsourced()] == ["bare"]


def test_natural_keys_lead_back_to_their_rows() -> None:
    citation = Citation.objects.select_related("claim", "source")[0]
    value = DimensionValue.objects.select_related("dimension", "role")[0]
    position = Position.objects.select_related("contradiction", "source")[0]

    assert Citation.objects.get_by_natural_key(*citation.natural_key()) == citation
    assert DimensionValue.objects.get_by_natural_key(*value.natural_key()) == value
    assert Position.objects.get_by_natural_key(*position.natural_key()) == position
    assert Challenge.objects.get_by_natural_key("ch-01").natural_key() == ("ch-01",)


def test_rows_name_themselves_in_words() -> None:
    citation = Citation.objects.select_related("source")[0]
    value = DimensionValue.objects.get(dimension__key="c-13", role=role())
    position = Position.objects.get(contradiction__key="contradiction-premium-against-example")

    assert str(value) == "Technical proficiency, Product Manager"
    assert str(position).startswith("Does the pay example match the stated premium?: Who is a TPM?")
    assert str(role()) == "Product Manager"
    assert str(citation) == f"{citation.source.title}, {citation.place}"


def test_a_skill_is_expected_once_per_level_of_a_role() -> None:
    skill = Skill.objects.create(**claim_values(slug="made-up", group="technical"))
    values = {"role": role(), "level": "mid", "proficiency": "working", "descriptor": "Reads."}
    expectation = SkillExpectation.objects.create(skill=skill, **values)

    assert str(expectation) == "Made up, Product Manager, Mid"
    assert SkillExpectation.objects.get_by_natural_key(*expectation.natural_key()) == expectation
    with pytest.raises(IntegrityError):
        SkillExpectation.objects.create(skill=skill, **values)
