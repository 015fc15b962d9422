"""What a template says of languages; these tags are known in every template."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html

from tpmguide import languages

register = template.Library()


@register.simple_tag
def english(text: str | None = None) -> str:
    """Mark an element as English within a page that is not: <p{% english %}>.

    With a text that may stand in either language, only where it is not translated.
    """
    return format_html(' lang="{}"', "en") if languages.is_foreign(text) else ""


@register.simple_tag
def content(text: str) -> str:
    """Print a text of the guide within a sentence, marked where the sentence is not English."""
    is_marked = text and languages.is_foreign(text)
    return format_html('<span lang="en">{}</span>', text) if is_marked else text


@register.simple_tag
def language_tag() -> str:
    """Give the language of the page, for <html lang>."""
    return languages.tag()


@register.simple_tag
def versions_of(path: str) -> Sequence[languages.Version]:
    """Give the page of a path in every language."""
    return languages.versions(path)
