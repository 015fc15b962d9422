"""The stock admin classes under names that a type checker can read: its stubs are generic."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.forms import ModelForm as StockModelForm

if TYPE_CHECKING:
    from django.contrib.admin.options import _FieldsetSpec

    ModelAdmin = admin.ModelAdmin[Model]
    TabularInline = admin.TabularInline[Model, Model]
    StackedInline = admin.StackedInline[Model, Model]
    InlineFormSet = BaseInlineFormSet[Model, Model, StockModelForm[Model]]
    ModelForm = StockModelForm[Model]
    Inlines = tuple[type[admin.options.InlineModelAdmin[Model, Model]], ...]
    Fieldsets = _FieldsetSpec
else:
    ModelAdmin = admin.ModelAdmin
    TabularInline = admin.TabularInline
    StackedInline = admin.StackedInline
    InlineFormSet = BaseInlineFormSet
    ModelForm = StockModelForm
    Inlines = Fieldsets = tuple

__all__ = (
    "Fieldsets",
    "InlineFormSet",
    "Inlines",
    "ModelAdmin",
    "ModelForm",
    "StackedInline",
    "TabularInline",
)
