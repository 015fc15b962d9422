"""In which language a page is: its address alone says so, never a cookie or a header.

So a page is one thing for every reader, and any cache may keep it under its address.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.encoding import escape_uri_path
from django.utils.http import escape_leading_slashes

# What shows that a text was translated: the script of each language, where that is not Latin.
SCRIPTS = {"hi": re.compile("[\u0900-\u097f]")}
# Django's Hindi spells these as nobody does; this site's catalogue has them right.
RESPELLED = (
    translation.gettext_lazy("September"),
    translation.gettext_lazy("November"),
    translation.gettext_lazy("December"),
)
# A visitor's own pay. It stands in the address of an answer and in no link (see PRIVATE_HEADERS).
OWN_PAY = ("pay", "pm")
# A plan that rates every skill of the guide has some six hundred characters.
MOST_QUERY = 2_000


@dataclass(frozen=True, slots=True)
class Version:
    """One page in one language: its tag for machines, its own name for readers, its address."""

    tag: str
    name: str
    url: str
    is_current: bool


def by_address(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer in the language of the prefix; Django's own middleware would ask the headers too."""

    def answer(request: HttpRequest) -> HttpResponse:
        code = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(code):
            return get_response(request)

    return answer


def is_english() -> bool:
    """Whether the interface is in the language in which the guide's content is written."""
    return (translation.get_language() or settings.LANGUAGE_CODE) == settings.LANGUAGE_CODE


def is_foreign(text: str | None = None) -> bool:
    """Whether an English text stands in a page that is not; a text is English unless translated."""
    script = SCRIPTS.get(translation.get_language() or "")
    return script is not None and not (text and script.search(text))


def tag(code: str | None = None) -> str:
    """Return what HTML calls the language."""
    return code or translation.get_language() or settings.LANGUAGE_CODE


def path_in(code: str, path: str) -> str:
    """Return the address of the same page in another language."""
    bare = unprefixed(path)
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"


def unprefixed(path: str) -> str:
    """Return the path as it is in English."""
    for code, _ in settings.LANGUAGES:
        if path.startswith(f"/{code}/"):
            # What is left of /hi//another.example/ would be the address of another site.
            return escape_leading_slashes(path.removeprefix(f"/{code}"))
    return path


def here(path: str) -> str:
    """Return the address of a page, of which the English path is kept, in this language."""
    return path_in(translation.get_language() or settings.LANGUAGE_CODE, path)


def versions(path: str) -> tuple[Version, ...]:
    """Return the page of this path in every language."""
    current = translation.get_language() or settings.LANGUAGE_CODE
    return tuple(
        Version(tag(code), name, path_in(code, path), code == current)
        for code, name in settings.LANGUAGES
    )


def address_without_pay(request: HttpRequest) -> str:
    """Return the path with its query in a fixed order, and without a visitor's own pay.

    A query longer than any that a form of the site makes is left out, not printed once more.
    """
    path = escape_uri_path(request.path)
    # Django refuses to read one of thousands of fields, also for the page that says so.
    if len(request.META.get("QUERY_STRING", "")) > MOST_QUERY:
        return path
    asked = ((name, value) for name, values in request.GET.lists() for value in values)
    pairs = sorted(pair for pair in asked if pair[0] not in OWN_PAY)
    query = urlencode(pairs, safe=",")
    return f"{path}?{query}" if 0 < len(query) <= MOST_QUERY else path
