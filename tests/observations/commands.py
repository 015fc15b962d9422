"""Runs the import as a person at a terminal would."""

from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

DATA = Path(settings.BASE_DIR).parent / "shared" / "data"


def run_import(path: Path, *options: str) -> str:
    """Return what is printed; progress goes elsewhere."""
    out = StringIO()
    call_command("import_observations", str(path), *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def run_export(release: str) -> str:
    out = StringIO()
    call_command("export_observations", "--release", release, stdout=out)
    return out.getvalue()


def written(folder: Path, text: str) -> Path:
    path = folder / "observations.csv"
    path.write_text(text, encoding="utf-8")
    return path
