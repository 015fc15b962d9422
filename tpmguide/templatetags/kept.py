"""Parts of pages that are made once; this tag is known in every template."""

from collections.abc import Hashable
from functools import partial

from django import template
from django.template.context import Context
from django.template.loader import render_to_string

from salaries.known import known

register = template.Library()


@register.simple_tag(takes_context=True)
def kept(context: Context, name: str, **values: Hashable) -> str:
    """Include a template that prints nothing but these values and what is in the database.

    {% kept "components/part.html" links=links %} is as {% include ... only %}, made once for all
    pages that give the same values, in each language and until anything is committed. A text
    among them is escaped or marked as safe always: the two are the same value.
    """
    make = partial(render_to_string, name, values)
    request = context.get("request")
    return known(request).once((name, *values.items()), make) if request else make()
