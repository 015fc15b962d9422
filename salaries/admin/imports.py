"""The import of observations as two pages: a dry run, and what it said, confirmed."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from salaries.admin.import_forms import ConfirmForm, UploadForm
from salaries.models.releases import StepError
from salaries.observations.drafts import Target, target
from salaries.observations.examining import examine
from salaries.observations.files import FileError
from salaries.observations.importing import RejectedError, import_file
from salaries.observations.uploads import keep, kept

PERMISSION = "salaries.import_observations"
TEMPLATE = "salaries/releases/import.html"
may_import = permission_required(PERMISSION, raise_exception=True)
# Of each list the first stand on the page; the command prints more.
SHOWN = 200


@may_import
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file, keep it by its digest, and show what an import would do."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return page(request, form=form)
    try:
        goal = target(form.cleaned_data["release"])
        digest = keep(form.cleaned_data["file"])
        with kept(digest) as raw:
            report = examine(raw, form.reading(), goal.base)
    except (FileError, StepError) as error:
        form.add_error(None, f"The file {error}" if isinstance(error, FileError) else str(error))
        return page(request, form=form)
    confirming = ConfirmForm(initial=form.settled(digest, goal))
    return page(request, form=form, report=report, goal=goal, confirming=confirming)


@may_import
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Import the file that was shown, if it and the draft are still what they were."""
    form = ConfirmForm(request.POST)
    try:
        messages.success(request, imported(form, agreed(form)))
    except (FileError, StepError, RejectedError) as error:
        messages.error(request, str(error))
        return redirect("admin:import_observations")
    return redirect("admin:salaries_datarelease_changelist")


def agreed(form: ConfirmForm) -> Target:
    """Return where the import goes; raise StepError where that is not what the dry run said."""
    if not form.is_valid():
        raise StepError("Nothing was imported: the form was not sent as it was filled.")
    goal = target(form.cleaned_data["release"])
    if str(goal.base.pk if goal.base else "") != form.cleaned_data["base"]:
        raise StepError("The draft has changed since the dry run. Look at it once more.")
    return goal


def imported(form: ConfirmForm, goal: Target) -> str:
    with kept(form.cleaned_data["digest"]) as raw:
        outcome = import_file(
            raw,
            form.reading(),
            goal,
            leave_out=form.cleaned_data["leave_out"],
            progress=lambda _line: None,
        )
    return outcome.said


def page(request: HttpRequest, **values: object) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "Import observations",
        "most": SHOWN,
        **values,
    }
    return TemplateResponse(request, TEMPLATE, context)
