"""The query string of the search page is read once, and links are made from what was read."""

import pytest
from django.http import QueryDict

from roles.querystring import QueryError
from tpmguide.search.asking import Asked, read_asked
from tpmguide.search.kinds import EntryKind
from tpmguide.search.reading import read


def asked(query: str) -> Asked:
    return read_asked(QueryDict(query))


def test_nothing_is_asked_by_default() -> None:
    nothing = asked("")

    assert nothing == Asked(read(""))
    assert nothing.url() == "/search/"


def test_every_parameter_is_read_and_written() -> None:
    query = "q=sr+tpm&kind=level&exact=1&page=2"

    read_back = asked(query)

    assert read_back.reading.text == "sr tpm"
    assert (read_back.kind, read_back.is_exact, read_back.page) == (EntryKind.LEVEL, True, 2)
    assert read_back.url() == f"/search/?{query}"


def test_another_kind_is_shown_from_its_first_page() -> None:
    assert asked("q=a&page=3").of_kind(EntryKind.TOOL).url() == "/search/?q=a&kind=tool"
    assert asked("q=a&kind=tool&page=3").of_kind(None).url() == "/search/?q=a"


def test_the_words_as_typed_are_asked_for_in_every_kind() -> None:
    assert asked("q=a&kind=tool&page=3").as_typed().url() == "/search/?q=a&exact=1"


def test_a_query_is_safe_in_a_link() -> None:
    assert asked("q=%22%3C%26").url() == "/search/?q=%22%3C%26"


def test_unknown_parameters_are_named() -> None:
    assert asked("q=a&colour=red").ignored == ("colour",)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("kind=wizard", "kind"),
        ("exact=yes", "exact"),
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=one", "page"),
        ("page=%C2%B2", "page"),
        ("page=99999", "page"),
        ("kind=%00", "kind"),
        ("kind=wizard&kind=tool", "kind"),
        ("q=a&q=b", "q"),
    ],
)
def test_a_value_that_no_page_answers_is_refused(query: str, field: str) -> None:
    with pytest.raises(QueryError) as raised:
        asked(query)

    assert raised.value.field == field
    assert raised.value.choices


def test_the_same_value_twice_is_one() -> None:
    assert asked("q=a&q=a&kind=tool&kind=").url() == "/search/?q=a&kind=tool"
