"""Publish a data release."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from salaries.models.releases import StepError
from salaries.releases.steps import UNEXPLAINED, publish


class Command(BaseCommand):
    help = "Publish the data release SLUG."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", metavar="SLUG")
        parser.add_argument(
            "--notes", default="", help="what it changes and why; without it, as the draft says"
        )

    def handle(self, *args: str, slug: str, notes: str, **options: object) -> None:
        try:
            release = publish(slug, notes)
        except StepError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Release {release} is published; checksum {release.checksum}.")
        if not release.notes:
            self.stderr.write(UNEXPLAINED)
