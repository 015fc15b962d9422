"""Walks the pages of the admin as an editor's browser would: what is on them is posted back."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import BaseForm
from django.test import Client
from django.urls import reverse

from roles.models import Claim
from salaries.models import Observation

# What a policy without 'unsafe-inline' blocks.
INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=\"")
# Far below a query per row, also where a page has a choice of source in every row.
MOST_QUERIES = 40


def models_of(app: str) -> list[type[Model]]:
    return [model for model in admin.site._registry if model._meta.app_label == app]


def label(model: type[Model]) -> str:
    return model._meta.label_lower


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:{label(model).replace('.', '_')}_{page}", args=args)


def pages_of(model: type[Model]) -> Iterator[str]:
    """Give the list, the form for a new object and, where there is one, that of the first.

    An import alone makes observations: there is no form for a new one. The list of all claims
    leads to the pages of their kinds.
    """
    yield address(model, "changelist")
    if model is Claim:
        return
    if model is not Observation:
        yield address(model, "add")
    first = model._default_manager.first()
    if first is not None:
        yield address(model, "change", first.pk)


def policy_of(page: Any) -> list[str]:
    return str(page.headers["Content-Security-Policy"]).split("; ")


def posted(page: Any) -> dict[str, Any]:
    """Return what a browser would post if the form on the page were saved as it is."""
    forms: list[BaseForm] = [page.context["adminform"].form]
    for formset in formsets_of(page):
        forms += [formset.management_form, *formset.forms]
    return dict(chain.from_iterable(filled(form) for form in forms))


def filled(form: BaseForm) -> Iterator[tuple[str, Any]]:
    """Give each field as it is sent; a box that is not ticked is None, and not sent."""
    for field in form:
        value = field.value()
        shown = str(value) if hasattr(value, "isoformat") else value
        yield field.html_name, None if shown is False else "" if shown is None else shown


def formsets_of(page: Any) -> list[Any]:
    return [inline.formset for inline in page.context["inline_admin_formsets"]]


def save(client: Client, url: str, **changes: object) -> Any:
    """Open the page, change these fields (None unticks one) and save."""
    data = {**posted(client.get(url)), **changes}
    return client.post(url, {key: value for key, value in data.items() if value is not None})


def errors_of(page: Any) -> str:
    """Return every message that the form shows."""
    shown = [page.context["adminform"].form.errors]
    for formset in formsets_of(page):
        shown += [formset.non_form_errors(), *formset.errors]
    return " ".join(str(errors) for errors in shown)
