"""Prints the choices of a form."""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from roles.options import Option
from tpmguide.templatetags.languages import english

register = template.Library()

# A form has dozens of choices, and the next page has most of them again.
MOST_REMEMBERED = 4096


@register.simple_tag
def boxes(options: Iterable[Option], name: str) -> SafeString:
    """Give each option a box, which keeps its id, and so the focus."""
    language = get_language()
    return SafeString("\n".join(_box(one, language, name) for one in options))


@register.simple_tag
def entries(options: Iterable[Option], *, marked: bool = True) -> SafeString:
    """Give each option an entry of a list, the chosen one selected unless nothing is marked."""
    language = get_language()
    return SafeString("\n".join(_entry(one, language, is_marked=marked) for one in options))


@lru_cache(maxsize=MOST_REMEMBERED)
def _box(option: Option, _language: str | None, name: str) -> SafeString:
    return format_html(
        '<label{}><input type="checkbox" id="f-{}-{}" name="{}" value="{}"{}{}> {} {}</label>',
        english(option.label),
        *(name, option.value) * 2,
        " checked" if option.chosen else "",
        " disabled" if option.is_closed else "",
        option.label,
        _counted('<span class="muted">{}</span>', option),
    )


@lru_cache(maxsize=MOST_REMEMBERED)
def _entry(option: Option, _language: str | None, *, is_marked: bool) -> SafeString:
    return format_html(
        '<option value="{}"{}{}{}>{}{}</option>',
        option.value,
        " selected" if is_marked and option.chosen else "",
        " disabled" if option.is_closed else "",
        english(option.label),
        option.label,
        _counted(" ({})", option),
    )


def _counted(text: str, option: Option) -> str:
    return "" if option.count is None else format_html(text, option.count)
