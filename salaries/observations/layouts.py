"""How files that others lay out say what the template says; each layout is a declaration."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from roles.querystring import echo
from salaries.observations.coded import Coded, constant
from salaries.observations.columns import NAMES, NEEDED
from salaries.observations.files import FileError

# Of a long list of columns the first are named.
NAMED = 8
NEAREST = ", the nearest; a mapping says what other columns mean"
Words = Mapping[str, Mapping[str, str]]


class UnsaidError(FileError):
    """Neither the file nor whoever imports it says what every row needs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a file says what; of several the first that is filled.

    Words are translated by column; a word that is not listed stays as it is, and is then
    right or refused. Constants stand for columns that the file does not have. What is unread
    is known and left out on purpose.
    """

    name: str
    about: str
    columns: Mapping[str, tuple[str, ...]]
    words: Words = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    @property
    def read(self) -> frozenset[str]:
        return frozenset(name for names in self.columns.values() for name in names)

    @property
    def said(self) -> frozenset[str]:
        """The columns of the template that the layout fills."""
        return frozenset((*self.columns, *self.constants))

    def missing(self, header: Sequence[str]) -> list[str]:
        """Return what the file lacks: of the template what is needed, else every column."""
        if self.name == TEMPLATE.name:
            return [name for name in NEEDED if name not in (*header, *self.constants)]
        return sorted(self.read.difference(header))

    def unknown(self, header: Sequence[str]) -> list[str]:
        return sorted(set(header) - self.read - self.unread)

    def fits(self, header: Sequence[str]) -> bool:
        return not self.missing(header) and not self.unknown(header)

    def arranged(self, said: Mapping[str, Coded[str]], rows: int) -> dict[str, Coded[str]]:
        """Return the columns of the template, of so many rows; what is not said is empty."""
        return {
            name: self._column(said, name) or constant(self.constants.get(name, ""), rows)
            for name in NAMES
        }

    def _column(self, said: Mapping[str, Coded[str]], name: str) -> Coded[str] | None:
        columns = [said[column] for column in self.columns.get(name, ()) if column in said]
        if len(columns) > 1:
            return Coded([next(filter(None, cells), "") for cells in zip(*columns, strict=True)])
        return columns[0] if columns else None


TEMPLATE = Layout(
    name="template",
    about="the template of this guide",
    columns={name: (name,) for name in NAMES},
)
GUIDE_DATA = Layout(
    name="guide-data",
    about="the open observations that this guide's figures are computed from",
    columns={
        "key": ("obs_id",),
        "source": ("source_id",),
        "title": ("title_raw",),
        "size": ("company_size_bucket",),
        "pay": ("base_salary", "total_compensation"),
        "low": ("salary_low",),
        "high": ("salary_high",),
        "flags": ("quality_flags",),
    }
    | {
        name: (name,)
        for name in (
            *("role", "level", "country", "city", "region", "industry", "employment_type"),
            *("remote", "pay_kind", "currency", "period", "year", "years_experience"),
            *("repeat_count", "is_current", "usable"),
        )
    },
    words={
        "role": {"PM": "product-manager", "TPM": "technical-product-manager"},
        "pay_kind": {
            "advertised range": "advertised",
            "offered wage (visa filing)": "base",
            "self-reported total compensation": "total",
        },
        "size": {"small (1-99)": "small", "medium (100-999)": "medium", "large (1000+)": "large"},
    },
    # Years of coding are no years of product work, and who employs is nobody's business here.
    unread=frozenset(
        {"level_basis", "years_coding", "company", "company_size_raw", "usd_fx_basis"}
    ),
)
AIJOBS = Layout(
    name="aijobs",
    about="the index of salaries of aijobs.net, which names no source",
    columns={
        "year": ("work_year",),
        "level": ("experience_level",),
        "employment_type": ("employment_type",),
        "role": ("job_title",),
        "title": ("job_title",),
        "pay": ("salary",),
        "currency": ("salary_currency",),
        "remote": ("remote_ratio",),
        "country": ("company_location",),
    },
    words={
        "level": {"EN": "entry", "MI": "mid", "SE": "senior", "EX": "lead"},
        "employment_type": {
            "FT": "full-time",
            "PT": "part-time",
            "CT": "contract",
            "FL": "freelance",
        },
        "role": {
            "Product Manager": "product-manager",
            "Technical Product Manager": "technical-product-manager",
        },
        "remote": {"0": "on-site", "50": "hybrid", "100": "remote"},
        "country": {"IN": "india", "US": "united-states"},
    },
    # Since 2023 an advert is listed as two rows, the ends of its range, so one is no midpoint.
    constants={"pay_kind": "not-stated"},
    # Its size classes break elsewhere, and 98 % of its rows since 2023 say the same one.
    unread=frozenset({"salary_in_usd", "employee_residence", "company_size"}),
)
LAYOUTS = {layout.name: layout for layout in (TEMPLATE, GUIDE_DATA, AIJOBS)}


def layout_for(
    header: Sequence[str], *, name: str, mapping: Mapping[str, str], constants: Mapping[str, str]
) -> Layout:
    """Return the layout that is named, mapped or recognised; raise FileError for a misfit."""
    _refuse_unknown((*mapping, *constants))
    layout = _base(header, name=name, mapping=mapping, constants=constants)
    if missing := layout.missing(header):
        nearest = "" if name or mapping else NEAREST
        raise FileError(
            f"has no column {', '.join(missing)} (layout {layout.name}{nearest}). {_first(header)}"
        )
    if unsaid := [needed for needed in NEEDED if needed not in layout.said]:
        raise UnsaidError(f"says nothing of {', '.join(unsaid)}, which every row needs.")
    if unknown := layout.unknown(header):
        raise FileError(f"has columns that layout {layout.name} does not know: {_few(unknown)}.")
    return layout


def _base(
    header: Sequence[str], *, name: str, mapping: Mapping[str, str], constants: Mapping[str, str]
) -> Layout:
    if mapping and not name:
        layout = Layout("mapped", "as mapped by hand", {}, unread=frozenset(header))
    else:
        layout = LAYOUTS[name] if name else _recognised(header, constants)
    columns = dict(layout.columns) | {ours: (theirs,) for ours, theirs in mapping.items()}
    kept = {ours: theirs for ours, theirs in columns.items() if ours not in constants}
    replaced = frozenset(theirs for ours in constants for theirs in columns.get(ours, ()))
    return replace(
        layout,
        columns=kept,
        constants=dict(layout.constants) | dict(constants),
        unread=layout.unread | replaced,
    )


def _recognised(header: Sequence[str], constants: Mapping[str, str]) -> Layout:
    """Return the first layout that fits, else the one of which the file has most columns."""
    fitting = (
        layout
        for layout in LAYOUTS.values()
        if not set(layout.missing(header)) - set(constants) and not layout.unknown(header)
    )
    nearest = max(LAYOUTS.values(), key=lambda layout: len(layout.read.intersection(header)))
    return next(fitting, nearest)


def _refuse_unknown(names: Iterable[str]) -> None:
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        raise FileError(f"cannot have {_few(unknown)}; the template has: {', '.join(NAMES)}.")


def _first(header: Sequence[str]) -> str:
    """Say what was read instead: other words, or all of them as one by a wrong delimiter."""
    if len(header) == 1:
        return f"Its first line names a single column, {_few(header)}: name the delimiter."
    return f"Its first line names: {_few(header)}."


def _few(names: Sequence[str]) -> str:
    shown = [echo(name) or "(no name)" for name in names[:NAMED]]
    return ", ".join(shown) + (", ..." if len(names) > NAMED else "")
