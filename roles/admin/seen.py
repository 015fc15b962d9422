"""Two editors at once: a page that was opened before does not overwrite what is saved meanwhile."""

from hashlib import sha256
from typing import Any

from django.db.models import CASCADE, Model
from django.forms import CharField, HiddenInput, model_to_dict

from roles.admin.typed import ModelForm


class SeenField(CharField):
    """The state of an object as a page showed it; nothing that an editor changes."""

    widget = HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        del initial, data
        return False


class SeenForm(ModelForm):
    """A form that refuses to be saved over another state than the one it was opened in.

    templates/admin/change_form.html sends the state back.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.fields["seen"] = SeenField(required=False, initial=state_of(self.instance))

    def clean_seen(self) -> str:
        seen = str(self.cleaned_data["seen"])
        if seen and seen != self.fields["seen"].initial:
            labels = ", ".join(str(self.fields[name].label) for name in self.changed_data)
            self.add_error(
                None,
                "Somebody has saved this since you opened the page, so nothing was saved now. What "
                f"differs from the saved state: {labels or 'rows below'}. Open the page again in "
                "another tab, and enter there what you want to keep of yours.",
            )
        return seen


def state_of(item: Model) -> str:
    """Return a digest of what a page can change: the fields, and the rows that go with the object.

    Its release is left out: an import moves a figure into the next state of its draft as it is.
    """
    said = {name: keys(value) for name, value in model_to_dict(item).items() if name != "release"}
    return sha256(repr((said, rows_below(item))).encode()).hexdigest()


def rows_below(item: Model) -> list[list[tuple[Any, ...]]]:
    """Return the rows that are deleted with the object, such as the citations of a claim."""
    relations = [
        relation
        for relation in item._meta.related_objects
        if relation.one_to_many and relation.on_delete is CASCADE
    ]
    managers: list[Any] = [getattr(item, str(one.get_accessor_name())) for one in relations]
    return [list(manager.order_by("pk").values_list()) for manager in managers]


def keys(value: Any) -> Any:
    """Return the keys of related objects in one order; any other value as it is."""
    is_related = isinstance(value, list) and all(isinstance(item, Model) for item in value)
    return sorted(item.pk for item in value) if is_related else value
