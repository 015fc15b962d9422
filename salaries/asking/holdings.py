"""What one release holds figures of: the words of a query string that depend on it."""

from functools import cached_property

from django.db.models import Q

from roles.models import Source
from salaries.engine.facets import Facet
from salaries.engine.snapshot import Snapshot
from salaries.models import DataRelease, Factor, PayFigure
from salaries.slices import industry_slug


class Holdings:
    """The sources and industries of a release and of its observations; a query for each."""

    def __init__(self, release: DataRelease | None, snapshot: Snapshot | None) -> None:
        self.release = release
        self.snapshot = snapshot

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources of its figures, ratios and observations, by slug."""
        figures = PayFigure.objects.of_release(self.release).values("source")
        factors = Factor.objects.of_release(self.release).used_in_estimates().values("sources")
        observed = Q(slug__in=self._observed(Facet.SOURCE))
        found = Source.objects.filter(Q(pk__in=figures) | Q(pk__in=factors) | observed)
        return {source.slug: source for source in found}

    @cached_property
    def industries(self) -> dict[str, tuple[str, ...]]:
        """Each industry by slug, as its sources write it."""
        stored = PayFigure.objects.of_release(self.release).exclude(industry="")
        names = {*stored.values_list("industry", flat=True), *self._observed(Facet.INDUSTRY)}
        found: dict[str, tuple[str, ...]] = {}
        for name in sorted(names - {""}):
            slug = industry_slug(name)
            found[slug] = (*found.get(slug, ()), name)
        return found

    def _observed(self, facet: Facet) -> tuple[str, ...]:
        return self.snapshot.values(facet) if self.snapshot else ()
