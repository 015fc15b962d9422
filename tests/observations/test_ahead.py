"""What another process makes comes as if this one had made it."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict
from itertools import count, islice
from multiprocessing import active_children
from pathlib import Path
from threading import Event

import pytest
from django.core.management import CommandError

from salaries.models import Observation
from salaries.observations import examining, files
from salaries.observations.ahead import LostError, ahead, may_be_copied
from salaries.observations.examining import Reading, examine
from salaries.observations.files import FileError
from tests.observations.commands import run_import, written
from tests.observations.files import file_of, many


def one_then_wrong() -> Iterator[int]:
    yield 1
    raise FileError("line 3 is not CSV")


def one_then_killed() -> Iterator[int]:
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def test_another_process_makes_the_items() -> None:
    made = list(ahead((number, os.getpid()) for number in range(3)))

    assert [number for number, _ in made] == [0, 1, 2]
    assert os.getpid() not in {process for _, process in made}


def test_what_is_wrong_with_the_file_is_said_here() -> None:
    items = ahead(one_then_wrong())

    assert next(items) == 1
    with pytest.raises(FileError, match="line 3 is not CSV"):
        next(items)


def test_a_process_that_is_killed_is_no_end_of_the_file() -> None:
    with pytest.raises(LostError, match="has ended early"):
        list(ahead(one_then_killed()))


@pytest.mark.django_db
def test_the_command_says_that_the_reading_has_ended_early(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(files, "IN_MEMORY", 1)
    monkeypatch.setattr(examining, "may_be_copied", lambda: True)
    monkeypatch.setattr(examining, "ahead", lambda _: ahead(islice(one_then_killed(), 1, None)))

    with pytest.raises(CommandError, match="Run the import again"):
        run_import(written(tmp_path, many(2)))


def test_whoever_needs_no_more_leaves_no_process_behind() -> None:
    with closing(ahead(count())) as items:
        assert next(items) == 0
        assert len(active_children()) == 1

    assert active_children() == []


def test_a_process_of_several_threads_is_not_copied() -> None:
    done = Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(done.wait)
        is_alone = may_be_copied()
        done.set()

    assert waiting.result()
    assert not is_alone


@pytest.mark.django_db
@pytest.mark.parametrize("in_two", [True, False])
def test_a_large_file_is_examined_and_imported_as_a_small_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, in_two: bool
) -> None:
    changes: tuple[dict[str, str], ...] = ({}, {}, {"pay": "x"}, {"pay": "65"}, {"key": "a-1"})
    path = written(tmp_path, many(40))
    reading = Reading(batch=2)
    small = asdict(examine(file_of(*changes), reading, None))

    monkeypatch.setattr(files, "IN_MEMORY", 1)
    monkeypatch.setattr(examining, "may_be_copied", lambda: in_two)
    large = asdict(examine(file_of(*changes), reading, None))
    run_import(path, "--release", "next", "--apply", "--batch", "7")

    assert small == large
    assert Observation.objects.filter(release__slug="next").count() == 40
