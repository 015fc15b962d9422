"""One seeded defect of each kind fails the check, and what is shipped passes it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from roles.models import Citation, Claim, Contradiction, Source
from salaries.models import City, CityAlias, Factor, PayFigure
from salaries.releases.contents import seal
from tests.checking import check
from tests.content.shipping import load
from tpmguide.content_checks import factor_problems, figure_problems

pytestmark = pytest.mark.django_db


def first_figure(**changes: object) -> None:
    PayFigure.objects.filter(key="RB001").update(**changes)


def no_source() -> None:
    Citation.objects.filter(claim__key="r-01").delete()


def no_position() -> None:
    Contradiction.objects.get(key="contradiction-coding").positions.all().delete()


def no_place() -> None:
    jigsaw = Source.objects.get(slug="jigsaw-insight-2021")
    Citation.objects.filter(claim__key="d-12", source=jigsaw).update(place=" ")


def alias_is_a_city() -> None:
    CityAlias.objects.filter(slug="bangalore").update(slug="pune")


def figure_abroad() -> None:
    first_figure(is_tier=False, city=City.objects.exclude(country="india")[0])


def factor_without_source() -> None:
    Factor.objects.filter(country="india").earliest("key").sources.clear()


def factor_abroad() -> None:
    first = Factor.objects.filter(country="india").exclude(city=None)[0]
    Factor.objects.filter(pk=first.pk).update(
        city=City.objects.exclude(country="india")[0], used_in_estimates=False
    )


def inventory_id_in_words() -> None:
    Claim.objects.filter(key="r-01").update(inventory_ids=["first"])


def inventory_ids_are_no_list() -> None:
    Source.objects.filter(slug="indeed-tpm").update(inventory_ids="DOC-05")


@pytest.mark.parametrize(
    ("seed", "finding"),
    [
        (no_source, "roles.claim r-01: no source is cited"),
        (no_position, "roles.contradiction contradiction-coding: no source takes a position"),
        (no_place, "roles.citation d-12 / jigsaw-insight-2021: the citation names no place"),
        (alias_is_a_city, "salaries.cityalias pune: the alias is also the slug of a city"),
        (figure_abroad, "salaries.payfigure 2026-11 / RB001: "),
        (figure_abroad, " is in United States, not where it says"),
        (factor_without_source, "salaries.factor 2026-11 / in-city-ahmedabad"),
        (factor_without_source, ": no source\n"),
        (factor_abroad, " is in United States, not where it says"),
        (inventory_id_in_words, "roles.claim r-01: 'first' is not an inventory id"),
        (inventory_ids_are_no_list, "roles.source indeed-tpm: Inventory ids are a list"),
    ],
)
def test_a_seeded_defect_is_named_and_fails(seed: Callable[[], None], finding: str) -> None:
    seed()

    said = check()

    assert finding in said
    assert "Findings: 1. " in said
    assert "FAILED: The content has 1 defects." in said


def test_what_the_database_refuses_is_also_found_where_it_got_in() -> None:
    figure = PayFigure(low=3, high=2, year=1066, n=5, country="india", p25=2, p50=1)
    factor = Factor(low=3, high=2, country="india")

    of_the_figure, of_the_factor = (
        figure_problems(figure),
        factor_problems(factor, has_source=False),
    )

    assert list(of_the_figure) == [
        "no source",
        "no kind",
        "no year",
        "low is above high",
        "its percentiles do not rise",
    ]
    assert list(of_the_factor) == ["no source", "no kind", "no year", "low is above high"]


def test_an_observed_figure_without_a_sample_is_found() -> None:
    figure = PayFigure(kind="observed", n=0, source_id=1, year=2024)

    assert list(figure_problems(figure)) == ["an observed figure without a sample size"]


def test_what_is_shipped_passes() -> None:
    said = check()

    assert "Findings: 0." in said
    assert "FAILED" not in said


def test_an_editorial_claim_needs_no_source() -> None:
    no_source()
    Claim.objects.filter(key="r-01").update(basis="editorial")

    said = check()

    assert "FAILED" not in said


def test_an_overdue_review_is_a_warning() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    Claim.objects.filter(key="r-01").update(review_by=yesterday)

    said = check()

    assert f"warning: roles.claim r-01: was to be reviewed by {yesterday}" in said
    assert "FAILED" not in said


def test_a_row_that_was_changed_after_its_release_was_sealed_is_found() -> None:
    seal(["2026-11"])
    assert "Findings: 0." in check()

    first_figure(note="changed behind the back of the site")

    said = check()
    assert "salaries.datarelease 2026-11: its data are not those of its checksum" in said
    assert "Findings: 1." in said


def test_loading_does_not_hide_a_row_that_was_changed_behind_the_back_of_the_site() -> None:
    load()
    first_figure(high=9_900_000)

    load()
    changed = check()
    load("--apply")

    assert "salaries.datarelease 2026-11: its data are not those of its checksum" in changed
    assert "Findings: 0." in check()


def test_a_source_that_nothing_cites_is_a_warning() -> None:
    Source.objects.create(
        slug="unread",
        title="U",
        short_name="U",
        kind="press",
        published="2020",
        licence="None",
        attribution="U",
    )

    said = check()

    assert "warning: roles.source unread: nothing cites this source" in said
    assert "worldbank-pa-nus-ppp: nothing cites" not in said
    assert "FAILED" not in said
