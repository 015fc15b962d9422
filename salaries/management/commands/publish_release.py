"""Publish a data release."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from salaries.models.releases import StepError
from salaries.releases.steps import publish


class Command(BaseCommand):
    help = "Publish the data release SLUG."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", metavar="SLUG")

    def handle(self, *args: str, slug: str, **options: object) -> None:
        try:
            release = publish(slug)
        except StepError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Release {release} is published; checksum {release.checksum}.")
