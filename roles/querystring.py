"""What every reader of a query string shares: a refusal, and words that are safe to echo."""

from collections.abc import Collection, Iterable

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


def unknown_names(names: Iterable[str], *, known: Collection[str]) -> tuple[str, ...]:
    """Return the parameters that no reader knows, as they may be echoed: the first few."""
    unknown = [echo(name) for name in names if name not in known]
    more = len(unknown) - ECHO_COUNT
    return (
        *unknown[:ECHO_COUNT],
        *([gettext("{number} more").format(number=more)] if more > 0 else []),
    )
