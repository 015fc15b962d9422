"""What rests on each source, over both apps."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import ngettext_lazy

from roles.models import Citation, Source
from salaries.models import City, DataRelease, ExchangeRate, Factor, PayFigure, PurchasingPower
from salaries.releases.counts import said_by_source

SLUG = "source__slug"
# What may rest on a source, with its number.
COUNTED = {
    "claim": ngettext_lazy("{:,} claim", "{:,} claims"),
    "pay figure": ngettext_lazy("{:,} pay figure", "{:,} pay figures"),
    "pay ratio": ngettext_lazy("{:,} pay ratio", "{:,} pay ratios"),
    "observation": ngettext_lazy("{:,} observation", "{:,} observations"),
    "exchange rate": ngettext_lazy("{:,} exchange rate", "{:,} exchange rates"),
    "purchasing power": ngettext_lazy(
        "{:,} value of purchasing power", "{:,} values of purchasing power"
    ),
    "position": ngettext_lazy("{:,} position of a city", "{:,} positions of cities"),
}


@dataclass(frozen=True, slots=True)
class SourceInUse:
    source: Source
    use: str


def sources_in_use(release: DataRelease | None) -> list[SourceInUse]:
    """Return every source with a count of what rests on it in words; eight queries.

    Of figures, ratios and observations those of the release are counted; rates, purchasing powers
    and positions belong to none. Observations are rounded down, and too few are passed over.
    """
    figures = PayFigure.objects.of_release(release)
    factors = Factor.objects.of_release(release)
    counts: dict[str, Mapping[str, int]] = {
        "claim": Counter(Citation.objects.values_list(SLUG, flat=True)),
        "pay figure": Counter(figures.values_list(SLUG, flat=True)),
        "pay ratio": Counter(factors.values_list("sources__slug", flat=True)),
        "observation": said_by_source(release),
        "exchange rate": Counter(ExchangeRate.objects.values_list(SLUG, flat=True)),
        "purchasing power": Counter(PurchasingPower.objects.values_list(SLUG, flat=True)),
        "position": Counter(City.objects.values_list("position_source__slug", flat=True)),
    }
    return [
        SourceInUse(
            source, _in_words({name: found.get(source.slug, 0) for name, found in counts.items()})
        )
        for source in Source.objects.all()
    ]


def _in_words(counts: dict[str, int]) -> str:
    return ", ".join(COUNTED[name].format(count) for name, count in counts.items() if count)
