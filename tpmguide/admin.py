"""Django reads this as it reads every app's admin: what the admin does with content of any table.

What editors do is searched from then on, and whoever may see rows may take them out as a file.
"""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from roles import admin as words
from roles.admin.typed import ModelAdmin
from salaries import admin as numbers
from tpmguide.content.exporting import exported_table
from tpmguide.content.shapes import shapes
from tpmguide.search.freshness import watch

# Imported first, so that their tables are there.
__all__ = ("numbers", "words")

# Whoever may change something sees it, as everywhere in the admin.
DO = ("view", "change")


@admin.action(description="Export the selected as JSON", permissions=["view"])
def export(
    model_admin: ModelAdmin, request: HttpRequest, queryset: QuerySet[Model]
) -> HttpResponse:
    """Answer with the rows in the form of the shipped files, which load_content --from reads."""

    def shows(model: type[Model]) -> bool:
        names = (f"{model._meta.app_label}.{do}_{model._meta.model_name}" for do in DO)
        return any(request.user.has_perm(name) for name in names)

    selected = set(queryset.values_list("pk", flat=True))
    text = exported_table(model_admin.model, selected, shows=shows)
    name = f"{model_admin.opts.label_lower}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="application/json", headers=headers)


def offer_export() -> None:
    """Add the action to the list of every table of content, but for one that has no actions."""
    for model in (found.model for found in shapes()):
        of_table = admin.site.get_model_admin(model) if admin.site.is_registered(model) else None
        if of_table is not None and of_table.actions is not None:
            of_table.actions = [*of_table.actions, export]


watch()
offer_export()
