"""Contradicting figures: an editor says how the guide reads them, and changes no number."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin
from salaries.known import Known
from salaries.models import PayResolution
from salaries.releases.contradictions import PayContradiction, pay_contradictions

NONE_OPEN = (
    "There is nothing to write about: no two figures of the release in use contradict each other, "
    "or what can be said of them is written already."
)


def open_contradictions() -> dict[str, PayContradiction]:
    """Return the contradictions of the release in use of which nobody has written."""
    found = pay_contradictions(Known()).found
    return {one.key: one for one in found if one.resolution is None}


class PayResolutionForm(KeyedForm):
    """Offers the contradictions that there are; which one it is about is chosen once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "key" in self.fields:
            choices = [(key, one.in_full) for key, one in open_contradictions().items()]
            # Each choice is a line long, and a closed list would not wrap it.
            self.fields["key"] = forms.ChoiceField(
                label="Figures",
                choices=choices,
                widget=forms.RadioSelect,
                help_text="" if choices else NONE_OPEN,
            )


@admin.register(PayResolution)
class PayResolutionAdmin(ModelAdmin):
    form = PayResolutionForm
    readonly_fields = ("about", "release")
    list_display = ("about", "release")
    search_fields = ("key", "about", "text")

    def get_fields(self, _request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Leave out of a new one what is noted when it is saved."""
        return ("key", "text") if obj is None else ("key", "about", "release", "text")

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: Any) -> None:
        """Note what the words are about, and the release whose amounts the editor saw."""
        found = pay_contradictions(Known())
        named = {one.key: one for one in found.found}
        if isinstance(obj, PayResolution) and obj.key in named:
            obj.about, obj.release = named[obj.key].in_full, str(found.release)
        super().save_model(request, obj, form, change)
