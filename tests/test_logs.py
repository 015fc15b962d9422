"""A refusal is a line of the log; a failure has its traceback."""

import logging

import pytest


def written(logger: str) -> str:
    """Return what the log that Django has set up says of an error."""
    (console,) = (one for one in logging.getLogger().handlers if one.name == "console")
    error = ValueError("not one of the hosts")
    record = logging.getLogger(logger).makeRecord(
        logger, logging.ERROR, "", 0, str(error), (), (ValueError, error, None)
    )
    assert console.filter(record)
    return console.format(record)


def test_a_refusal_is_logged_in_one_line() -> None:
    (line,) = written("django.security.DisallowedHost").splitlines()

    assert line.endswith("ERROR django.security.DisallowedHost: not one of the hosts")


@pytest.mark.parametrize("logger", ["django.request", "tpmguide.api.problems"])
def test_a_failure_is_logged_with_its_traceback(logger: str) -> None:
    first, second = written(logger).splitlines()

    assert first.endswith(f"ERROR {logger}: not one of the hosts")
    assert second == "ValueError: not one of the hosts"


@pytest.mark.parametrize("logger", ["django", "tpmguide"])
def test_what_is_logged_is_written_once(logger: str) -> None:
    assert logging.getLogger(logger).handlers == []
    assert logging.getLogger(logger).propagate
