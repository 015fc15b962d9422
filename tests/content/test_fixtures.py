"""A broken file is an error that names it, and nothing of it reaches the database."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError

from tests.content.shipping import alias, city, counts, load, note, rate, ship
from tpmguide.models import ShippedRecord

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("nothing_loaded")
@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"model": "salaries.village", "fields": {}}, "no model 'salaries.village'"),
        ({"model": "village", "fields": {}}, "no model 'village'"),
        ({"model": "auth.permission"}, "not made of “model” and “fields”"),
        ({"model": "sessions.session", "fields": {}}, "sessions.session has no natural key"),
        ({"model": "salaries.city", "fields": []}, "its fields are not named"),
        ({"model": "salaries.city", "fields": {"name": "Surat"}}, "'slug' is missing"),
        ({"model": "salaries.city", "fields": city("surat", mayor="x")}, "no field 'mayor'"),
        (
            {"model": "salaries.city", "fields": city("surat", country="x")},
            "country cannot be 'x'. Value 'x' is not a valid choice.",
        ),
        (
            {"model": "salaries.city", "fields": city("surat", name="x" * 101)},
            f"name cannot be '{'x' * 79}…. Ensure this value has at most",
        ),
        ({"model": "salaries.city", "fields": city("pune")}, "is the same object as places.json"),
        (alias("diamond-city", "surat"), "refers to city surat, which is missing"),
        (alias("diamond-city", 7), "city cannot be 7"),
        (alias("diamond-city", [["surat"]]), "city cannot be [['surat']]"),
        (note(roles="product-manager"), "roles cannot be 'product-manager'"),
        (note(roles=["product-manager"]), "roles cannot be ['product-manager']"),
        (
            {"model": "salaries.city", "fields": city("surat", name="Su\0rat")},
            "name cannot be 'Su\\x00rat'. Null characters are not allowed.",
        ),
        (rate(per_usd="dear"), "per_usd cannot be 'dear'"),
        (rate(per_usd=None), "per_usd cannot be None. This field cannot be null."),
        (rate(per_usd="-1.0"), "(salaries.exchangerate) INR / 1999 cannot be written"),
        (rate(year=10**30), f"year cannot be {10**30}. "),
    ],
)
def test_a_broken_object_is_named_and_nothing_is_written(
    folder: Path, broken: dict[str, Any], message: str
) -> None:
    ship(folder, "rates", broken)

    with pytest.raises(CommandError) as raised:
        load()

    assert "rates.json, object 152" in str(raised.value)
    assert message in str(raised.value)
    assert not any(counts().values())
    assert not ShippedRecord.objects.exists()


@pytest.mark.usefixtures("nothing_loaded")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[", "rates.json cannot be read"),
        ("{}", "rates.json is not a list"),
        ("\udcff", "rates.json cannot be read"),
    ],
)
def test_a_broken_file_is_named_and_nothing_is_written(
    folder: Path, text: str, message: str
) -> None:
    (folder / "rates.json").write_bytes(text.encode(errors="surrogateescape"))

    with pytest.raises(CommandError, match=message):
        load()

    assert not any(counts().values())


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "rates.json").unlink()

    with pytest.raises(CommandError, match=r"rates\.json cannot be read"):
        load()
