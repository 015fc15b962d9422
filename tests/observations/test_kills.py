"""Killed at any moment, an import leaves the draft and what visitors see as they were."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from salaries.observations.files import IN_MEMORY
from tests.observations.commands import written
from tests.observations.files import many, text_of
from tests.observations.site import MANAGE, Site, filled_site

# Upon each of these lines of progress the import is killed.
INTO_THE_DRAFT = (*(f"staged {rows} rows" for rows in range(5, 45, 5)), "staged 42 rows")
INTO_A_NEW_ONE = ("staged 5 rows", "staged 20 rows", "staged 40 rows")
AT_THE_END = ("switching", "switched")
# A file that another process reads ahead.
LARGE = 90_000


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


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = written(tmp_path_factory.mktemp("large"), many(LARGE))
    assert path.stat().st_size > IN_MEMORY
    return path


@pytest.mark.parametrize("is_reader", [True, False])
def test_a_large_import_of_which_either_process_is_killed_changes_nothing(
    site: Site, large: Path, *, is_reader: bool
) -> None:
    before = site.state()

    with site.running("import_observations", str(large), "--release", "draft", "--apply") as main:
        staged = next(line for line in main.stderr or () if line.startswith("staged"))
        reader = reader_of(main)
        os.kill(reader if is_reader else main.pid, signal.SIGKILL)
        # Both have the error stream, which ends when the last of them does.
        said = main.stderr.read() if main.stderr else ""

    assert staged == "staged 10,000 rows\n"
    assert main.returncode == (1 if is_reader else -signal.SIGKILL)
    assert ("Run the import again." in said) is is_reader
    assert site.state() == before


def reader_of(process: "subprocess.Popen[str]") -> int:
    """Return the number of the only process that the import has started."""
    (number,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return int(number)


def test_an_export_whose_reader_has_enough_ends_without_a_word(site: Site, tmp_path: Path) -> None:
    # More than is written at once, so that the export ends in the middle of its rows.
    path = written(tmp_path, many(500))
    site.run("import_observations", str(path), "--release", "long", "--apply")
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            (*MANAGE, "export_observations", "--release", "long"),
            env=site.environment,
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr) == (1, b"")
