"""What the page shows: a column for each slice, and how far the others lie from the first."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from roles.choices import Level
from roles.options import Option, OptionGroup, options
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import CompanySize, Country
from salaries.compare.asking import Asking, chosen
from salaries.compare.differences import Difference, differences
from salaries.compare.slicing import LETTERS, field_name
from salaries.explorer.explorer import Explorer
from salaries.explorer.notices import notices
from salaries.rows import PayRow
from salaries.slices import DEFAULT_ROLE

EXAMPLE = "a=level:senior,city:bengaluru&b=level:senior,city:pune"


@dataclass(frozen=True, slots=True)
class Column:
    """One slice; the differences are those from the first column."""

    letter: str
    heading: str
    url: str
    notices: tuple[str, ...]
    rows: tuple[PayRow, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """The controls of one slice; each name begins with the letter of the slice."""

    letter: str
    names: dict[str, str]
    roles: tuple[Option, ...]
    levels: tuple[Option, ...]
    countries: tuple[Option, ...]
    cities: tuple[OptionGroup, ...]
    sizes: tuple[Option, ...]


def page(asked: Asking) -> dict[str, Any]:
    """Return what the page shows; without slices, or with one that is refused, the form."""
    understood = {} if asked.refusals else asked.slices
    found, shared = told_apart(columns(list(understood.values())))
    path = reverse("salaries:compare")
    query = asked.canonical if understood else ""
    # Of what is refused no release is known; the page then prints the one in use, as any other.
    release = {} if asked.refusals else {"release": asked.first.release}
    has_figures = any(column.rows for column in found)
    return {
        **release,
        "permalink": f"{path}?{asked.as_of(str(asked.first.release))}" if has_figures else "",
        "columns": found,
        "notices": shared,
        "fieldsets": [
            fields(letter, asked.first.vocabulary, asked.filled.get(letter)) for letter in LETTERS
        ],
        "refusals": asked.refusals,
        "refused": {refusal.name for refusal in asked.refusals},
        "ignored": asked.ignored,
        "canonical": f"{path}?{query}" if query else path,
        "example_url": f"{path}?{EXAMPLE}",
        "pinned": asked.pinned,
    }


def columns(explorers: list[Explorer]) -> tuple[Column, ...]:
    return tuple(
        Column(
            letter,
            explorer.heading,
            explorer.asked.url(reverse("salaries:explorer")),
            notices(explorer.answer, explorer.role_names),
            explorer.answer.rows,
            tuple(differences(explorers[0].answer.rows, explorer.answer.rows))
            if explorer is not explorers[0]
            else (),
        )
        for letter, explorer in zip(LETTERS, explorers, strict=False)
    )


def told_apart(found: tuple[Column, ...]) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """Return the columns without what is said of each of them, and that, to be said once."""
    if len(found) == 1:
        return found, ()
    said = dict.fromkeys(notice for column in found for notice in column.notices)
    shared = tuple(one for one in said if all(one in column.notices for column in found))
    own = (tuple(one for one in column.notices if one not in shared) for column in found)
    return tuple(
        replace(column, notices=rest) for column, rest in zip(found, own, strict=True)
    ), shared


def fields(letter: str, vocabulary: Vocabulary, given: QueryDict | None) -> Fields:
    """Return the controls of a slice with what it holds."""
    held = chosen(given)
    roles = vocabulary.role_options((held["role"],))
    return Fields(
        letter,
        {name: field_name(letter, name) for name in held},
        # That role is what no choice means.
        tuple(role for role in roles if role.value != DEFAULT_ROLE),
        options(((lv.value, f"{lv.label}, {lv.years}") for lv in Level), (held["level"],)),
        options(Country.choices, (held["country"],)),
        vocabulary.city_options((held["city"],)),
        options(CompanySize.choices, (held["size"],)),
    )
