"""The answer where an address names nothing: what is near to it, and all there is."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_noop

from roles.cited import Link
from roles.models import Skill, Tool
from roles.querystring import echo

# Every kind of thing that an address may name in vain, with the heading of the list of all.
EVERY = {
    gettext_noop("role"): gettext_noop("All roles"),
    gettext_noop("path"): gettext_noop("All paths"),
    gettext_noop("skill"): gettext_noop("All skills"),
    gettext_noop("tool"): gettext_noop("All tools"),
    gettext_noop("source"): gettext_noop("All sources"),
    gettext_noop("release"): gettext_noop("All releases"),
}


def missing(
    request: HttpRequest, slug: str, *, kind: str, names: Mapping[str, Link]
) -> HttpResponse:
    """Answer 404; names are all links of this kind by every name in lower case they go by."""
    near = dict.fromkeys(names[match] for match in get_close_matches(slug.lower(), names))
    context = {
        "kind": gettext(kind),
        "every": gettext(EVERY[kind]),
        "slug": echo(slug),
        "near": tuple(near),
        "links": tuple(dict.fromkeys(names.values())),
    }
    return TemplateResponse(request, "roles/missing.html", context, status=404)


def links_by_name(claims: Iterable[Skill | Tool]) -> dict[str, Link]:
    """Return a link to each skill or tool under its slug and its title."""
    return {
        name: Link(claim.title, claim.get_absolute_url())
        for claim in claims
        for name in (slugify(claim.title), claim.title.lower(), claim.slug)
    }
