"""What one process puts on the shelf is there for those that share it, whatever becomes of it."""

import os
import signal
from multiprocessing import get_context

from hypothesis import given
from hypothesis import strategies as st

from tpmguide.shelf import HEAD, Shelf, shared

# Of entries of one byte.
ROOM_FOR_TWO = 2 * (HEAD.size + 1)


def name(letter: str) -> bytes:
    return letter.encode() * 32


def test_what_was_put_last_under_a_name_is_there() -> None:
    shelf = Shelf()
    shelf.put(name("a"), b"old")
    shelf.put(name("b"), b"other")
    shelf.put(name("a"), b"new")

    assert [shelf.get(name(letter)) for letter in "abc"] == [b"new", b"other", None]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.binary(max_size=40))))
def test_the_newest_that_fill_half_of_it_are_always_there(puts: list[tuple[str, bytes]]) -> None:
    shelf = Shelf(half=250)
    for letter, entry in puts:
        shelf.put(name(letter), entry)

    # Each with its head takes 76 bytes at most, so three of them fit.
    last = dict(puts[-3:])
    assert {letter: shelf.get(name(letter)) for letter in last} == last


def test_where_both_halves_are_full_the_oldest_make_room() -> None:
    shelf = Shelf(half=ROOM_FOR_TWO)
    for letter in "abcde":
        shelf.put(name(letter), letter.encode())

    assert [shelf.get(name(letter)) for letter in "abcde"] == [None, None, b"c", b"d", b"e"]


def test_what_no_half_has_room_for_is_left_out() -> None:
    shelf = Shelf(half=ROOM_FOR_TWO)
    shelf.put(name("a"), b"a")
    shelf.put(name("b"), b"b" * ROOM_FOR_TWO)

    assert [shelf.get(name(letter)) for letter in "ab"] == [b"a", None]


def test_what_a_killed_process_put_is_there_and_its_lock_is_not() -> None:
    shelf = Shelf()

    def put_and_die() -> None:
        shelf.put(name("a"), b"a")
        with shelf._alone():
            os.kill(os.getpid(), signal.SIGKILL)

    process = get_context("fork").Process(target=put_and_die)
    process.start()
    process.join(timeout=10)
    shelf.put(name("b"), b"b")

    assert process.exitcode == -signal.SIGKILL
    assert [shelf.get(name(letter)) for letter in "ab"] == [b"a", b"b"]


def test_many_processes_put_at_once_and_lose_nothing() -> None:
    shelf = Shelf()

    def put_many(letter: str) -> None:
        for number in range(200):
            shelf.put(f"{letter}{number:031}".encode(), letter.encode() * number)

    processes = [get_context("fork").Process(target=put_many, args=[one]) for one in "abcd"]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=30)

    for letter in "abcd":
        assert shelf.get(f"{letter}{199:031}".encode()) == letter.encode() * 199
    assert len(list(shelf._entries())) == 4 * 200


def test_there_is_one_for_all_of_a_process() -> None:
    assert shared() is shared()
