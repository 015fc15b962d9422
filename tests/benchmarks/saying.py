"""The numbers of a benchmark, past what pytest captures."""

import sys


def say(line: str) -> None:
    if sys.__stdout__ is not None:
        sys.__stdout__.write(f"\n  {line}\n")
