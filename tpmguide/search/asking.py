"""The only reader of the query string of the search page, and the maker of its links."""

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.querystring import QueryError, echo, one, unknown_names
from tpmguide.search.kinds import EntryKind
from tpmguide.search.reading import Reading, read

QUERY, KIND, EXACT, PAGE = PARAMETERS = ("q", "kind", "exact", "page")
YES = "1"
# A number of more digits is no page that anybody was led to.
MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; an exact query is not corrected."""

    reading: Reading
    kind: EntryKind | None = None
    is_exact: bool = False
    page: int = 1
    ignored: tuple[str, ...] = ()

    def url(self) -> str:
        """Return the address, without defaults."""
        pairs = {
            QUERY: self.reading.text,
            KIND: self.kind.value if self.kind else "",
            EXACT: YES if self.is_exact else "",
            PAGE: str(self.page) if self.page > 1 else "",
        }
        query = urlencode({name: value for name, value in pairs.items() if value})
        return f"{reverse('search')}?{query}" if query else reverse("search")

    def of_kind(self, kind: EntryKind | None) -> Self:
        return replace(self, kind=kind, page=1)

    def on_page(self, page: int) -> Self:
        return replace(self, page=page)

    def as_typed(self) -> Self:
        return replace(self, is_exact=True, kind=None, page=1)


def read_asked(query: QueryDict) -> Asked:
    """Read the query string; raise QueryError for a value that no page answers."""
    return Asked(
        read(one(query, QUERY)),
        _kind(one(query, KIND)),
        _is_exact(one(query, EXACT)),
        _page(one(query, PAGE)),
        unknown_names(query, known=PARAMETERS),
    )


def _kind(text: str) -> EntryKind | None:
    if text and text not in EntryKind.values:
        message = gettext("“{value}” is not a kind of result.").format(value=echo(text))
        raise QueryError(message, field=KIND, choices=EntryKind.values)
    return EntryKind(text) if text else None


def _is_exact(text: str) -> bool:
    if text not in {"", YES}:
        raise QueryError(
            gettext("“{value}” does not say whether to correct the words.").format(
                value=echo(text)
            ),
            field=EXACT,
            choices=(YES,),
        )
    return text == YES


def _page(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    if text and not (is_number and int(text) > 0):
        raise no_such_page(text, last=None)
    return int(text) if text else 1


def no_such_page(text: str, *, last: int | None) -> QueryError:
    """Return what is said of a page that is not there; last is None where it is not known."""
    end = gettext("to {last}").format(last=last)
    choices = ("1",) if last in {None, 1} else ("1", end)
    message = gettext("“{value}” is not a page of results.").format(value=echo(text))
    return QueryError(message, field=PAGE, choices=choices)
