"""What every reader of a query string shares: a refusal, and words that are safe to echo."""

from collections.abc import Collection, Iterable, Sequence

from django.http import QueryDict
from django.utils.translation import gettext

# What is echoed of a value that is refused: enough to recognise it, too little to hurt.
ECHO_LENGTH = 60
ECHO_COUNT = 5


class QueryError(ValueError):
    """A value that no page answers; says which field, why, and what may be asked."""

    def __init__(self, message: str, *, field: str, choices: Collection[str]) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.choices = tuple(choices)


def echo(text: str) -> str:
    """Return at most 60 characters of the text, without control characters."""
    shown = text if len(text) <= ECHO_LENGTH else f"{text[: ECHO_LENGTH - 1]}…"
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in shown)


def one(query: QueryDict, name: str) -> str:
    """Return the one value of a parameter, empty for none; the same value twice is one."""
    values = list(dict.fromkeys(value for value in query.getlist(name) if value))
    if len(values) > 1:
        raise too_many(name, values)
    return values[0] if values else ""


def too_many(name: str, values: Sequence[str]) -> QueryError:
    """Return what is said of a parameter that is given with different values."""
    shown = [echo(value) for value in values[:ECHO_COUNT]]
    message = gettext("There are {number} different values; give one of them.").format(
        number=len(values)
    )
    return QueryError(message, field=echo(name), choices=shown)


def several(
    query: QueryDict, name: str, *, known: Collection[str], refusal: str
) -> tuple[str, ...]:
    """Return the values of a parameter, each once and in the order of those that are known.

    An empty value is no value. Any other raises QueryError with the refusal, which names {value}.
    """
    given = [value for value in query.getlist(name) if value]
    for value in given:
        if value not in known:
            raise QueryError(refusal.format(value=echo(value)), field=name, choices=known)
    return tuple(value for value in known if value in given)


def unknown_names(names: Iterable[str], *, known: Collection[str]) -> tuple[str, ...]:
    """Return the parameters that no reader knows, as they may be echoed: the first few."""
    unknown = [echo(name) for name in names if name not in known]
    more = len(unknown) - ECHO_COUNT
    return (
        *unknown[:ECHO_COUNT],
        *([gettext("{number} more").format(number=more)] if more > 0 else []),
    )
