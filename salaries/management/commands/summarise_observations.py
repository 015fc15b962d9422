"""Compute the observed figures of the United States from files of observations."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from roles.choices import Level
from salaries.choices import Country, Currency, Kind, PayKind, YearBasis
from salaries.frames import FrameError, observation_frame
from salaries.statistics import GroupSummary, summaries

PAY_KINDS = {
    "advertised range": PayKind.ADVERTISED,
    "self-reported total compensation": PayKind.TOTAL,
}
PLACE = "Computed here from the usable rows on product managers since 2023"


class Command(BaseCommand):
    help = "Print, as a fixture, the percentiles by source and level of FILE(s); writes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--release", default="2026-11")

    def handle(self, *args: str, files: list[Path], release: str, **options: object) -> None:
        try:
            frame = observation_frame(files, role="PM", country="United States")
        except FrameError as error:
            raise CommandError(str(error)) from error
        found = sorted(summaries(frame), key=lambda group: (group.source, group.level))
        self.stdout.write(json.dumps([_fixture(group, release) for group in found], indent=1))


def _fixture(group: GroupSummary, release: str) -> dict[str, object]:
    pay_kind = _pay_kind(group.pay_kind)
    pay = group.pay
    fields = {
        "release": [release],
        "key": f"{group.source}-us-pm-{group.level or 'all'}",
        "role": ["product-manager"],
        "level": group.level,
        "country": Country.UNITED_STATES,
        "kind": Kind.OBSERVED,
        "pay_kind": pay_kind,
        "currency": Currency.USD,
        "p10": pay.p10,
        "p25": pay.p25,
        "p50": pay.p50,
        "p75": pay.p75,
        "p90": pay.p90,
        "n": pay.n,
        "n_unit": pay_kind.unit,
        "first_year": None if group.years[0] == group.years[1] else group.years[0],
        "year": group.years[1],
        "year_basis": YearBasis.STATED,
        "source": [group.source],
        "place": PLACE,
        # The tier of modelled figures: the one source with enough rows at each level.
        "is_tier": pay_kind is PayKind.ADVERTISED and group.level in Level.values,
    }
    return {"model": "salaries.payfigure", "fields": fields}


def _pay_kind(word: str) -> PayKind:
    """Return the kind of pay that a file's word means."""
    if word not in PAY_KINDS:
        raise CommandError(f"The pay kind {word!r} is not one of: {', '.join(PAY_KINDS)}.")
    return PAY_KINDS[word]
