"""What is said instead of a number, whether nothing is there or too little."""

from enum import Enum
from typing import Literal


class Verdict(Enum):
    """One value for both, so that no page can tell the empty from the hidden."""

    NOT_ENOUGH = "not enough data"


NOT_ENOUGH = Verdict.NOT_ENOUGH
NotEnough = Literal[Verdict.NOT_ENOUGH]
