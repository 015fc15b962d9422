"""What rests on each source, over both apps."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import ngettext_lazy

from roles.models import Citation, Source
from salaries.models import ExchangeRate, Factor, PayFigure

# What may rest on a source, with its number.
COUNTED = {
    "claim": ngettext_lazy("%d claim", "%d claims"),
    "pay figure": ngettext_lazy("%d pay figure", "%d pay figures"),
    "pay ratio": ngettext_lazy("%d pay ratio", "%d pay ratios"),
    "exchange rate": ngettext_lazy("%d exchange rate", "%d exchange rates"),
}


@dataclass(frozen=True, slots=True)
class SourceInUse:
    source: Source
    use: str


def sources_in_use() -> list[SourceInUse]:
    """Return every source with a count of what rests on it in words; five queries."""
    counts = {
        "claim": Counter(Citation.objects.values_list("source", flat=True)),
        "pay figure": Counter(PayFigure.objects.values_list("source", flat=True)),
        "pay ratio": Counter(Factor.objects.values_list("sources", flat=True)),
        "exchange rate": Counter(ExchangeRate.objects.values_list("source", flat=True)),
    }
    return [
        SourceInUse(source, _in_words({name: found[source.pk] for name, found in counts.items()}))
        for source in Source.objects.all()
    ]


def _in_words(counts: dict[str, int]) -> str:
    return ", ".join(COUNTED[name] % count for name, count in counts.items() if count)
