"""In an export, what is shipped stands as it is shipped, and what is new behind its like."""

import json
from datetime import date
from typing import Any

import pytest

from roles.models import Citation, Claim, GlossaryTerm, Source, Strategy
from salaries.models import City, CityAlias, DataRelease, Factor, PayFigure
from salaries.releases.steps import start_draft
from tests.content.editing import add_resolution
from tests.content.shipping import city
from tests.content.test_exporting import shipped
from tpmguide.content.arranging import Arrangement
from tpmguide.content.exporting import exported, rows_of_table
from tpmguide.content.fixtures import ContentError
from tpmguide.content.shapes import shape
from tpmguide.content.stored import Stored

pytestmark = pytest.mark.django_db


def records(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(exported([name])[name])
    return found


def new_in(name: str) -> list[dict[str, Any]]:
    """Return what is not shipped; fail where something that is shipped is not as it was."""
    before, now = json.loads(shipped()[name]), records(name)
    new = [record for record in now if record not in before]
    assert [record for record in now if record in before] == before
    return new


def outline(factors: list[dict[str, Any]]) -> list[list[str]]:
    """Return of each its key and the names of its fields in their order."""
    return sorted([one["fields"]["key"], *one["fields"]] for one in factors)


def cite(key: str) -> None:
    Citation.objects.create(
        claim=Claim.objects.get(key=key),
        source=Source.objects.get(slug="bls-oews-2025"),
        place="p. 1",
    )


def test_a_new_citation_follows_what_is_shipped_of_its_claim() -> None:
    cite("r-01")

    found = records("guide")

    (new,) = new_in("guide")
    before, after = found[found.index(new) - 1], found[found.index(new) + 1]
    assert new["fields"] == {"claim": ["r-01"], "source": ["bls-oews-2025"], "place": "p. 1"}
    assert before["fields"]["claim"] == ["r-01"]
    assert after["model"] == "roles.claim"


def test_a_new_claim_stands_whole_at_the_end_of_the_file_of_its_kind() -> None:
    for key in ("new", "a-newer"):
        GlossaryTerm.objects.create(
            key=key, title="New", text="New.", review_by=date(2027, 1, 1), slug=key
        )
        cite(key)

    new = new_in("answers")

    assert [record["model"] for record in new[:3]] == [
        "roles.claim",
        "roles.glossaryterm",
        "roles.citation",
    ]
    assert [record["fields"].get("key") for record in new[::3]] == ["a-newer", "new"]
    assert records("answers")[-6:] == new


def test_a_new_name_of_a_new_city_follows_it() -> None:
    CityAlias.objects.create(slug="diamond-city", city=City.objects.create(**city("surat")))

    new = new_in("places")

    assert [record["fields"]["slug"] for record in new] == ["surat", "diamond-city"]
    assert list(new[0]["fields"]) == list(json.loads(shipped()["places"])[0]["fields"])


def test_a_draft_stands_behind_the_release_with_fields_as_its_rows_have_them() -> None:
    start_draft("2027-01")

    (release,), new = new_in("releases"), new_in("factors")

    assert release["fields"]["status"] == "draft"
    assert {record["fields"]["release"][0] for record in new} == {"2027-01"}
    before = json.loads(shipped()["factors"])
    assert outline(new) == outline(before)


def test_what_an_import_has_not_finished_is_left_out() -> None:
    start_draft("2027-01")
    DataRelease.objects.filter(slug="2027-01").update(status="staging")

    assert exported() == shipped()


def test_a_change_is_a_change_of_its_own_lines() -> None:
    PayFigure.objects.filter(key="RB001").update(low=1_000_001)
    strategy = Strategy.objects.get(key="ch-08")
    gone = strategy.answers.all()[0]
    strategy.answers.remove(gone)

    texts, before = exported(["figures", "guide"]), shipped()

    assert texts["figures"] == before["figures"].replace('"low": 1000000,', '"low": 1000001,', 1)
    assert len(texts["guide"].splitlines()) == len(before["guide"].splitlines()) - 3


def test_a_reference_more_stands_behind_those_that_are_shipped() -> None:
    first = json.loads(shipped()["factors"])[0]["fields"]
    factor = Factor.objects.get(release__slug="2026-11", key=first["key"])
    factor.sources.add(Source.objects.get(slug="bls-oews-2025"))

    found = records("factors")

    assert first["sources"] == [["pooled-india-city"], ["indeed-paymap-2025"]]
    assert found[0]["fields"] == {**first, "sources": [*first["sources"], ["bls-oews-2025"]]}


def test_what_is_not_shipped_of_any_kind_has_a_file_all_the_same() -> None:
    add_resolution()

    (new,) = new_in("answers")

    assert new["model"] == "salaries.payresolution"
    assert new["fields"]["about"] == "One beside another"
    assert records("answers")[-1] == new


def test_a_kind_that_no_file_is_named_for_is_an_error() -> None:
    found = shape(Source)
    assert found is not None

    with pytest.raises(ContentError, match=r"in which file roles[.]source belongs"):
        Arrangement({"tools": []}).in_files(rows_of_table(found, Stored()))
