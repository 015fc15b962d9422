"""Killed at any moment, an import leaves the draft and what visitors see as they were."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.observations.commands import written
from tests.observations.files import many, text_of
from tests.observations.site import Site, filled_site

# Upon each of these lines of progress the import is killed.
INTO_THE_DRAFT = (*(f"staged {rows} rows" for rows in range(5, 45, 5)), "staged 42 rows")
INTO_A_NEW_ONE = ("staged 5 rows", "staged 20 rows", "staged 40 rows")
AT_THE_END = ("switching", "switched")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("kills")
    with filled_site(folder) as site:
        first = written(folder, text_of({}, {"pay": "170000"}))
        site.run("import_observations", str(first), "--release", "draft", "--apply")
        yield site


@pytest.mark.parametrize(
    ("release", "lines"),
    [("draft", (*INTO_THE_DRAFT, *AT_THE_END)), ("new", (*INTO_A_NEW_ONE, *AT_THE_END))],
)
def test_a_killed_import_leaves_the_old_state_or_the_new_one(
    site: Site, tmp_path: Path, release: str, lines: tuple[str, ...]
) -> None:
    path = written(tmp_path, many(40).replace("a-", f"{release}-"))
    command = ("import_observations", str(path), "--release", release, "--apply", "--batch", "5")
    before = site.state()

    states = []
    for line in lines:
        site.kill_upon(line, *command)
        states.append(site.state())

    site.run(*command)
    after = site.state()
    assert before != after
    assert states[0] == before
    assert set(states) <= {before, after}
    assert f"'{release}'" in after
