"""Keeps what a template has printed, so that the page can say it twice."""

from django import template

register = template.Library()


@register.simple_block_tag(end_name="captured")
def capture(content: str) -> str:
    """Give the content a name: {% capture as title %}...{% captured %}, then {{ title }}."""
    return content


@register.filter(is_safe=True)
def line(text: str) -> str:
    """Return a captured text as one line, without the breaks that its template is written in."""
    return " ".join(text.split())
