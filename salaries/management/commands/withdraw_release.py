"""Withdraw a data release."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from salaries.models.releases import StepError
from salaries.releases.steps import withdraw


class Command(BaseCommand):
    help = "Withdraw the data release SLUG."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", metavar="SLUG")

    def handle(self, *args: str, slug: str, **options: object) -> None:
        try:
            release = withdraw(slug)
        except StepError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Release {release} is withdrawn; checksum {release.checksum}.")
