"""Keeps on one line what a reader takes for one word: a range, a share, a release, a sample."""

import re
from functools import lru_cache

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

register = template.Library()

# Browsers break a line after a hyphen between digits; no property of CSS alone forbids it.
ONE_WORD = re.compile(r"\S*\d-\d\S*|[-+]?\d+(?:\.\d+)? %\S*|n = \d\S*")


@register.filter
def unbroken(text: str) -> SafeString:
    """Print a sentence with each such word in a span that does not break."""
    return _printed(str(text))


# A page says the same year, sample and release in every row.
@lru_cache(maxsize=1024)
def _printed(text: str) -> SafeString:
    """Return the escaped text with its spans: what they hold is escaped already."""
    spans = ONE_WORD.sub(r'<span class="unbroken">\g<0></span>', conditional_escape(text))
    return SafeString(spans)
