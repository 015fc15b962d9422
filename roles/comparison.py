"""Two or three roles side by side: the reader of the query string, and the table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_lazy, gettext_noop

from roles.choices import MAIN_ROLE, NoteNature
from roles.cited import Cited, Citing
from roles.models import ComparisonNote, Dimension, DimensionValue, Role
from roles.querystring import QueryError, echo, unknown_names

# One role compares with nothing; a fourth column cannot be read on a phone.
FEWEST_ROLES, MOST_ROLES = 2, 3
DEFAULT_ROLES = ("product-manager", MAIN_ROLE)
PARAMETER = "roles"
NOT_SAID = gettext_noop("Not compared by a source")


@dataclass(frozen=True, slots=True)
class Asked:
    """The roles in the order asked for, and the addresses that follow from them."""

    roles: tuple[Role, ...]
    ignored: tuple[str, ...]
    canonical: str
    redirect: str

    @property
    def title(self) -> str:
        *first, last = (role.name for role in self.roles)
        return gettext("{first} and {last}").format(first=", ".join(first), last=last)


@dataclass(frozen=True, slots=True)
class Cell:
    role: str
    text: str
    is_same: bool
    is_said: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A dimension; its sentence is shown when every role it tells apart is compared."""

    claim: Cited
    sentence: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class NoteBlock:
    anchor: str
    heading: str
    claims: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    roles: tuple[Role, ...]
    rows: tuple[Row, ...]
    notes: tuple[NoteBlock, ...]
    undescribed: tuple[Role, ...]


NOTE_BLOCKS = (
    ("overlap", gettext_lazy("What the roles share"), NoteNature.OVERLAP),
    ("caveats", gettext_lazy("Caveats"), NoteNature.CAVEAT),
    ("examples", gettext_lazy("Examples"), NoteNature.EXAMPLE),
)


def read_roles(query: QueryDict, known: Sequence[Role]) -> Asked:
    """Read the roles to compare; raise QueryError when they cannot be compared."""
    given = _names(query.getlist(PARAMETER)) if PARAMETER in query else list(DEFAULT_ROLES)
    by_name = roles_by_name(known)
    roles = tuple(dict.fromkeys(_find(name, by_name, known) for name in given))
    if not FEWEST_ROLES <= len(roles) <= MOST_ROLES:
        message = gettext("Choose {fewest} or {most} different roles, not {number}.")
        numbers = {"fewest": FEWEST_ROLES, "most": MOST_ROLES, "number": len(roles)}
        raise _refuse(message.format(**numbers), known)
    spelled = ",".join(role.slug for role in roles)
    return Asked(
        roles,
        unknown_names(query, known=(PARAMETER,)),
        _address() if spelled == ",".join(DEFAULT_ROLES) else _address(spelled),
        _redirect(query, spelled),
    )


def roles_named(query: QueryDict, known: Sequence[Role]) -> tuple[Role, ...]:
    """Return the roles that a query names, though they cannot be compared."""
    by_name = roles_by_name(known)
    named = (by_name.get(name.lower()) for name in _names(query.getlist(PARAMETER)))
    return tuple(role for role in named if role)


def roles_by_name(known: Iterable[Role]) -> dict[str, Role]:
    """Return each role under its slug and, as in “tpm”, under its short name."""
    return {name: role for role in known for name in (slugify(role.short_name), role.slug)}


def compare(roles: Sequence[Role]) -> Comparison:
    """Return the comparison of the roles, read from the database."""
    dimensions = list(Dimension.objects.with_sources().in_order().prefetch_related("values"))
    notes = list(ComparisonNote.objects.with_sources().in_order().prefetch_related("roles"))
    citing = Citing([*dimensions, *notes])
    described = _described(dimensions)
    return Comparison(
        tuple(roles),
        tuple(_row(dimension, roles, described, citing) for dimension in dimensions),
        tuple(
            NoteBlock(anchor, str(heading), _notes(notes, nature, roles, citing))
            for anchor, heading, nature in NOTE_BLOCKS
        ),
        tuple(role for role in roles if role.pk not in described),
    )


def cells(roles: Sequence[Role], values: Iterable[DimensionValue]) -> tuple[Cell, ...]:
    """Return one cell for each role, in order; equal ones are marked."""
    texts = {value.role_id: value.text for value in values}
    said = Counter(texts[role.pk].casefold() for role in roles if role.pk in texts)
    return tuple(
        Cell(
            role.name,
            texts.get(role.pk, gettext(NOT_SAID)),
            is_same=said[texts.get(role.pk, "").casefold()] > 1,
            is_said=role.pk in texts,
        )
        for role in roles
    )


def _names(values: Iterable[str]) -> list[str]:
    names = (name.strip() for value in values for name in value.split(","))
    return [name for name in names if name]


def _find(name: str, by_name: dict[str, Role], known: Sequence[Role]) -> Role:
    try:
        return by_name[name.lower()]
    except KeyError:
        message = gettext("“{value}” is not a role of this guide.").format(value=echo(name))
        raise _refuse(message, known) from None


def _refuse(message: str, known: Sequence[Role]) -> QueryError:
    return QueryError(message, field=PARAMETER, choices=[role.slug for role in known])


def _address(spelled: str = "") -> str:
    page = reverse("roles:compare")
    return f"{page}?{PARAMETER}={spelled}" if spelled else page


def _redirect(query: QueryDict, spelled: str) -> str:
    """Return the address with the roles spelled out, or nothing when they already are."""
    if query.getlist(PARAMETER) in ([], [spelled]):
        return ""
    respelled = query.copy()
    respelled.setlist(PARAMETER, [spelled])
    return f"{_address()}?{respelled.urlencode(safe=',')}"


def _described(dimensions: Sequence[Dimension]) -> set[int]:
    """Return the roles that are told apart point by point: in most of the dimensions."""
    told = Counter(value.role_id for dimension in dimensions for value in dimension.values.all())
    return {role for role, number in told.items() if number * 2 > len(dimensions)}


def _row(dimension: Dimension, roles: Sequence[Role], described: set[int], citing: Citing) -> Row:
    values = dimension.values.all()
    told_apart = described.intersection(value.role_id for value in values)
    is_about_these = told_apart.issubset(role.pk for role in roles)
    return Row(citing(dimension), dimension.text if is_about_these else "", cells(roles, values))


def _notes(
    notes: Iterable[ComparisonNote], nature: NoteNature, roles: Sequence[Role], citing: Citing
) -> tuple[Cited, ...]:
    """Return the notes of one nature that speak of no role but those compared."""
    return tuple(
        citing(note)
        for note in notes
        if note.nature == nature and set(note.roles.all()) <= set(roles)
    )
