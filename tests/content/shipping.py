"""Ships content in a test: runs the command, counts what is there, adds to a file."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db.models import Model

from roles.models import Claim, Role, Source
from salaries.models import (
    City,
    DataRelease,
    ExchangeRate,
    Factor,
    PayFigure,
    PayResolution,
    PurchasingPower,
)
from tpmguide.models import ShippedRecord

# So that what is deleted is no longer referred to.
IN_ORDER_OF_DELETION: tuple[type[Model], ...] = (
    *(Factor, PayFigure, ExchangeRate, PurchasingPower, DataRelease, City, Claim, Role, Source),
    *(PayResolution, ShippedRecord),
)


def load(*options: str) -> str:
    said = StringIO()
    call_command("load_content", *options, stdout=said)
    return said.getvalue()


def export(folder: Path, *options: str) -> str:
    said = StringIO()
    call_command("export_content", str(folder), *options, stdout=said)
    return said.getvalue()


def empty_the_tables() -> None:
    for model in IN_ORDER_OF_DELETION:
        model._default_manager.all().delete()


def counts() -> dict[str, int]:
    """Return how many objects there are of every model of both apps."""
    of_both = [apps.get_app_config(app).get_models() for app in ("roles", "salaries")]
    models = [model for of_one in of_both for model in of_one]
    return {model._meta.label: model._default_manager.count() for model in models}


def ship(folder: Path, name: str, *objects: object) -> None:
    """Add these objects to a fixture."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps([*json.loads(path.read_text()), *objects]))


def city(slug: str, **changes: object) -> dict[str, Any]:
    return {"slug": slug, "name": slug.title(), "country": "india", **changes}


def alias(slug: str, city_slug: object) -> dict[str, Any]:
    reference = [city_slug] if isinstance(city_slug, str) else city_slug
    return {"model": "salaries.cityalias", "fields": {"slug": slug, "city": reference}}


def rate(**changes: object) -> dict[str, Any]:
    known = {"currency": "INR", "year": 1999, "per_usd": "43.0", "source": ["frb-h10-annual"]}
    return {"model": "salaries.exchangerate", "fields": {**known, **changes}}


def note(**changes: object) -> dict[str, Any]:
    known = {"claim_ptr": ["c-15"], "nature": "overlap"}
    return {"model": "roles.comparisonnote", "fields": {**known, **changes}}
