import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roles.querystring import (
    ECHO_COUNT,
    ECHO_LENGTH,
    QueryError,
    echo,
    one,
    several,
    unknown_names,
)


def test_a_short_value_is_echoed_as_it_is() -> None:
    assert echo("wizard") == "wizard"


def test_a_long_value_is_cut_at_sixty_characters() -> None:
    assert echo("a" * 10_000) == "a" * 59 + "…"


def test_a_control_character_is_never_echoed() -> None:
    assert echo("pm\x00\n") == "pm\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"


@given(text=st.text())
def test_whatever_is_echoed_is_short_and_printable(text: str) -> None:
    echoed = echo(text)

    assert len(echoed) <= ECHO_LENGTH
    assert echoed == "" or echoed.isprintable()


def test_unknown_names_are_named_and_known_ones_are_not() -> None:
    assert unknown_names(["roles", "colour"], known=["roles"]) == ("colour",)


def test_of_many_unknown_names_the_rest_is_counted() -> None:
    names = [f"n{number}" for number in range(ECHO_COUNT + 2)]

    assert unknown_names(names, known=[]) == ("n0", "n1", "n2", "n3", "n4", "2 more")


@pytest.mark.parametrize("query", ["n=a", "n=a&n=a", "n=&n=a", "n=a&n="])
def test_one_value_may_be_repeated_and_left_empty(query: str) -> None:
    assert one(QueryDict(query), "n") == "a"


def test_of_two_values_where_one_is_asked_for_none_is_taken() -> None:
    with pytest.raises(QueryError, match="There are 2 different values") as caught:
        one(QueryDict("n=a&n=b"), "n")

    assert (caught.value.field, caught.value.choices) == ("n", ("a", "b"))


def test_several_values_are_each_taken_once_in_the_order_of_those_known() -> None:
    query = QueryDict("n=c&n=a&n=&n=c")

    assert several(query, "n", known=["a", "b", "c"], refusal="no {value}") == ("a", "c")


def test_one_unknown_value_among_several_refuses_them_all() -> None:
    with pytest.raises(QueryError, match="no “d”") as caught:
        several(QueryDict("n=a&n=d"), "n", known=["a", "b"], refusal="no “{value}”")

    assert (caught.value.field, caught.value.choices) == ("n", ("a", "b"))
