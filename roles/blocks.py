"""The sections of a role page: each turns one kind of claim into a block of plain values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from roles.choices import ChallengeNature, Frequency, Level, Moment, Section, Stage
from roles.cited import Cited, Fact, Link
from roles.models import (
    Activity,
    Challenge,
    Collaborator,
    LifecycleNote,
    RoleLevel,
    Statement,
    Strategy,
    Tool,
    Trend,
)

Cite = Callable[..., Cited]


# A group of more claims than the first number folds all but as many as the second away, so that a
# visitor who scrolls sees every section before the fifty-second responsibility.
FOLDS_ABOVE, SHOWN = 8, 6


@dataclass(frozen=True, slots=True)
class Group:
    heading: str
    claims: tuple[Cited, ...]
    links: tuple[Link, ...] = ()

    @property
    def shown(self) -> tuple[Cited, ...]:
        return self.claims if len(self.claims) <= FOLDS_ABOVE else self.claims[:SHOWN]

    @property
    def folded(self) -> tuple[Cited, ...]:
        return self.claims[len(self.shown) :]


@dataclass(frozen=True, slots=True)
class Block:
    """One section of the page; the alias is a second anchor that points to it."""

    anchor: str
    heading: str
    groups: tuple[Group, ...] = ()
    note: str = ""
    links: tuple[Link, ...] = ()
    alias: str = ""
    is_ordered: bool = False


def statement_block(section: Section, statements: Iterable[Statement], cite: Cite) -> Block:
    alias = "collaboration-practices" if section is Section.PRACTICES else ""
    claims = tuple(cite(statement) for statement in statements if statement.section == section)
    return Block(section.value, str(section.label), filled([Group("", claims)]), alias=alias)


def day_block(activities: Iterable[Activity], cite: Cite) -> Block:
    claims = tuple(cite(activity, facts=_when(activity)) for activity in activities)
    return Block("day", gettext("A day in the role"), filled([Group("", claims)]), is_ordered=True)


def collaborators_block(collaborators: Iterable[Collaborator], cite: Cite) -> Block:
    claims = tuple(
        cite(
            counterpart,
            facts=(
                Fact(gettext("Gives"), counterpart.gives),
                Fact(gettext("Gets"), counterpart.gets),
                Fact(gettext("How often"), str(Frequency(counterpart.frequency).label)),
            ),
        )
        for counterpart in collaborators
    )
    return Block(
        "collaborators",
        gettext("Who the role works with"),
        filled([Group("", claims)]),
        note=gettext(
            "The sources name the counterparts. What passes between the two sides, and how "
            "often, is this guide's own summary."
        ),
    )


def lifecycle_block(notes: Sequence[LifecycleNote], tools: Iterable[Tool], cite: Cite) -> Block:
    """Return what is done in each stage, with links to the tools used there."""
    groups = (
        Group(
            str(stage.label),
            tuple(cite(note) for note in notes if note.stage == stage),
            tuple(_tool_links(tools, stage)),
        )
        for stage in Stage
        if any(note.stage == stage for note in notes)
    )
    return Block("lifecycle", gettext("Over the product lifecycle"), tuple(groups))


def challenges_block(
    challenges: Sequence[Challenge], strategies: Sequence[Strategy], cite: Cite
) -> Block:
    """Return challenges and drawbacks, each with the strategies that answer it, then those."""
    natures = (
        Group(
            nature.several,
            tuple(_challenge(c, strategies, cite) for c in challenges if c.nature == nature),
        )
        for nature in ChallengeNature
    )
    answers = Group(gettext("Strategies"), tuple(cite(strategy) for strategy in strategies))
    return Block(
        "challenges",
        gettext("Challenges and what helps"),
        filled([*natures, answers]),
        note=gettext(
            "The sources name the problems and the strategies. Which strategy answers which "
            "problem, the early sign and the counter-move are this guide's own judgement."
        ),
    )


def future_block(trends: Iterable[Trend], cite: Cite, *, today: date) -> Block:
    claims = tuple(_trend(trend, cite, today=today) for trend in trends)
    return Block("future", gettext("Where the role is heading"), filled([Group("", claims)]))


def levels_block(levels: Iterable[RoleLevel], cite: Cite) -> Block:
    in_order = sorted(levels, key=lambda level: Level(level.level).rank)
    label = gettext("{level} level, with skills and pay")
    return Block(
        "levels",
        gettext("Career levels"),
        filled([Group("", tuple(_level(level, cite) for level in in_order))]),
        note=gettext("A level starts at its lower bound: exactly 5 years of experience is Senior."),
        links=tuple(
            Link(label.format(level=Level(row.level).label), row.get_absolute_url())
            for row in in_order
        ),
    )


def filled(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.claims)


def _when(activity: Activity) -> tuple[Fact, ...]:
    moment = Moment(activity.moment)
    return () if moment is Moment.SHARE_OF_TIME else (Fact(gettext("When"), str(moment.label)),)


def _tool_links(tools: Iterable[Tool], stage: Stage) -> Iterator[Link]:
    for tool in tools:
        if tool.stage == stage:
            yield Link(tool.title, tool.get_absolute_url())


def _challenge(challenge: Challenge, strategies: Iterable[Strategy], cite: Cite) -> Cited:
    links = tuple(
        Link(strategy.title, f"#{strategy.key}")
        for strategy in strategies
        if challenge in strategy.answers.all()
    )
    return cite(
        challenge,
        facts=(
            Fact(gettext("Strategies"), gettext("The documents name none."), links),
            Fact(gettext("Early sign"), challenge.early_sign),
            Fact(gettext("Counter-move"), challenge.counter_move),
        ),
    )


def _trend(trend: Trend, cite: Cite, *, today: date) -> Cited:
    review_by = date_format(trend.review_by, "j F Y")
    facts = (Fact(gettext("As of"), trend.as_of), Fact(gettext("Review by"), review_by))
    if trend.review_by >= today:
        return cite(trend, facts=facts)
    overdue = gettext("Overdue: this was due to be read again by {day} and may be out of date.")
    return cite(trend, facts=facts, overdue=overdue.format(day=review_by))


def _level(level: RoleLevel, cite: Cite) -> Cited:
    facts = [
        Fact(gettext("Autonomy"), level.autonomy),
        Fact(gettext("People"), level.people),
        Fact(gettext("Decisions"), level.decisions),
    ]
    if level.change:
        facts.append(Fact(gettext("What changes"), level.change))
    return cite(level, facts=tuple(facts))
