"""Figures that contradict each other are found by themselves, and an editor says what of it."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client

from roles.models import Role, Source
from salaries.known import Known
from salaries.models import DataRelease, PayFigure, PayResolution
from salaries.releases.contradictions import PayContradictions, pay_contradictions
from salaries.releases.steps import publish
from tests.releases.making import draft

pytestmark = pytest.mark.django_db

PAGE = "/data/contradictions/"
ADD = "/admin/salaries/payresolution/add/"
# RB005 is 10-40 lakh and more, RB006 15-25 lakh, RB007 an average of 21.25 lakh; none has a level.
SLICE = "technical-product-manager..india....not-stated"
OF_ONE_SOURCE = f"{SLICE}.ipl-guide-2024.ipl-guide-2024"
OF_TWO = f"{SLICE}.ipl-guide-2024.jigsaw-insight-2021"


def change(key: str, **values: object) -> None:
    PayFigure.objects.filter(key=key).update(**values)


def set_two_bands_apart() -> None:
    change("RB005", low=3_000_000)
    change("RB007", pay_kind="base")


def keys(found: PayContradictions) -> list[str]:
    return [one.key for one in found.found]


def test_what_is_shipped_overlaps() -> None:
    found = pay_contradictions(Known())

    assert (str(found.release), found.compared, found.found) == ("2026-11", 3, ())


def test_two_ranges_without_a_common_amount_contradict() -> None:
    set_two_bands_apart()

    (found,) = pay_contradictions(Known()).found

    assert found.key == OF_ONE_SOURCE
    assert [row.amount for row in found.rows] == ["₹15-25 lakh", "₹30-40 lakh and more"]


def test_ranges_that_meet_in_one_amount_do_not_contradict() -> None:
    change("RB005", low=2_500_000)
    assert keys(pay_contradictions(Known())) == [OF_TWO]

    change("RB005", low=2_500_001)
    assert keys(pay_contradictions(Known())) == [OF_ONE_SOURCE, OF_TWO]


def test_a_band_with_an_open_end_contradicts_no_higher_figure() -> None:
    change("RB006", low=9_000_000, high=9_500_000)
    assert keys(pay_contradictions(Known())) == [OF_TWO]

    change("RB005", open_ended=False)
    assert keys(pay_contradictions(Known())) == [OF_ONE_SOURCE, OF_TWO]


def test_an_average_is_set_against_a_range_and_against_no_other_average() -> None:
    change("RB006", low=2_000_000, high=2_000_000)

    found = pay_contradictions(Known())

    assert (found.compared, found.found) == (2, ())


@pytest.mark.parametrize(
    "other",
    [
        {"pay_kind": "base"},
        {"level": "senior"},
        {"size": "large"},
        {"industry": "Banking"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_figures_about_something_else_never_contradict(other: dict[str, str]) -> None:
    change("RB005", low=3_000_000, **other)

    assert keys(pay_contradictions(Known())) == []


def test_what_observations_say_is_set_against_what_is_reported() -> None:
    key = "product-manager.senior.united-states....base.aijobs-2025-01.diving-deep"
    assert publish_beside_a_report(observations=5) == [key]


def test_what_is_hidden_contradicts_nothing() -> None:
    assert publish_beside_a_report(observations=4) == []


def publish_beside_a_report(*, observations: int) -> list[str]:
    """Publish rows of 180,000 dollars beside a reported band of 50,000 to 60,000."""
    made = draft(*({"key": f"row-{at}"} for at in range(observations)))
    PayFigure.objects.create(
        release=made,
        key="reported",
        role=Role.objects.get(slug="product-manager"),
        source=Source.objects.get(slug="diving-deep"),
        place="line 1",
        level="senior",
        country="united-states",
        kind="reported",
        pay_kind="base",
        currency="USD",
        low=50_000,
        high=60_000,
        year=2025,
        year_basis="stated",
    )
    publish(made.slug, "One is added.")
    return keys(pay_contradictions(Known()))


def test_visitors_see_both_figures_with_all_that_an_amount_must_carry(client: Client) -> None:
    change("RB006", low=9_000_000, high=9_500_000, pay_kind="not-stated")

    page = client.get(PAGE).content.decode()

    assert f'id="{OF_TWO}"' in page
    for said in ("₹90-95 lakh", "₹21.25 lakh", "about 2024", "2021", "sample not stated"):
        assert said in page
    assert "No editor has written yet how to read them." in page


def test_before_the_first_release_nothing_contradicts(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    assert "No data release is published." in client.get(PAGE).content.decode()


@pytest.fixture
def editor(client: Client) -> Client:
    call_command("initgroups", verbosity=0)
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def test_an_editor_writes_how_they_are_read(editor: Client) -> None:
    set_two_bands_apart()
    (found,) = pay_contradictions(Known()).found
    form = editor.get(found.write_url)
    assert form.context["adminform"].form.initial["key"] == OF_ONE_SOURCE

    editor.post(ADD, {"key": OF_ONE_SOURCE, "text": "The guide leans on the first."})

    written = PayResolution.objects.get()
    assert (written.key, written.release) == (OF_ONE_SOURCE, "2026-11")
    assert "₹15-25 lakh (about 2024)" in written.about
    assert "The guide leans on the first." in editor.get(PAGE).content.decode()


def test_words_of_an_earlier_release_say_so_and_can_be_renewed(editor: Client) -> None:
    set_two_bands_apart()
    PayResolution.objects.create(key=OF_ONE_SOURCE, about="Two bands", release="2025-01", text="A")
    release = '<span class="unbroken">2025-01</span>'
    assert f"Written when release {release} was in use." in editor.get(PAGE).content.decode()
    (found,) = pay_contradictions(Known()).found

    editor.post(found.write_url, {"key": "another", "text": "B"})

    written = PayResolution.objects.get()
    assert (written.key, written.text, written.release) == (OF_ONE_SOURCE, "B", "2026-11")


def test_only_what_contradicts_can_be_written_about(editor: Client) -> None:
    response = editor.post(ADD, {"key": OF_ONE_SOURCE, "text": "Nothing to say."})

    assert response.context["adminform"].form.errors["key"]
    assert "There is nothing to write about" in response.text
    assert not PayResolution.objects.exists()
