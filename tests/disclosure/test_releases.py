import pandas as pd
import pytest
from hypothesis import given, settings

from salaries.disclosure.history import nothing
from salaries.disclosure.releases import Protected, Report, protected
from salaries.engine.building import FrameShapeError
from salaries.engine.facets import COLUMNS, DESCRIPTION
from tests.disclosure.worlds import Person, changed, frame, successions, world

PUNE, DELHI = {"city": "pune"}, {"city": "delhi"}


def last_of(*peoples: list[Person]) -> Protected:
    """Return the last of some releases with the threshold of five."""
    history, release = nothing(), None
    for people in peoples:
        release = protected(frame(people), history, fewest=5)
        history = release.history
    assert release is not None
    return release


def keys(release: Protected) -> list[int]:
    return sorted(int(key.removeprefix("k")) for key in release.rows["key"])


def test_what_is_not_small_is_published_as_it_came() -> None:
    people = world((5, PUNE), (7, DELHI))

    release = last_of(people)

    # Texts come back as categories, which say the same.
    pd.testing.assert_frame_equal(
        release.rows, frame(people), check_dtype=False, check_categorical=False
    )
    assert release.report == Report(recoded=0, withheld=0, held_back=0)


def test_the_report_is_rounded_down_so_that_it_reveals_nothing() -> None:
    few, more = world((20, {}), (4, PUNE)), world((20, {}), (4, PUNE), (3, DELHI))

    assert last_of(few).report == Report(recoded=0, withheld=0, held_back=0)
    assert last_of(more).report == Report(recoded=5, withheld=0, held_back=0)
    assert last_of(world((4, {}), (3, {"source": "b"}))).report.withheld == 5


def test_a_newcomer_waits_until_there_are_enough() -> None:
    people = world((20, PUNE))

    assert keys(last_of(people[:10], people[:14])) == list(range(10))
    assert keys(last_of(people[:10], people[:14], people[:15])) == list(range(15))


def test_a_row_that_is_gone_stays_until_enough_are_gone() -> None:
    people = world((20, PUNE))

    assert keys(last_of(people, people[4:])) == list(range(20))
    assert keys(last_of(people, people[4:], people[5:])) == list(range(5, 20))


def test_when_only_few_would_stay_all_leave() -> None:
    people = world((8, PUNE))

    assert keys(last_of(people, people[6:])) == []


def test_an_altered_amount_waits_and_is_never_there_twice() -> None:
    people = world((12, PUNE))
    few = changed(people, "is paid more", slice(0, 3))
    enough = changed(people, "is paid more", slice(0, 6))

    waiting, through = last_of(people, few), last_of(people, few, enough)

    assert sorted(waiting.rows["pay"]) == [one.pay for one in people]
    assert waiting.report == Report(recoded=0, withheld=0, held_back=0)
    assert sorted(through.rows["pay"]) == [one.pay for one in enough]
    assert through.rows["key"].is_unique


def test_altered_rows_that_have_left_are_withheld_until_they_are_enough() -> None:
    people = world((12, PUNE))
    leaving = [*people[5:9], *changed(people[9:], "is paid more", slice(0, 3))]

    release = last_of(people, leaving)

    # Five are gone and three altered; the four others would stay alone, so all twelve leave.
    assert keys(release) == []
    assert release.report.withheld == 5


def test_people_who_move_do_so_together() -> None:
    people = world((12, PUNE))

    apart = last_of(people, changed(people, "leaves Pune", slice(0, 4)))
    together = last_of(people, changed(people, "leaves Pune", slice(0, 6)))

    assert apart.rows["city"].tolist() == ["pune"] * 12
    assert sorted(together.rows["city"]) == [""] * 6 + ["pune"] * 6


def test_a_group_comes_back_without_leaving_few_outside() -> None:
    people = world((12, PUNE))

    assert keys(last_of(people, [], people[:9])) == []
    assert keys(last_of(people, [], people[:7])) == list(range(7))


def test_a_blank_stays_blank_when_the_city_has_enough_later() -> None:
    people = world((8, {}), (2, PUNE), (9, PUNE))

    release = last_of(people[:10], people)

    assert sorted(release.rows["city"]) == [""] * 10 + ["pune"] * 9


def test_a_release_without_rows_is_one_too() -> None:
    release = last_of([])

    assert (len(release.rows), list(release.rows.columns)) == (0, list(COLUMNS))


def test_a_key_that_comes_twice_is_refused() -> None:
    people = world((6, PUNE))

    with pytest.raises(FrameShapeError, match="'k0' comes twice"):
        protected(frame([*people, people[0]]), nothing())


@settings(deadline=None)
@given(frames=successions())
def test_no_person_is_there_twice_and_the_order_does_not_matter(frames: list[pd.DataFrame]) -> None:
    history, backwards = nothing(), nothing()

    for rows in frames:
        release = protected(rows, history, fewest=3)
        other = protected(rows[::-1], backwards, fewest=3)
        history, backwards = release.history, other.history
        assert release.rows["key"].is_unique
        assert release.report == other.report
        assert as_set(release.rows) == as_set(other.rows)


def as_set(rows: pd.DataFrame) -> set[tuple[object, ...]]:
    return set(rows[["key", "pay", *DESCRIPTION]].itertuples(index=False, name=None))
