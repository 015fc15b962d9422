"""An import as a whole: nothing, or every row that can be kept, into a draft."""

from contextlib import closing
from dataclasses import dataclass
from typing import IO

from salaries.models import DataRelease
from salaries.observations.drafts import Target
from salaries.observations.examining import Examination, Reading, examination
from salaries.observations.report import Report
from salaries.observations.staging import Progress, Staging, staged


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found, and the draft that holds it; None where nothing was to be written."""

    report: Report
    draft: DataRelease | None

    @property
    def said(self) -> str:
        """What has happened, and what was left out without asking."""
        imported = f"Imported into draft {self.draft}: {self.report.taken}."
        done = imported if self.draft else "0 changes."
        number = self.report.out_of_scope
        if not number:
            return done
        what = "row about a role or country" if number == 1 else "rows about roles or countries"
        return f"{done} Left out: {number:,} {what} that the guide does not have."


class RejectedError(Exception):
    """A file with rows to mend, which nobody has agreed to leave out."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report.to_be_mended} Nothing was changed.")
        self.report = report


def import_file(
    raw: IO[bytes], reading: Reading, target: Target, *, leave_out: bool, progress: Progress
) -> Outcome:
    """Import a file into the draft; raise FileError, StepError or RejectedError, or do it all.

    Rows that are about a role or country the guide does not have are left out; others that
    cannot be kept stop the import, unless leave_out says that this is meant.
    """
    with examination(raw, reading, target.base) as examined, staged(target, progress) as staging:
        return written(examined, staging, leave_out=leave_out)


def written(examined: Examination, staging: Staging, *, leave_out: bool) -> Outcome:
    """Stage every row that can be kept, and put them in place where any differs."""
    with closing(examined.batches(staging.packed)) as batches:
        for some in batches:
            staging.write(some)
    report = examined.report
    if report.errors and not leave_out:
        raise RejectedError(report)
    return Outcome(report, staging.finish() if report.new or report.changed else None)
