"""What must hold before the site is served, and the server's command line."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from salaries import garbage
from tpmguide import serving
from tpmguide.serving import Address, NotReadyError


@pytest.fixture
def worker() -> Iterator[None]:
    """Do to this process what is done to a worker, and undo it."""
    serving.post_worker_init(object())
    yield
    gc.callbacks.remove(garbage.after_search)
    gc.unfreeze()


@pytest.mark.usefixtures("worker")
def test_what_a_worker_has_loaded_is_never_searched_for_garbage() -> None:
    assert gc.get_freeze_count() > len(gc.get_objects())


@pytest.mark.usefixtures("worker")
def test_what_a_search_of_everything_finds_in_use_is_not_searched_again() -> None:
    kept = [[number] for number in range(1_000)]

    gc.collect(1)
    searched = any(one is kept for one in gc.get_objects())
    gc.collect()

    assert searched
    assert not any(one is kept for one in gc.get_objects())


def test_the_site_listens_on_this_machine_alone_unless_told_otherwise() -> None:
    assert serving.chosen_address({}) == Address("127.0.0.1", 8000)


def test_host_and_port_come_from_the_environment() -> None:
    address = serving.chosen_address({"HOST": "::1", "PORT": "8123"})

    assert str(address) == "[::1]:8123"


@pytest.mark.parametrize("text", ["", "0", "-1", "80.5", "http", "65536", "٨٠"])
def test_a_port_that_is_none_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(NotReadyError, match=r"^PORT is .* from 1 to 65535[.]$"):
        serving.chosen_address({"PORT": text})


def test_two_workers_answer_unless_told_otherwise() -> None:
    assert serving.chosen_workers({}) == 2
    assert serving.chosen_workers({"WEB_CONCURRENCY": "5"}) == 5


def test_no_workers_at_all_are_refused() -> None:
    with pytest.raises(NotReadyError, match="WEB_CONCURRENCY is '0'"):
        serving.chosen_workers({"WEB_CONCURRENCY": "0"})


def test_a_folder_that_takes_a_file_is_writable_and_stays_as_it_was(tmp_path: Path) -> None:
    serving.check_folder_is_writable(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotReadyError, match=r"data folder .*absent cannot be written to"):
        serving.check_folder_is_writable(tmp_path / "absent")


def test_a_free_port_is_left_free(free_port: int) -> None:
    address = Address("127.0.0.1", free_port)

    serving.check_address_is_free(address)

    serving.check_address_is_free(address)


def test_a_taken_port_is_named_with_a_way_out(taken_port: int) -> None:
    with pytest.raises(NotReadyError, match=rf":{taken_port} .*Set PORT to a free port"):
        serving.check_address_is_free(Address("127.0.0.1", taken_port))


def test_the_fingerprint_tells_names_bytes_and_versions_apart(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("a { }")
    other.write_text("b { }")

    prints = {
        serving.fingerprint([("a.css", one)], versions=["django 5"]),
        serving.fingerprint([("a.css", other)], versions=["django 5"]),
        serving.fingerprint([("b.css", one)], versions=["django 5"]),
        serving.fingerprint([("a.css", one)], versions=["django 6"]),
    }

    assert len(prints) == 4


def test_the_fingerprint_does_not_depend_on_the_order_of_the_files(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("a { }")
    files = [("a.css", path), ("b.css", path)]

    forwards = serving.fingerprint(files, versions=[])
    backwards = serving.fingerprint(reversed(files), versions=[])

    assert forwards == backwards


def test_the_access_log_holds_neither_query_string_nor_referrer() -> None:
    words = serving.gunicorn_command(Address("127.0.0.1", 80), workers=2)

    log_format = words[words.index("--access-logformat") + 1]
    assert not {"%(r)s", "%(q)s", "%(f)s"} & set(log_format.replace('"', " ").split())


def test_a_visitor_cannot_choose_what_the_access_log_says_of_the_path() -> None:
    request = SimpleNamespace(path="/a%0Ab", headers=[("X-LOGGED-PATH", "/forged")])

    serving.pre_request(None, request)

    assert dict(request.headers) == {"X-LOGGED-PATH": "/a%0Ab"}


def test_the_server_is_this_python_s_gunicorn() -> None:
    words = serving.gunicorn_command(Address("127.0.0.1", 80), workers=3)

    assert words[:4] == [sys.executable, "-m", "gunicorn", "tpmguide.wsgi:application"]
    assert words[words.index("--workers") + 1] == "3"


def test_a_number_of_thousands_of_digits_is_one_short_line() -> None:
    with pytest.raises(NotReadyError, match=r"^WEB_CONCURRENCY is '9{20}' and more, not a whole"):
        serving.chosen_workers({"WEB_CONCURRENCY": "9" * 5_000})
