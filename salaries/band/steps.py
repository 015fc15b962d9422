"""The band of a level with those of the levels next to it, made of figures of one origin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from roles.choices import Level
from salaries import money
from salaries.answering.answers import answer
from salaries.band.building import Band, built, shared, shared_percent
from salaries.band.evidence import Evidence, Weakness, can_be_used, evidence, same_at
from salaries.compare.differences import share
from salaries.explorer.bands import Bar, Panel, panel
from salaries.explorer.explorer import Explorer
from salaries.rows import PayRow
from salaries.thresholds import FEW


@dataclass(frozen=True, slots=True)
class Beside:
    """What another band has in common with the one that is built, and how far it is up the ladder.

    level is that of the one that is built.
    progression is in per cent from the midpoint of the lower level to that of the higher.
    """

    level: Level
    overlap: int
    overlap_percent: float
    progression: float
    progression_said: str


@dataclass(frozen=True, slots=True)
class Step:
    """A level of the ladder with its band and the figure of its midpoint; why_not says why none."""

    level: Level
    row: PayRow | None = None
    band: Band | None = None
    beside: Beside | None = None
    why_not: str = ""

    @property
    def is_own(self) -> bool:
        return self.band is not None and self.beside is None

    @property
    def range(self) -> str:
        """The band in short, as it is said beside its bar."""
        if self.band is None or self.row is None:
            return ""
        return money.band(self.band.low, self.band.high, self.row.currency)

    @property
    def low(self) -> str:
        return self._said(self.band.low) if self.band else ""

    @property
    def mid(self) -> str:
        return self._said(self.band.mid) if self.band else ""

    @property
    def high(self) -> str:
        return self._said(self.band.high) if self.band else ""

    @property
    def overlap(self) -> str:
        if self.beside is None:
            return ""
        if not self.beside.overlap:
            return gettext("none")
        text = gettext("{amount}, {percent} of the {level} band")
        percent = f"{self.beside.overlap_percent:.1f} %"
        amount, level = self._said(self.beside.overlap), self.beside.level.label
        return text.format(amount=amount, percent=percent, level=level)

    @property
    def remark(self) -> str:
        """Why there is no band, or that the two levels lie the other way round than they should."""
        if self.beside is None or self.row is None or self.beside.progression > 0:
            return self.why_not
        if self.beside.progression == 0 or self.row.n is None:
            return gettext("The higher level's figure is not higher here.")
        return gettext(
            "The higher level's figure is lower here; the two rest on different samples."
        )

    def _said(self, amount: int) -> str:
        """Return it in whole units: a band is a decision, and its ends are said as they are."""
        return money.exactly(amount, self.row.currency) if self.row else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is built: the band of a level around the middle of a figure, with a spread."""

    level: Level
    anchor: Evidence
    spread: int

    @property
    def band(self) -> Band:
        return built(self.anchor.middle or 0, self.spread)

    @property
    def near(self) -> tuple[Level, ...]:
        return tuple(level for level in Level if abs(level.rank - self.level.rank) == 1)


def steps(explorer: Explorer, plan: Plan) -> tuple[Step, ...]:
    """Return the level below, the one that is asked for and the one above, as far as there are."""
    asked = replace(explorer.asked, levels=plan.near)
    found = answer(asked, explorer.ledger).in_money(explorer.rates)
    return tuple(steps_of(plan, evidence(found.rows)))


def steps_of(plan: Plan, near: Iterable[Evidence]) -> Iterator[Step]:
    """Yield the steps of a plan in the order of their levels; near are figures of other levels."""
    others = tuple(near)
    for level in Level:
        if level is plan.level:
            yield Step(level, plan.anchor.row, plan.band)
        elif level in plan.near:
            here = [one for one in others if one.row.level is level]
            yield _step(level, same_at(plan.anchor, here), plan)


def _step(level: Level, found: Evidence | None, plan: Plan) -> Step:
    if found is None or found.middle is None or not can_be_used(plan.anchor, found):
        return Step(level, why_not=_why_not(found))
    other = built(found.middle, plan.spread)
    return Step(level, found.row, other, _beside(level, other, plan))


def _beside(level: Level, other: Band, plan: Plan) -> Beside:
    """Return what lies between two bands, from the lower level to the higher."""
    band = plan.band
    pair = ((plan.level, band), (level, other))
    (start, low), (end, high) = sorted(pair, key=lambda one: one[0].rank)
    said = gettext("{share} from {start} to {end}").format(
        share=share(low.mid, high.mid), start=start.label, end=end.label
    )
    progression = 100 * (high.mid / low.mid - 1)
    overlap, percent = shared(band, other), shared_percent(band, other)
    return Beside(plan.level, overlap, percent, progression, said)


def _why_not(found: Evidence | None) -> str:
    if found is None:
        return gettext("No figure yet of the same kind, kind of pay and source.")
    if found.weakness is Weakness.OPEN:
        text = gettext("No figure yet: {amount} has no upper end, and so no middle.")
        return text.format(amount=found.row.amount)
    if found.weakness is Weakness.FEW:
        text = gettext("No figure yet: what there is rests on fewer than {few} values.")
        return text.format(few=FEW)
    return gettext("No figure yet: the figure has no middle.")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The steps with the bar of each that has a band, on one axis."""

    panel: Panel
    lines: tuple[tuple[Step, Bar | None], ...]


def drawn(steps: Sequence[Step]) -> Drawn:
    """Return the bands for a chart; each is drawn as the kind of figure that it is built around."""
    rows = {one.level: _as_row(one.row, one.band) for one in steps if one.band and one.row}
    found = panel(tuple(rows.values()), [str(level.label) for level in rows])
    bars = dict(zip(rows, found.bars, strict=True))
    return Drawn(found, tuple((one, bars.get(one.level)) for one in steps))


def _as_row(row: PayRow, band: Band) -> PayRow:
    """Return the figure with the band in place of its own amounts, to be drawn and nothing else."""
    bare = replace(row, p10=None, p90=None, plausible_low=None, plausible_high=None)
    return replace(bare, low=band.low, high=band.high, p50=band.mid, open_ended=False)
