"""Which observations are double, strange, old or lacking: asked by the page and by the admin."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial, reduce
from operator import or_
from typing import TypeAlias

from django.db.models import F, Q, QuerySet, Value, Window
from django.db.models.functions import Concat, Replace, RowNumber
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from salaries.models import Observation
from salaries.observations.columns import FIELDS
from salaries.observations.plausible import PLAUSIBLE

Rows: TypeAlias = QuerySet[Observation]
CONTENT = tuple(name for name in FIELDS if name != "key")
OUTSIDE = reduce(
    or_,
    (
        Q(currency=currency) & (Q(pay__lt=low) | Q(pay__gt=high))
        for currency, (low, high) in PLAUSIBLE.items()
    ),
)


def doubles(rows: Rows) -> Rows:
    """Keep the rows that say in every field what a row with an earlier key says."""
    place = Window(RowNumber(), partition_by=["release", *CONTENT], order_by=F("key").asc())
    repeated = rows.order_by().annotate(place=place).filter(place__gt=1)
    return rows.filter(pk__in=repeated.values("pk"))


def outliers(rows: Rows) -> Rows:
    return rows.filter(OUTSIDE)


def elsewhere(rows: Rows) -> Rows:
    """Keep the rows of a city that the source names and the guide does not have."""
    return rows.filter(city__isnull=True).exclude(city_raw="")


def without(rows: Rows, field: str) -> Rows:
    return rows.filter(**{field: ""})


def flagged(rows: Rows, flag: str) -> Rows:
    """Keep the rows of which this is one of the flags, whole."""
    joined = Concat(Value(";"), Replace("flags", Value(" "), Value("")), Value(";"))
    wanted = flag.replace(" ", "")
    return rows.annotate(said_flags=joined).filter(said_flags__contains=f";{wanted};")


def flags_of(text: str) -> list[str]:
    return [flag.strip() for flag in text.split(";") if flag.strip()]


# What the admin's list can be narrowed to beyond the values of one column.
DOUBTS: Mapping[str, Callable[[Rows], Rows]] = {
    "double": doubles,
    "outlier": outliers,
    "elsewhere": elsewhere,
}
LABELS: Mapping[str, str | Promise] = {
    "double": gettext_lazy("Duplicates of another row"),
    "outlier": gettext_lazy("Outliers: outside the plausible range"),
    "elsewhere": gettext_lazy("City known, but not one of the guide's"),
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A way in which observations are wanting, and the same as a query of the admin's list."""

    label: str | Promise
    which: Callable[[Rows], Rows]
    query: tuple[str, object]


LACKS = (
    *(Lack(LABELS[name], DOUBTS[name], ("doubt", name)) for name in ("double", "outlier")),
    *(
        Lack(label, partial(without, field=field), (f"{field}__exact", ""))
        for field, label in (
            ("level", gettext_lazy("Level not known")),
            ("city_raw", gettext_lazy("City not known")),
            ("size", gettext_lazy("Company size not known")),
        )
    ),
    Lack(LABELS["elsewhere"], DOUBTS["elsewhere"], ("doubt", "elsewhere")),
    Lack(
        gettext_lazy("Expired: too old to count as current"),
        lambda rows: rows.filter(is_current=False),
        ("is_current__exact", 0),
    ),
    Lack(gettext_lazy("Not usable"), lambda rows: rows.filter(usable=False), ("usable__exact", 0)),
)
