import re
from contextlib import suppress

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roles.blocks import Block
from roles.choices import SourceKind, Theme
from roles.cited import Cited, Citing
from roles.models import Citation, Responsibility, Source
from roles.querystring import QueryError
from roles.responsibilities import Order, read_order, responsibilities_block

BY_THEME, BY_SOURCES = Order("theme", ()), Order("sources", ())


def block(order: Order) -> Block:
    claims = Responsibility.objects.with_sources()
    in_order = list(claims.most_documents_first() if order.is_by_sources else claims.in_order())
    return responsibilities_block(in_order, Citing(in_order), order=order, page="/here/")


def documents(claim: Cited) -> int:
    """Return the number that the page shows, out of “Named by 1 of 5 documents”."""
    (number,) = re.findall(r"amed by (\d+) of 5 documents", claim.standing)
    return int(number)


@pytest.mark.parametrize(
    ("query", "sort"),
    [("", "theme"), ("sort=", "theme"), ("sort=theme", "theme"), ("sort=sources", "sources")],
)
def test_a_known_order_is_read(query: str, sort: str) -> None:
    assert read_order(QueryDict(query)) == Order(sort, ())


@pytest.mark.parametrize(
    ("query", "choices"),
    [
        ("sort=colour", ("theme", "sources")),
        ("sort=colour&sort=", ("theme", "sources")),
        ("sort=colour&sort=theme", ("colour", "theme")),
    ],
)
def test_an_order_that_is_none_is_refused_with_the_choices(
    query: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(QueryError) as caught:
        read_order(QueryDict(query))

    assert caught.value.field == "sort"
    assert caught.value.choices == choices


def test_an_unknown_parameter_is_named_as_ignored() -> None:
    assert read_order(QueryDict("colour=red")).ignored == ("colour",)


@given(value=st.text(min_size=1))
def test_whatever_the_order_it_is_read_or_refused(value: str) -> None:
    query = QueryDict(mutable=True)
    query["sort"] = value

    with suppress(QueryError):
        assert read_order(query).sort == value


@pytest.mark.django_db
def test_by_theme_every_responsibility_stands_under_one_theme() -> None:
    groups = block(BY_THEME).groups

    assert [group.heading for group in groups] == [str(theme.label) for theme in Theme]
    assert sum(len(group.claims) for group in groups) == Responsibility.objects.count()


@pytest.mark.django_db
def test_by_sources_the_core_comes_first_and_counts_go_down() -> None:
    core, other = block(BY_SOURCES).groups
    counts = [documents(claim) for claim in (*core.claims, *other.claims)]

    assert [claim.key for claim in core.claims][:2] == ["r-01", "r-03"]
    assert len(core.claims) == 7
    assert counts == sorted(counts, reverse=True)


@pytest.mark.django_db
def test_by_sources_only_documents_count() -> None:
    claim = Responsibility.objects.get(key="r-52")
    for source in Source.objects.exclude(kind=SourceKind.DOCUMENT)[:4]:
        Citation.objects.create(claim=claim, source=source, place="table 1")

    _, other = block(BY_SOURCES).groups

    counts = [documents(shown) for shown in other.claims]
    assert counts == sorted(counts, reverse=True)
    assert [documents(shown) for shown in other.claims if shown.key == "r-52"] == [1]


@pytest.mark.django_db
def test_each_says_how_many_documents_name_it() -> None:
    standing = {
        claim.key: claim.standing for group in block(BY_THEME).groups for claim in group.claims
    }

    assert standing["r-03"] == "Core: named by 4 of 5 documents"
    assert standing["r-52"] == "Named by 1 of 5 documents"


@pytest.mark.django_db
def test_the_other_order_is_one_click_away() -> None:
    links = block(BY_SOURCES).links

    assert [(link.label, link.url, link.is_current) for link in links] == [
        ("Sort by theme", "/here/#responsibilities", False),
        ("Sorted by number of documents", "/here/?sort=sources#responsibilities", True),
    ]


def test_without_responsibilities_there_are_no_groups() -> None:
    assert responsibilities_block([], Citing([]), order=BY_THEME, page="/here/").groups == ()
