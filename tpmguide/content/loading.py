"""Content from files meets the database: what is new is written, what an editor did stays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from django.apps import apps
from django.db import transaction

from tpmguide.content.fixtures import ContentError, Reference, Row, root_of, text_of
from tpmguide.content.objects import Name, Whole, in_order
from tpmguide.content.stored import RefusedError, Stored
from tpmguide.models import ShippedRecord


class State(IntEnum):
    """What became of an object; of the two halves of one, the later word counts."""

    UNCHANGED = 0
    NEW = 1
    CHANGED_HERE = 2
    DELETED_HERE = 3
    CONFLICTS = 4


DIFFERS = (State.CHANGED_HERE, State.DELETED_HERE)


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of an object, and what that is about.

    The fields that an editor changed, or the rule by which another row stands in its way.
    """

    name: Name
    state: State
    about: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{' '.join(self.name)}: {', '.join(self.about) or 'deleted here'}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load found of each object, and what was shipped once and is in no file any more."""

    found: tuple[Difference, ...]
    no_longer_shipped: tuple[Name, ...]

    @property
    def objects(self) -> int:
        return len(self.found)

    @property
    def new(self) -> int:
        return len(self.of(State.NEW))

    @property
    def unchanged(self) -> int:
        return len(self.of(State.UNCHANGED))

    @property
    def differences(self) -> tuple[Difference, ...]:
        return self.of(*DIFFERS)

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        return self.of(State.CONFLICTS)

    def of(self, *states: State) -> tuple[Difference, ...]:
        return tuple(one for one in self.found if one.state in states)


@transaction.atomic
def load(rows: Sequence[Row], *, overwrite: bool, are_shipped: bool = True) -> Outcome:
    """Write what is new, and with overwrite also what differs; raise ContentError, or do it all.

    An object that conflicts with another row here is left out, and the rest is written. What is
    shipped is noted, so that a later deletion is known as one.
    """
    loader = Loader(rows, overwrite=overwrite)
    left_out = [whole for whole in in_order(rows) if not loader.take(whole)]
    for whole in left_out if overwrite else ():
        loader.take(whole)  # what stood in its way may have been overwritten since
    if not are_shipped:
        return Outcome(tuple(loader.found.values()), no_longer_shipped=())
    loader.note_shipped()
    return Outcome(tuple(loader.found.values()), tuple(loader.no_longer_shipped()))


class Loader:
    """One load: the shipped rows, the database beside them, and what became of each object."""

    def __init__(self, rows: Iterable[Row], *, overwrite: bool) -> None:
        self.overwrite = overwrite
        self.stored = Stored()
        self.shipped = {row.identity: row for row in rows}
        self.noted = set(ShippedRecord.objects.values_list("model", "natural_key"))
        self.found: dict[Name, Difference] = {}
        self.absent: set[Reference] = set()  # left out because of a conflict

    def take(self, whole: Whole) -> bool:
        """Bring one object into the database, and say whether nothing stood in its way."""
        self.refuse_dangling(whole)
        found = self.difference(whole)
        rule = self.write(whole) if self.is_to_be_written(found.state) else ""
        if rule:
            found = Difference(whole.name, State.CONFLICTS, (rule,))
        self.found[whole.name] = found
        here = all(self.stored.has(*row.identity) for row in whole.rows)
        self.absent -= {whole.root}
        self.absent |= {whole.root} if found.state is State.CONFLICTS and not here else set()
        return found.state is not State.CONFLICTS

    def is_to_be_written(self, state: State) -> bool:
        return state is State.NEW or (state in DIFFERS and self.overwrite)

    def difference(self, whole: Whole) -> Difference:
        """Compare an object with the database, before anything of it is written."""
        here = [row for row in whole.rows if self.stored.has(*row.identity)]
        if 0 < len(here) < len(whole.rows):
            return Difference(whole.name, State.CONFLICTS, ("its key is that of another kind",))
        fields = tuple(name for row in here for name in self.stored.differing(row))
        if here:
            return Difference(whole.name, State.CHANGED_HERE if fields else State.UNCHANGED, fields)
        is_deleted = whole.name in self.noted or self.leans_on_deleted(whole)
        return Difference(whole.name, State.DELETED_HERE if is_deleted else State.NEW)

    def leans_on_deleted(self, whole: Whole) -> bool:
        missing = (one for one in whole.references if not self.stored.has(*one))
        return any(root_of(*one) not in self.absent for one in missing)

    def refuse_dangling(self, whole: Whole) -> None:
        for row in whole.rows:
            for model, key in row.references():
                if (model, key) not in self.shipped and not self.stored.has(model, key):
                    label = model.__name__.lower()
                    raise ContentError(
                        f"{row.place} refers to {label} {text_of(key)}, which is missing."
                    )

    def write(self, whole: Whole) -> str:
        """Write the object, or return the rule by which it cannot be."""
        for reference in whole.references:
            if root_of(*reference) in self.absent:
                return f"leans on {text_of(reference[1])}, which was left out"
        try:
            self.stored.write_whole(whole.rows)
        except RefusedError as refused:
            rule = self.rule_against(refused)
            if not rule:
                place = refused.row.place
                raise ContentError(f"{place} cannot be written: {refused.__cause__}") from refused
            return rule
        return ""

    def rule_against(self, refused: RefusedError) -> str:
        """Return the rule by which a row that is not as shipped stands in the way, if one does."""
        conflict = self.stored.conflict(refused.row) if refused.is_about_a_rule else None
        if conflict is None:
            return ""
        model = refused.row.shape.model
        others = [(model, self.stored.table(model).keys[number]) for number in conflict.numbers]
        shipped = [self.shipped[other] for other in others if other in self.shipped]
        contradicts_itself = any(not self.stored.differing(row) for row in shipped)
        return "" if contradicts_itself else conflict.rule

    def note_shipped(self) -> None:
        """Remember what is here, so that a later deletion is known as one."""
        not_here = {State.CONFLICTS} if self.overwrite else {State.CONFLICTS, State.DELETED_HERE}
        here = {name for name, found in self.found.items() if found.state not in not_here}
        ShippedRecord.objects.bulk_create(
            ShippedRecord(model=label, natural_key=key) for label, key in sorted(here - self.noted)
        )

    def no_longer_shipped(self) -> Iterator[Name]:
        """Give what was shipped once, is in no fixture any more, and is still here."""
        for label, key in sorted(self.noted - set(self.found)):
            if key in self.keys_here(label):
                yield label, key

    def keys_here(self, label: str) -> set[str]:
        try:
            model = apps.get_model(label)
        except LookupError:  # the whole kind is no longer there
            return set()
        return {text_of(key) for key in self.stored.table(model).numbers}
