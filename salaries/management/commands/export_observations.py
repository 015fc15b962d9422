"""Write the observations of a release in the template of imports."""

import csv
import os
import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from salaries.models import DataRelease
from salaries.observations.exporting import observation_lines


class Command(BaseCommand):
    help = "Print the observations of a release as CSV; importing it again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--release", required=True, metavar="SLUG")

    def handle(self, *args: str, release: str, **options: object) -> None:
        named = {found.slug: found for found in DataRelease.objects.finished()}
        if release not in named:
            raise CommandError(f"There is no release {release!r}; there are: {', '.join(named)}.")
        try:
            csv.writer(self.stdout, lineterminator="\n").writerows(
                observation_lines(named[release])
            )
            self.stdout.flush()
        except BrokenPipeError:
            # Who reads, as `head` does, has enough; what waits is not written at the exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
