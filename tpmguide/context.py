"""What every page prints."""

from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext, gettext_noop

from salaries.known import known
from salaries.models import DataRelease
from tpmguide import languages

# Label, page and the folders of the site for which the entry stands.
MAIN = (
    (gettext_noop("Roles"), "roles:index", ("/roles/",)),
    (gettext_noop("Compare"), "roles:compare", ("/compare/", "/fit/")),
    (
        gettext_noop("Skills & tools"),
        "roles:skills",
        ("/skills/", "/tools/", "/interview/", "/plan/"),
    ),
    (gettext_noop("Paths"), "roles:paths", ("/paths/",)),
    (gettext_noop("Salaries"), "salaries:explorer", ("/salaries/",)),
    (gettext_noop("Data"), "data", ("/data/", "/api/")),
)

FOOTER = (
    (gettext_noop("FAQ"), "roles:faq"),
    (gettext_noop("Glossary"), "roles:glossary"),
    (gettext_noop("Tools"), "roles:tools"),
    (gettext_noop("TPM or PM?"), "roles:fit"),
    (gettext_noop("Interview questions"), "roles:interview"),
    (gettext_noop("Plan the next level"), "plan"),
    (gettext_noop("Method"), "method"),
    (gettext_noop("Contradictions"), "contradictions"),
    (gettext_noop("Sources"), "sources"),
    (gettext_noop("Data releases"), "releases:index"),
    (gettext_noop("Data quality"), "releases:quality"),
    (gettext_noop("API (JSON)"), "api"),
    (gettext_noop("About"), "about"),
    (gettext_noop("Accessibility"), "accessibility"),
    (gettext_noop("Privacy"), "privacy"),
)


@dataclass(frozen=True, slots=True)
class NavEntry:
    """An entry of the navigation; current is the value of aria-current, or empty."""

    label: str
    url: str
    current: Literal["page", "true", ""]


def release(_request: HttpRequest) -> dict[str, object]:
    """Give templates the data release in use; asked of the database only when printed."""
    return {"release": SimpleLazyObject(DataRelease.objects.current)}


def language(request: HttpRequest) -> dict[str, object]:
    """Give templates this page in every language, and whether it is in that of the content."""
    return {
        "versions": languages.versions(languages.address_without_pay(request)),
        "is_english": languages.is_english(),
    }


@dataclass(frozen=True, slots=True)
class Way:
    """A page that header or footer lead to, and the folders for which its entry stands."""

    label: str
    url: str
    folders: tuple[str, ...]

    def seen_from(self, path: str) -> NavEntry:
        if path == self.url:
            return NavEntry(self.label, self.url, "page")
        is_within = languages.unprefixed(path).startswith(self.folders)
        return NavEntry(self.label, self.url, "true" if is_within else "")


def navigation(request: HttpRequest) -> dict[str, tuple[NavEntry, ...]]:
    """Give templates the name of the site, and the entries of the header and of the footer."""
    parts = known(request).once("ways", _ways)
    return {
        part: tuple(way.seen_from(request.path) for way in ways) for part, ways in parts.items()
    }


def _ways() -> dict[str, tuple[Way, ...]]:
    """Return what header and footer lead to, in the language of the page."""
    return {
        "home": (Way("tpmguide", reverse("home"), ()),),
        "navigation": tuple(
            Way(gettext(label), reverse(name), folders) for label, name, folders in MAIN
        ),
        "footer": tuple(Way(gettext(label), reverse(name), ()) for label, name in FOOTER),
    }
