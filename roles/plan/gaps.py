"""What lies between ratings and a level, skill by skill. Pure: ladders in, frozen values out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from roles.choices import Proficiency
from roles.cited import Link, counted
from roles.plan.asking import Asked
from roles.plan.ladders import Ladder, Rung
from roles.plan.ratings import Rating


@dataclass(frozen=True, slots=True)
class Standing:
    """A rated skill beside what the level expects; the first rung is the nearest one above."""

    ladder: Ladder
    rating: Rating
    expected: Rung
    first: Rung | None
    learning: tuple[Link, ...] = ()

    @property
    def steps(self) -> int:
        """How many depths are missing; never fewer than none."""
        return max(0, Rating.meeting(self.expected.depth) - self.rating)

    @property
    def skill(self) -> Link:
        return Link(self.ladder.title, f"{self.ladder.url}#{self.expected.level}")

    @property
    def difference(self) -> str:
        if self.steps:
            return gettext("{steps} deeper").format(steps=counted(self.steps, "step"))
        if self.expected.depth is Proficiency.NOT_EXPECTED:
            return gettext("not expected at this level")
        as_deep = self.rating is Rating.meeting(self.expected.depth)
        return gettext("as deep as expected") if as_deep else gettext("deeper than expected")

    @property
    def leap(self) -> str:
        """Why the first step is longer than to the next depth; empty where it is not."""
        if self.first is None or Rating.meeting(self.first.depth) == self.rating + 1:
            return ""
        missing = Rating(self.rating + 1).word
        return gettext(
            "Up to {level}, no level describes {missing} of this skill: "
            "the nearest depth above yours is {depth}."
        ).format(
            level=self.expected.level.label,
            missing=missing,
            depth=self.first.depth.label.lower(),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """Every skill once: a gap, met, not rated, or not described at the target level."""

    gaps: tuple[Standing, ...]
    met: tuple[Standing, ...]
    unrated: tuple[Link, ...]
    undescribed: tuple[Link, ...]

    @property
    def described(self) -> int:
        return len(self.gaps) + len(self.met) + len(self.unrated)

    @property
    def unrated_said(self) -> str:
        return gettext("{number} of {skills}").format(
            number=len(self.unrated), skills=counted(self.described, "skill")
        )

    @property
    def summary(self) -> str:
        if not (self.gaps or self.met):
            return gettext("None of the {skills} of this level is rated yet.").format(
                skills=counted(self.described, "skill")
            )
        return gettext(
            "{gaps}, {skills} already as deep as expected or not called for, "
            "{number} of {total} not rated."
        ).format(
            gaps=counted(len(self.gaps), "gap"),
            skills=counted(len(self.met), "skill"),
            number=len(self.unrated),
            total=self.described,
        )


def plan_of(asked: Asked, ladders: Iterable[Ladder]) -> Plan:
    """Return the plan: gaps largest first, equal ones in the order of the ladders."""
    ladders = tuple(ladders)
    described = [ladder for ladder in ladders if ladder.at(asked.target)]
    compared = [standing for ladder in ladders for standing in _standing(asked, ladder)]
    gaps = [standing for standing in compared if standing.steps]
    return Plan(
        tuple(sorted(gaps, key=lambda gap: -gap.steps)),
        tuple(standing for standing in compared if not standing.steps),
        _links(ladder for ladder in described if ladder.key not in asked.ratings),
        _links(ladder for ladder in ladders if ladder not in described),
    )


def first_rung(ladder: Ladder, rating: Rating, expected: Rung) -> Rung | None:
    """Return the shallowest rung above the rating on the way to what is expected.

    Of several as deep, it is that of the lowest level; there is none where nothing is missing.
    """
    above = [
        rung
        for rung in ladder.rungs
        if rung.level.rank <= expected.level.rank
        and rating < Rating.meeting(rung.depth) <= Rating.meeting(expected.depth)
    ]
    return min(above, key=lambda rung: (Rating.meeting(rung.depth), rung.level.rank), default=None)


def _standing(asked: Asked, ladder: Ladder) -> Iterable[Standing]:
    """Give the standing of a skill that is both rated and described, and else nothing."""
    rating, expected = asked.ratings.get(ladder.key), ladder.at(asked.target)
    if rating is not None and expected is not None:
        yield Standing(ladder, rating, expected, first_rung(ladder, rating, expected))


def _links(ladders: Iterable[Ladder]) -> tuple[Link, ...]:
    return tuple(Link(ladder.title, ladder.url) for ladder in ladders)
