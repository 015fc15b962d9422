"""What the career guide says, as entries."""

from collections.abc import Iterator

from roles.choices import Level
from roles.models import (
    Activity,
    Challenge,
    Collaborator,
    ComparisonNote,
    Contradiction,
    Dimension,
    GlossaryTerm,
    LifecycleNote,
    Question,
    Responsibility,
    Role,
    RoleLevel,
    Source,
    Statement,
    Strategy,
    Trend,
)
from roles.models.guide import RoleClaim
from tpmguide.models import SearchEntry
from tpmguide.search.entries.making import claim_entry, entry
from tpmguide.search.kinds import EntryKind
from tpmguide.whereabouts import whereabouts

# The claims that are shown on the page of their role, each at the anchor of its key.
ON_ROLE_PAGES = (Responsibility, Activity, LifecycleNote, Strategy, Trend)


def guide_entries() -> Iterator[SearchEntry]:
    yield from roles()
    yield from levels()
    yield from questions()
    yield from terms()
    yield from passages()
    yield from comparisons()
    yield from disagreements()
    yield from sources()


def roles() -> Iterator[SearchEntry]:
    for role in Role.objects.all():
        url = role.get_absolute_url()
        names = (role.short_name, f"What is a {role.name}?")
        yield entry(EntryKind.ROLE, role.name, url, text=(role.summary,), names=names)


def levels() -> Iterator[SearchEntry]:
    for claim in RoleLevel.objects.select_related("role"):
        level, role = Level(claim.level), claim.role
        yield entry(
            EntryKind.LEVEL,
            f"{level.label} {role.name}",
            claim.get_absolute_url(),
            text=(claim.text, claim.autonomy, claim.people, claim.decisions, claim.change),
            names=(
                f"{level.label} {role.short_name}",
                f"{level.label} level {role.short_name}",
                f"{level.label} level",
                str(level.label),
                claim.title,
            ),
        )


def questions() -> Iterator[SearchEntry]:
    for question in Question.objects.all():
        yield claim_entry(EntryKind.QUESTION, question, whereabouts(question))


def terms() -> Iterator[SearchEntry]:
    for term in GlossaryTerm.objects.all():
        yield claim_entry(EntryKind.TERM, term, whereabouts(term), names=term.aliases)


def passages() -> Iterator[SearchEntry]:
    for model in ON_ROLE_PAGES:
        for claim in model.objects.select_related("role"):
            yield passage(claim)
    for one in Collaborator.objects.select_related("role"):
        yield passage(one, one.gives, one.gets)
    for problem in Challenge.objects.select_related("role"):
        yield passage(problem, problem.early_sign, problem.counter_move)
    for statement in Statement.objects.select_related("role"):
        yield passage(statement)


def passage(claim: RoleClaim, *more: str) -> SearchEntry:
    return claim_entry(EntryKind.PASSAGE, claim, whereabouts(claim), more=more)


def comparisons() -> Iterator[SearchEntry]:
    for dimension in Dimension.objects.prefetch_related("values"):
        values = (value.text for value in dimension.values.all())
        yield claim_entry(EntryKind.COMPARISON, dimension, whereabouts(dimension), more=values)
    for note in ComparisonNote.objects.all():
        yield claim_entry(EntryKind.COMPARISON, note, whereabouts(note))


def disagreements() -> Iterator[SearchEntry]:
    for dispute in Contradiction.objects.of_sources().prefetch_related("positions"):
        stands = (position.text for position in dispute.positions.all())
        url = whereabouts(dispute)
        yield claim_entry(EntryKind.DISAGREEMENT, dispute, url, more=(*stands, dispute.resolution))
    for reading in Contradiction.objects.of_the_guide():
        url = whereabouts(reading)
        yield claim_entry(EntryKind.DISAGREEMENT, reading, url, more=(reading.resolution,))


def sources() -> Iterator[SearchEntry]:
    for source in Source.objects.all():
        names = (source.short_name, source.author)
        text = (source.publisher, source.attribution, source.notes)
        url = source.get_absolute_url()
        yield entry(EntryKind.SOURCE, source.title, url, text=text, names=names)
