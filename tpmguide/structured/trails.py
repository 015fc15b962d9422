"""The way down to a page, as a BreadcrumbList."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from roles.cited import Link
from tpmguide.structured.json_ld import Absolute, Node


def trail_of(context: Mapping[str, Any]) -> Sequence[Link]:
    """Return the trail that stands in the context, or in the value that the page is made of."""
    trails = (value.trail for value in context.values() if hasattr(value, "trail"))
    return context.get("trail") or next(trails, ())


def breadcrumbs(trail: Iterable[Link], absolute: Absolute) -> Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": link.label,
                "item": absolute(link.url),
            }
            for position, link in enumerate(trail, start=1)
        ],
    }
