"""What a steward says of a file, and what is sent back to confirm it."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator

from roles.models import Source
from salaries.observations.drafts import LONGEST_SLUG, Target
from salaries.observations.examining import Reading
from salaries.observations.files import ENCODINGS
from salaries.observations.layouts import LAYOUTS
from salaries.observations.tables import DELIMITERS

# A request holds a file in memory or on disk while it is answered; larger ones are for the
# command.
MOST_UPLOADED = 20_000_000
LEAVE_OUT = "Leave out the rejected rows and import the others"
DETECTED = ("", "recognised")
EXAMPLES = {"mapping": "pay=salary", "constants": "currency=USD"}


def sources() -> list[tuple[str, str]]:
    """Return every source by its slug, which a file names it by."""
    named = Source.objects.values_list("slug", "short_name")
    return [("", "said by the file"), *((slug, f"{name}: {slug}") for slug, name in named)]


def pairs(text: str) -> dict[str, str]:
    halves = (line.partition("=") for line in text.splitlines() if line.strip())
    return {ours.strip(): theirs.strip() for ours, _, theirs in halves}


class ReadingForm(forms.Form):
    """How the file is to be read, and where its rows go."""

    release = forms.SlugField(
        required=False,
        max_length=LONGEST_SLUG,
        help_text="Of the draft; empty: the one there is, or a new one.",
    )
    layout = forms.ChoiceField(
        required=False,
        choices=[DETECTED, *((name, layout.about) for name, layout in LAYOUTS.items())],
        help_text="Where a layout names no source, fill in the field Source.",
    )
    source = forms.ChoiceField(
        required=False,
        choices=sources,
        help_text="Of every row, where the file does not say it.",
        error_messages={"invalid_choice": "There is no source “%(value)s”."},
    )
    mapping = forms.CharField(
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One a line, such as pay=salary: our column, then that of the file.",
    )
    constants = forms.CharField(
        label="Every row",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One a line, such as currency=USD: our column, then what all rows say.",
    )
    encoding = forms.ChoiceField(
        required=False, choices=[DETECTED, *((name, name) for name in ENCODINGS)]
    )
    delimiter = forms.ChoiceField(required=False, choices=[DETECTED, *DELIMITERS.items()])

    def clean_mapping(self) -> str:
        return self.in_pairs("mapping")

    def clean_constants(self) -> str:
        return self.in_pairs("constants")

    def in_pairs(self, name: str) -> str:
        text = str(self.cleaned_data[name])
        for line in text.splitlines():
            ours, _, theirs = line.partition("=")
            if line.strip() and not (ours.strip() and theirs.strip()):
                raise forms.ValidationError(f"“{line}” is not of the form {EXAMPLES[name]}.")
        return text

    def reading(self) -> Reading:
        said = self.cleaned_data
        source = {"source": said["source"]} if said["source"] else {}
        return Reading(
            layout=said["layout"],
            mapping=pairs(said["mapping"]),
            constants=pairs(said["constants"]) | source,
            encoding=said["encoding"],
            delimiter=said["delimiter"],
            most_bytes=settings.UPLOAD_MOST_BYTES,
            most_rows=settings.UPLOAD_MOST_ROWS,
        )

    def settled(self, digest: str, goal: Target) -> dict[str, Any]:
        """Return what the confirmation sends back."""
        said = {name: self.cleaned_data[name] for name in ReadingForm.base_fields}
        base = goal.base.pk if goal.base else ""
        return {**said, "release": goal.slug, "digest": digest, "base": base}


class UploadForm(ReadingForm):
    file = forms.FileField(help_text="CSV, or CSV as gzip; UTF-8, UTF-16 or Windows-1252.")
    field_order = ("file",)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_UPLOADED:
            raise forms.ValidationError(
                f"The file has more than {MOST_UPLOADED:,} bytes; use manage.py "
                "import_observations."
            )
        return file


class ConfirmForm(ReadingForm):
    """The same, and which bytes and which draft the dry run was about."""

    digest = forms.CharField(validators=[RegexValidator(r"\A[0-9a-f]{64}\Z")])
    base = forms.CharField(required=False)
    leave_out = forms.BooleanField(required=False, label=LEAVE_OUT, label_suffix="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name != "leave_out":
                field.widget = forms.HiddenInput()
