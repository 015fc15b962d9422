"""What the page is asked: up to four slices, each read by the explorer's own reader."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from roles.querystring import echo, unknown_names
from salaries.asking.fields import one_value
from salaries.asking.filters import Refusal
from salaries.compare.slicing import LETTERS, NAMES, from_fields, query_of, text_of
from salaries.explorer.explorer import Explorer
from salaries.known import Known


class Asking:
    """One request to the page: the slices that are understood, and what is wrong with others."""

    def __init__(self, query: QueryDict, known: Known) -> None:
        self.query = query
        self.first = Explorer(self._release(), known)
        self.slices: dict[str, Explorer] = {}
        self.given: dict[str, QueryDict] = {}
        self.refusals: tuple[Refusal, ...] = ()

    @property
    def ignored(self) -> tuple[str, ...]:
        return unknown_names(self.query, known=(*LETTERS, "release"))

    def redirect(self, path: str) -> str | None:
        """Return the address of a form that was sent, or of other names for a city."""
        joined = from_fields(self.query)
        return f"{path}?{joined.urlencode(safe=':,')}" if joined is not None else None

    def is_valid(self) -> bool:
        """Whether every slice is understood; afterwards either slices or refusals say more."""
        self.refusals = (*self._refused_release(), *self._read())
        return not self.refusals

    @property
    def filled(self) -> dict[str, QueryDict]:
        """What the form holds: what is refused stays at its letter, so that it can be mended."""
        return (
            self.given if self.refusals else dict(zip(LETTERS, self.given.values(), strict=False))
        )

    @property
    def canonical(self) -> str:
        """Return the canonical query string of what was understood."""
        return self.as_of(self.query.get("release", ""))

    def as_of(self, release: str) -> str:
        """Return what was understood as a query string of a release; of the newest without one."""
        texts = (text_of(explorer.asked) for explorer in self.slices.values())
        query = QueryDict(mutable=True)
        query.update(dict(zip(LETTERS, texts, strict=False)))
        if release:
            query["release"] = release
        return query.urlencode(safe=":,")

    @property
    def pinned(self) -> str:
        """The release that the form hands on unseen; one that is refused would be so again."""
        return self.query.get("release", "") if self.first.filter.is_valid() else ""

    def _release(self) -> QueryDict:
        query = QueryDict(mutable=True)
        query.setlist("release", self.query.getlist("release"))
        return query

    def _refused_release(self) -> tuple[Refusal, ...]:
        return () if self.first.filter.is_valid() else self.first.filter.refusals

    def _read(self) -> Iterator[Refusal]:
        for letter in LETTERS:
            texts = [text for text in self.query.getlist(letter) if text]
            try:
                if texts:
                    self.slices[letter] = self._explorer(letter, texts)
            except ValidationError as error:
                label = gettext("Slice {letter}").format(letter=letter.upper())
                yield Refusal(letter, label, " ".join(error.messages))

    def _explorer(self, letter: str, texts: list[str]) -> Explorer:
        """Return the explorer of a slice; ValidationError unless it is one of one level."""
        if len(texts) > 1:
            raise ValidationError(one_value([echo(text) for text in texts]))
        query = query_of(texts[0])
        query.setlist("release", self.query.getlist("release"))
        found = Explorer(query, self.first.known)
        if (aliases := found.filter.without_aliases()) is not None:
            found = Explorer(aliases, self.first.known)
        self.given[letter] = found.filter.query
        found.filter.is_valid()
        # A release that is refused is said once, of the page.
        refusals = [one for one in found.filter.refusals if one.name != "release"]
        if refusals:
            raise ValidationError([f"{one.label}: {one.message}" for one in refusals])
        if "level" not in query:
            raise ValidationError(gettext("Name its level: level:entry, mid, senior or lead."))
        return found


def chosen(given: QueryDict | None) -> dict[str, str]:
    """Return what the fields of the form hold for a slice."""
    return {name: given.get(name, "") if given else "" for name in NAMES}
