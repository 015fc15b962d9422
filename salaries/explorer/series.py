"""Charts of several rows of one kind of figure and of pay: a line for each place or time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from salaries.choices import Kind
from salaries.explorer.bands import Bar, Panel
from salaries.explorer.sentences import said_by
from salaries.maps.drawing import Map
from salaries.origins import SourceRef
from salaries.rows import PayRow


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart and of its table; no bar means that there is not enough data.

    A break says why its median is not joined to that of the line above. above and below are
    where the join crosses the edges of the line, in percent of the axis.
    """

    label: str
    url: str
    bar: Bar | None
    rank: int | None = None
    is_chosen: bool = False
    break_before: str = ""
    above: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """What one chart is about, in words; its lines, and the panel that they share.

    The title says what is chosen, the sample and the release; the column heads the labels. A map
    shows the same lines, where sources say where they lie.
    """

    title: str
    sentence: str
    column: str
    lines: tuple[Line, ...]
    panel: Panel
    map: Map | None = None
    located_by: tuple[SourceRef, ...] = ()

    @property
    def is_ranking(self) -> bool:
        return any(line.rank for line in self.lines)

    @property
    def joins(self) -> tuple[tuple[int, int], ...]:
        """The pairs of bars, by their places in the panel, whose medians are joined."""
        drawn = [line for line in self.lines if line.bar]
        return tuple((at, at + 1) for at, line in enumerate(drawn) if line.below is not None)


def about(row: PayRow, *, with_place: bool = True) -> str:
    """Return what all rows of a chart share: level, place and size, kind of figure and of pay."""
    level = str(row.level.label) if row.level else gettext("All levels")
    where = row.where if with_place else str(row.country.label)
    size = gettext("{sizes} companies").format(sizes=row.size.word) if row.size else ""
    kinds = f"{row.kind.label.lower()}, {row.pay_kind.label}"
    parts = [row.role, level, where, size, row.industry, kinds, said_by(row), row.broader]
    return ", ".join(filter(None, parts))


def identity(row: PayRow) -> tuple[object, ...]:
    """Return what makes two figures one series: all that they are about, and who says so where."""
    described = (row.country, row.role_slug, row.level, row.city_slug, row.size, row.industry)
    # A source may publish several figures of the same sort; where it does tells them apart.
    place = row.place if row.kind is Kind.REPORTED else ""
    return (*described, row.currency, row.kind, row.pay_kind, said_by(row), place)


def together(rows: Iterable[PayRow], key: Callable[[PayRow], object]) -> list[tuple[PayRow, ...]]:
    """Return the rows with the same key together, in the order in which each key comes first."""
    groups: dict[object, list[PayRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return [tuple(group) for group in groups.values()]
