"""What a new draft starts from: the figures and ratios of the release in use."""

from django.db import transaction

from salaries.models import DataRelease, Factor, PayFigure


@transaction.atomic
def copy_figures(base: DataRelease, release: DataRelease) -> None:
    """Copy the figures, and the factors with their sources; rates belong to no release."""
    figures = list(PayFigure.objects.of_release(base))
    factors = list(Factor.objects.of_release(base))
    for row in (*figures, *factors):
        row.pk, row.release = None, release
    PayFigure.objects.bulk_create(figures)
    Factor.objects.bulk_create(factors)
    copies = dict(Factor.objects.of_release(release).values_list("key", "pk"))
    link = Factor.sources.through
    named = link.objects.filter(factor__release=base).values_list("factor__key", "source")
    link.objects.bulk_create(link(factor_id=copies[key], source_id=source) for key, source in named)
