"""Form fields for words of a query string: known ones only, and errors that say which."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from roles.querystring import echo

# How many refused values a message lists.
ECHO_COUNT = 3


def echoes(texts: Iterable[str]) -> str:
    shown = [f"“{echo(text)}”" for text in texts]
    more = len(shown) - ECHO_COUNT
    first = ", ".join(shown[:ECHO_COUNT])
    return (
        gettext("{first} and {number} more").format(first=first, number=more) if more > 0 else first
    )


Words = Iterable[str] | Callable[[], Iterable[str]]


def words_in(words: Words) -> tuple[str, ...]:
    """Return the words; those that cost a query are given by a function that makes it."""
    return tuple(words() if callable(words) else words)


class SlugsField(forms.Field):
    """Known words, each once and in their own order; an empty value is no value."""

    # What reads several values; templates draw the choices.
    widget = forms.MultipleHiddenInput

    def __init__(self, *, words: Words, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known = words

    def __deepcopy__(self, _: object) -> Self:
        """Return the field itself, which a form would copy: a filter makes it for one form."""
        return self

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words_in(self.known)

    def clean(self, value: Any) -> tuple[str, ...]:
        given = [str(text) for text in value or () if text]
        if not given:
            return ()
        unknown = [text for text in given if text not in self.words]
        if unknown:
            raise ValidationError(self.refusal(unknown))
        return tuple(word for word in self.words if word in given)

    def refusal(self, unknown: Sequence[str]) -> str:
        """Return what is said of words that are not known: what is, if anything."""
        if not self.words:
            text = gettext(
                "{values} is not known here: the data release holds no figure by {name}."
            )
            return text.format(values=echoes(unknown), name=str(self.label).lower())
        text = gettext("{values} is not known here. Choose from: {choices}.")
        return text.format(values=echoes(unknown), choices=", ".join(self.words))


def one_value(words: Sequence[str]) -> str:
    """Return what is said of several values where one is asked for."""
    text = gettext("Give one value, not {number}: {values}.")
    return text.format(number=len(words), values=", ".join(words))


class SlugField(SlugsField):
    """One known word, or none."""

    def clean(self, value: Any) -> tuple[str, ...]:
        words = super().clean(value)
        if len(words) > 1:
            raise ValidationError(one_value(words))
        return words


class PageField(SlugsField):
    """One page number, or none."""

    def clean(self, value: Any) -> tuple[str, ...]:
        given = [str(text) for text in value or () if text]
        if len(given) > 1 or any(text not in self.words for text in given):
            raise ValidationError(
                gettext(
                    "{values} is not one page number. Give a whole number from 1 to {last}."
                ).format(values=echoes(given), last=self.words[-1])
            )
        return tuple(given)
