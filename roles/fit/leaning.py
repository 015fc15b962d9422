"""What counted answers amount to, by a rule that the page prints. Pure."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext, gettext_lazy

# Changing one answer moves the difference by at most two. From three on, the side that is ahead
# stays ahead whichever single answer is changed; a smaller difference hangs on one answer.
LEAD = 3


class Direction(Enum):
    """What may be said of the answers, and never of the person."""

    TPM = "leans to TPM"
    PM = "leans to PM"
    NONE = "no clear lean"


VERDICTS = {
    Direction.TPM: gettext_lazy("What you chose leans to TPM."),
    Direction.PM: gettext_lazy("What you chose leans to PM."),
    Direction.NONE: gettext_lazy("What you chose shows no clear lean."),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many answers push each way, and how many questions are open."""

    tpm: int
    pm: int
    neither: int
    open: int

    @property
    def difference(self) -> int:
        """By how much TPM is ahead; below zero, PM is."""
        return self.tpm - self.pm

    @property
    def direction(self) -> Direction:
        if self.difference >= LEAD:
            return Direction.TPM
        return Direction.PM if self.difference <= -LEAD else Direction.NONE

    @property
    def verdict(self) -> str:
        return str(VERDICTS[self.direction])

    @property
    def explanation(self) -> str:
        """The numbers behind the verdict, and whether they are all of them."""
        difference = abs(self.difference)
        counted = gettext(
            "Towards TPM {tpm}, towards PM {pm}: a difference of {difference}. "
            "A lean begins at {lead}."
        ).format(tpm=self.tpm, pm=self.pm, difference=difference, lead=LEAD)
        still = gettext("Open questions can still change that.")
        return f"{counted} {still}" if self.open else counted


def rule() -> tuple[str, ...]:
    """Return the rule in words."""
    lines = (
        gettext("Each answer counts once, and none weighs more than another."),
        gettext(
            "From a difference of {lead} on, no single changed answer puts the other side ahead."
        ),
        gettext("At least {lead} more towards TPM than towards PM: leans to TPM."),
        gettext("At least {lead} more towards PM than towards TPM: leans to PM."),
        gettext("A smaller difference, or none: no clear lean."),
    )
    return tuple(line.format(lead=LEAD) for line in lines)
