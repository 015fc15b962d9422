"""The parameters of the addresses, taken from what reads them, for the schema."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter

from roles import responsibilities
from salaries.asking.fields import PageField, SlugField
from salaries.asking.filters import LAST_PAGE, words_of
from salaries.explorer.explorer import Explorer
from salaries.known import Known

MEANINGS = {
    "role": "Whose pay; without it, the Technical Product Manager.",
    "level": "Career levels; without it, all four.",
    "country": "Without it and without a city, India. A city says its own country.",
    "city": "Other names of a city are redirected to its own.",
    "size": "Size classes of companies.",
    "industry": "Industries; without it, figures that are about no one industry.",
    "source": "Sources that a figure, or what it is computed from, has been published by.",
    "kind": "How a figure came about; without it, every kind.",
    "release": "A data release by name; without it, the newest.",
    "currency": "Converts amounts at a dated rate; without it, those of the country stand.",
    "basis": "market, or ppp: amounts adjusted for purchasing power.",
    "view": "What is drawn: cities answers with every city, trend with every release.",
    "sort": "The order of the rows; a hyphen turns it round.",
    "page": "Pages have 24 rows.",
}


def of_a_slice(known: Known) -> Iterator[OpenApiParameter]:
    """Give each parameter of the explorer's query string, with the words it takes now."""
    for name, field in Explorer(QueryDict(), known).filter.filters.items():
        yield OpenApiParameter(name, values_of(field), description=MEANINGS[name])


def values_of(field: Any) -> dict[str, Any]:
    """Return what a filter takes: a page, one word, or several of which each is a value."""
    if issubclass(field.field_class, PageField):
        return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": LAST_PAGE}, one_of(())]}
    one = one_of(words_of(field))
    return one if issubclass(field.field_class, SlugField) else {"type": "array", "items": one}


def one_of(words: Iterable[str]) -> dict[str, Any]:
    """Return that one of the words is taken; an empty value is no value."""
    return {"type": "string", "enum": [*words, ""]}


def of_a_role(known: Known) -> Iterator[OpenApiParameter]:
    """Give the name of a role, and the parameter of its page."""
    yield name_of("The role.", known.vocabulary.roles)
    sorts = one_of(responsibilities.SORTS)
    yield OpenApiParameter(
        responsibilities.PARAMETER, sorts, description="The order of responsibilities."
    )


def of_a_release(known: Known) -> Iterator[OpenApiParameter]:
    yield name_of("The data release.", known.releases)


def name_of(meaning: str, slugs: Iterable[str]) -> OpenApiParameter:
    """Return the part of an address that names one thing."""
    named = {"type": "string", "enum": list(slugs)}
    return OpenApiParameter(
        "slug", named, OpenApiParameter.PATH, required=True, description=meaning
    )
