"""Start a draft of the next data release."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from salaries.models.releases import StepError
from salaries.releases.steps import start_draft


class Command(BaseCommand):
    help = "Start a draft as a copy of the release in use, so that its rows can be changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", metavar="SLUG", nargs="?", default="")
        parser.add_argument("--as-of", default="", help="day of the draft; without it, today")

    def handle(self, *args: str, slug: str, as_of: str, **options: object) -> None:
        try:
            draft = start_draft(slug, as_of)
        except StepError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Draft {draft} is there.")
