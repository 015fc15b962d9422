"""Rows on their way into the table, and out of another release."""

import pytest

from salaries.models import DataRelease, Observation
from salaries.observations.bulk import copied_others, insert, packed
from tests.observations.files import found_in

pytestmark = pytest.mark.django_db


def filled(slug: str, *keys: str) -> DataRelease:
    current = DataRelease.objects.latest("as_of")
    release = DataRelease.objects.create(slug=slug, as_of=current.as_of)
    insert(packed(found_in(*({"key": key} for key in keys)).columns, release))
    return release


def keys_of(release: DataRelease) -> list[str]:
    found = Observation.objects.of_release(release).order_by("key")
    return list(found.values_list("key", flat=True))


@pytest.mark.parametrize(("at_once", "copied"), [(2, [1, 2, 0]), (4, [3, 0]), (5, [3])])
def test_what_a_release_has_not_is_copied_some_keys_at_a_time(
    at_once: int, copied: list[int]
) -> None:
    base, release = filled("base", "a", "b", "c", "d"), filled("next", "b", "z")
    filled("other", "e")

    found = list(copied_others(base, release, at_once=at_once))

    assert found == copied
    assert keys_of(release) == ["a", "b", "c", "d", "z"]


def test_an_empty_release_gives_nothing() -> None:
    base, release = DataRelease.objects.latest("as_of"), filled("next", "b")

    assert list(copied_others(base, release, at_once=2)) == [0]


def test_keys_have_the_same_order_in_every_database() -> None:
    release = filled("next", "b", "B", "a-1", "a1", "ä", "A")

    assert keys_of(release) == ["A", "B", "a-1", "a1", "b", "ä"]
