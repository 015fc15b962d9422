"""A slice of the pay data: the same query, the same answer and the same words as the page."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from rest_framework import serializers

from salaries.choices import View
from salaries.disclosure.showing import Bar
from salaries.explorer.explorer import Explorer
from salaries.explorer.notices import notices
from salaries.explorer.viewing import statements
from salaries.slices import Slice
from tpmguide.api.fields import Absolute, Address, ignored_field, texts, written
from tpmguide.api.figures import FigureShape
from tpmguide.api.problems import Refused, field_error
from tpmguide.api.versions import address


class SliceLinks(serializers.Serializer[Any]):
    """The same slice elsewhere."""

    canonical = Address(help_text="This answer: known parameters, in their fixed order.")
    permalink = Address(help_text="This answer for good: a newer release does not change it.")
    page = Address()
    csv = Address(help_text="The rows of all pages, then the claims.")
    card = Address(help_text="An image of the first rows, for other sites to show.")


class BarShape(serializers.Serializer[Bar]):
    low = serializers.IntegerField(allow_null=True, help_text="Inside; null: the end is open.")
    high = serializers.IntegerField(allow_null=True, help_text="Outside; null: the end is open.")
    n = serializers.IntegerField(help_text="The observations between them.")


class DistributionShape(serializers.Serializer[Any]):
    row = serializers.IntegerField(help_text="The place among rows, from 0.")
    bars = BarShape(many=True, help_text="None where they are too few to be spread out.")


class SliceShape(serializers.Serializer[Any]):
    """The figures of one slice, a page of them at a time, and what must be known beside them."""

    heading = serializers.CharField()
    statements = texts("What is shown and what kind of figure it is.")
    notices = texts("What to know before reading on.")
    ignored = ignored_field()
    query = serializers.CharField(help_text="The query string in its canonical form.")
    release = serializers.CharField(allow_null=True, help_text="Null before the first release.")
    as_of = serializers.DateField(allow_null=True, help_text="The day the release stands for.")
    count = serializers.IntegerField(help_text="How many rows the slice has on all pages.")
    page = serializers.IntegerField()
    pages = serializers.IntegerField()
    next = Address(allow_null=True)
    previous = Address(allow_null=True)
    links = SliceLinks()
    rows = FigureShape(many=True)
    claims = FigureShape(many=True, help_text="Figures over all levels, beside the rows.")
    distributions = DistributionShape(
        many=True, help_text="How the observations of each row spread; with view=distribution only."
    )


def answered(explorer: Explorer, absolute: Absolute) -> dict[str, Any]:
    """Return what is answered to a query that is valid."""
    asked, found, release = explorer.asked, explorer.answer, explorer.release
    values = {
        "heading": explorer.heading,
        "statements": statements(explorer),
        "notices": notices(found, explorer.role_names),
        "ignored": explorer.filter.ignored,
        "query": asked.query(),
        "release": release and release.slug,
        "as_of": release and release.as_of,
        "count": len(found.rows),
        "page": asked.page,
        "pages": found.pages,
        "next": page_at(asked, asked.page + 1, found.pages),
        "previous": page_at(asked, asked.page - 1, found.pages),
        "links": links(explorer),
        "rows": found.page_rows,
        "claims": found.claims,
        "distributions": distributions(explorer),
    }
    return written(SliceShape, values, absolute)


def distributions(explorer: Explorer) -> list[dict[str, Any]]:
    if explorer.asked.view is not View.DISTRIBUTION:
        return []
    bars = {one.row: one.bars for one in explorer.distributions}
    rows = enumerate(explorer.answer.page_rows)
    return [{"row": place, "bars": bars[row]} for place, row in rows]


def page_at(asked: Slice, number: int, pages: int) -> str | None:
    return asked.on_page(number).url(address("salaries")) if 1 <= number <= pages else None


def links(explorer: Explorer) -> dict[str, str]:
    asked, own = explorer.asked, address("salaries")
    pinned = asked.pinned_to(str(explorer.release or ""))
    return {
        "canonical": asked.url(own),
        "permalink": pinned.url(own),
        "page": asked.url(reverse("salaries:explorer")),
        "csv": asked.on_page(1).url(reverse("salaries:export")),
        "card": pinned.on_page(1).url(reverse("salaries:card")),
    }


def refusal(explorer: Explorer) -> Refused:
    """Return what is wrong with a query that is not valid, field by field."""
    return Refused(errors_of(explorer))


def errors_of(explorer: Explorer) -> Iterator[dict[str, Any]]:
    for refused in explorer.filter.refusals:
        yield field_error(refused.name, refused.message, refused.choices)
