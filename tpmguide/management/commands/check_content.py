"""Say what is wrong with the content, and which facts of the inventory it lacks."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from tpmguide.content_checks import findings, inventory_holders, unknown_id_findings
from tpmguide.content_coverage import InventoryError, coverage, read_inventory, to_be_met


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--inventory", type=Path, help="a Markdown file with tables of facts")
        parser.add_argument(
            "--prefix",
            action="append",
            default=[],
            help="look only for the facts of this prefix, such as R; may be repeated",
        )

    def handle(self, *args: object, **options: Any) -> None:
        if options["prefix"] and not options["inventory"]:
            raise CommandError("--prefix narrows an inventory: name the file with --inventory.")
        try:
            failures = self.look(options["inventory"], options["prefix"])
        except InventoryError as error:
            raise CommandError(str(error)) from error
        if failures:
            raise CommandError(f"The content has {failures} defects.")

    def look(self, inventory: Path | None, prefixes: list[str]) -> int:
        """Print what is found, and return how much of it is a failure."""
        found, facts = findings(timezone.localdate()), []
        if inventory:
            facts = read_inventory(inventory)
            found += unknown_id_findings({fact.id for fact in facts})
        held = coverage(to_be_met(facts, prefixes=prefixes), inventory_holders())
        failures = sum(not finding.is_warning for finding in found)
        ending: list[object] = [f"Findings: {failures}. Warnings: {len(found) - failures}."]
        if inventory:
            ending.append(held)
        self.stdout.write("\n".join(str(line) for line in (*found, *held.unmet, *ending)))
        return failures + len(held.unmet)
