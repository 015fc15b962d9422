from contextlib import suppress
from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roles.comparison import NOT_SAID, Comparison, cells, compare, read_roles
from roles.models import Dimension, DimensionValue, Role
from roles.querystring import QueryError

PM = Role(pk=1, slug="product-manager", name="Product Manager", short_name="PM")
TPM = Role(
    pk=2, slug="technical-product-manager", name="Technical Product Manager", short_name="TPM"
)
GROWTH = Role(
    pk=3, slug="growth-product-manager", name="Growth Product Manager", short_name="Growth PM"
)
CORE = Role(pk=4, slug="core-product-manager", name="Core Product Manager", short_name="Core PM")
KNOWN = (TPM, PM, GROWTH, CORE)
PM_AND_TPM = "product-manager,technical-product-manager"


def message_of(query: str) -> str:
    with pytest.raises(QueryError) as caught:
        read_roles(QueryDict(query), KNOWN)
    return caught.value.message


def test_without_a_query_pm_and_tpm_are_compared() -> None:
    asked = read_roles(QueryDict(), KNOWN)

    assert asked.roles == (PM, TPM)
    assert asked.canonical == "/compare/"
    assert asked.redirect == ""


def test_a_list_of_slugs_is_canonical_and_keeps_its_order() -> None:
    asked = read_roles(QueryDict("roles=technical-product-manager,product-manager"), KNOWN)

    assert asked.roles == (TPM, PM)
    assert asked.canonical == "/compare/?roles=technical-product-manager,product-manager"
    assert asked.redirect == ""


def test_the_default_spelled_out_is_the_page_without_a_query() -> None:
    asked = read_roles(QueryDict(f"roles={PM_AND_TPM}"), KNOWN)

    assert asked.canonical == "/compare/"
    assert asked.redirect == ""


@pytest.mark.parametrize(
    "query",
    [
        "roles=pm,tpm",
        "roles=PM,TPM",
        "roles=product-manager&roles=technical-product-manager",
        "roles=pm,pm,tpm",
        "roles=,pm,,tpm,",
    ],
)
def test_any_other_spelling_leads_to_the_canonical_address(query: str) -> None:
    assert read_roles(QueryDict(query), KNOWN).redirect == f"/compare/?roles={PM_AND_TPM}"


def test_a_redirect_keeps_the_parameters_that_will_be_named_as_ignored() -> None:
    asked = read_roles(QueryDict("roles=pm,tpm&colour=red"), KNOWN)

    assert asked.redirect == f"/compare/?roles={PM_AND_TPM}&colour=red"


def test_an_unknown_parameter_is_named_as_ignored() -> None:
    assert read_roles(QueryDict("colour=red"), KNOWN).ignored == ("colour",)


def test_an_unknown_role_is_refused_with_its_name_and_the_choices() -> None:
    with pytest.raises(QueryError) as caught:
        read_roles(QueryDict("roles=wizard,tpm"), KNOWN)

    assert caught.value.field == "roles"
    assert caught.value.message == "“wizard” is not a role of this guide."
    assert caught.value.choices == tuple(role.slug for role in KNOWN)


@pytest.mark.parametrize(
    ("query", "number"), [("roles=", 0), ("roles=tpm", 1), ("roles=tpm,tpm", 1)]
)
def test_fewer_than_two_roles_are_refused(query: str, number: int) -> None:
    assert message_of(query) == f"Choose 2 or 3 different roles, not {number}."


def test_a_fourth_role_is_refused() -> None:
    assert message_of("roles=tpm,pm,growth-pm,core-pm").endswith("not 4.")


def test_what_is_refused_is_echoed_short_and_clean() -> None:
    message = message_of("roles=%00" + "a" * 10_000)

    assert "\x00" not in message
    assert len(message) < 100


@given(value=st.text())
def test_whatever_the_value_it_is_read_or_refused(value: str) -> None:
    query = QueryDict(mutable=True)
    query["roles"] = value

    with suppress(QueryError):
        assert 2 <= len(read_roles(query, KNOWN).roles) <= 3


def test_a_redirect_leads_to_an_address_that_does_not_redirect() -> None:
    redirect = read_roles(QueryDict("roles=tpm,core-pm"), KNOWN).redirect

    again = read_roles(QueryDict(redirect.partition("?")[2]), KNOWN)

    assert again.redirect == ""
    assert again.roles == (TPM, CORE)


def test_equal_cells_are_marked_and_missing_ones_say_so() -> None:
    values = [
        DimensionValue(role_id=TPM.pk, text="Engineers"),
        DimensionValue(role_id=PM.pk, text="engineers"),
    ]

    row = cells((TPM, PM, GROWTH), values)

    assert [cell.text for cell in row] == ["Engineers", "engineers", NOT_SAID]
    assert [cell.is_same for cell in row] == [True, True, False]
    assert [cell.is_said for cell in row] == [True, True, False]


def test_two_missing_cells_are_not_the_same() -> None:
    assert [cell.is_same for cell in cells((GROWTH, CORE), [])] == [False, False]


def comparison_of(*slugs: str) -> Comparison:
    return compare([Role.objects.get(slug=slug) for slug in slugs])


@pytest.mark.django_db
def test_pm_and_tpm_differ_in_fourteen_dimensions_each_with_a_source() -> None:
    comparison = comparison_of("product-manager", "technical-product-manager")

    assert len(comparison.rows) == 14
    assert all(row.claim.mentions and row.sentence for row in comparison.rows)
    assert comparison.undescribed == ()


@pytest.mark.django_db
def test_notes_are_shown_only_where_all_their_roles_are_compared() -> None:
    both = comparison_of("product-manager", "technical-product-manager")
    one = comparison_of("technical-product-manager", "growth-product-manager")

    assert [len(block.claims) for block in both.notes] == [4, 4, 3]
    assert [len(block.claims) for block in one.notes] == [0, 0, 0]


@pytest.mark.django_db
def test_a_sentence_about_a_role_that_is_not_compared_is_left_out() -> None:
    comparison = comparison_of("technical-product-manager", "core-product-manager")

    # C-10 speaks of the TPM alone, so its sentence stands without the PM.
    assert [row.claim.key for row in comparison.rows if row.sentence] == ["c-10"]
    assert [role.slug for role in comparison.undescribed] == ["core-product-manager"]


@pytest.mark.django_db
def test_a_role_with_a_value_in_few_dimensions_is_still_not_compared_point_by_point() -> None:
    growth = Role.objects.get(slug="growth-product-manager")
    for key in ("c-01", "c-02"):
        DimensionValue.objects.update_or_create(
            dimension=Dimension.objects.get(key=key), role=growth, defaults={"text": "Growth"}
        )

    three = comparison_of("product-manager", "technical-product-manager", growth.slug)
    two = comparison_of("product-manager", "technical-product-manager")

    assert three.undescribed == (growth,)
    assert [row.cells[2].is_said for row in three.rows] == [True, True, *[False] * 12]
    assert all(row.sentence for row in two.rows)


@pytest.mark.django_db
def test_the_columns_follow_the_order_asked_for() -> None:
    dimension = Dimension.objects.create(
        key="made-up", title="Made up", text="Text.", review_by=date(2027, 1, 1)
    )
    comparison = comparison_of("technical-product-manager", "product-manager")

    assert dimension.key in [row.claim.key for row in comparison.rows]
    assert all(
        [cell.role for cell in row.cells] == ["Technical Product Manager", "Product Manager"]
        for row in comparison.rows
    )
