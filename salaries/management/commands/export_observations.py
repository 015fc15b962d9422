"""Write the observations of a release in the template of imports."""

import csv
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
        csv.writer(self.stdout, lineterminator="\n").writerows(observation_lines(named[release]))
