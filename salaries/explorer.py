"""One request to the explorer: its query read once, its answer and what surrounds it."""

from functools import cached_property
from typing import cast

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from salaries import cities, distribution, sentences, trend
from salaries.answers import Answer, answer, observed
from salaries.breadth import too_wide
from salaries.choices import View
from salaries.engine.facets import Facet
from salaries.facets import Choices, Counts, facet_counts, widest
from salaries.figure_rows import source_ref
from salaries.filters import SalaryFilter
from salaries.holdings import Holdings
from salaries.ledger import Ledger
from salaries.models import DataRelease, Factor, PayFigure
from salaries.models.figures import PayFigureQuerySet
from salaries.observed.figures import Names, Observed
from salaries.observed.snapshots import published, snapshot_of
from salaries.observed.spread import Distribution
from salaries.rates import rates
from salaries.slices import Slice
from salaries.vocabulary import Vocabulary


class Explorer:
    """What page, chart and file of one query string have in common."""

    def __init__(self, query: QueryDict, *, beside: "Explorer | None" = None) -> None:
        """Read the query; beside another of the same request, nothing known is read again."""
        self.published: dict[DataRelease, bool] = beside.published if beside else published()
        self.releases = {release.slug: release for release in self.published}
        self.held: dict[str, Holdings] = beside.held if beside else {}
        self.vocabulary: Vocabulary = beside.vocabulary if beside else Vocabulary()
        self.filter = SalaryFilter(
            query,
            queryset=PayFigure.objects.with_provenance(),
            vocabulary=self.vocabulary,
            releases=self.releases,
            holdings=self._holdings,
        )

    def is_valid(self) -> bool:
        """Whether the query is understood whole and its page exists."""
        if not (self.filter.is_valid() and self._is_answerable()):
            return False
        pages = self.answer.pages
        if self.asked.page > pages:
            message = ngettext(
                "Page {page} does not exist: there is only one page.",
                "Page {page} does not exist: there are {pages} pages.",
                pages,
            )
            self.filter.form.add_error("page", message.format(page=self.asked.page, pages=pages))
        return not self.filter.form.errors

    def _is_answerable(self) -> bool:
        """Refuse a view of more than one request should answer."""
        refusal = too_wide(self.places, releases=len(self.span))
        if refusal and self.asked.view is not View.BANDS:
            self.filter.form.add_error("view", refusal)
        return not self.filter.form.errors

    def redirect(self, path: str) -> str | None:
        """Return where a query that uses another name of a city is answered."""
        data = self.filter.without_aliases()
        return f"{path}?{data.urlencode()}" if data is not None else None

    @cached_property
    def asked(self) -> Slice:
        return self.filter.slice

    @cached_property
    def release(self) -> DataRelease | None:
        """The release that the query pins, or the newest; None before the first."""
        pinned = self.asked.release
        return self.releases[pinned] if pinned else next(iter(self.releases.values()), None)

    @cached_property
    def places(self) -> Slice:
        """The slice where it is answered."""
        return cities.places(self.asked, self.vocabulary)

    def _holdings(self, named: str) -> Holdings:
        """Return what the release of that name holds, or the newest one; each is read once."""
        release = self.releases.get(named) or next(iter(self.releases.values()), None)
        slug = release.slug if release else ""
        if slug not in self.held:
            has_observations = release is not None and self.published[release]
            snapshot = snapshot_of(release) if release and has_observations else None
            self.held[slug] = Holdings(release, snapshot)
        return self.held[slug]

    @cached_property
    def ledger(self) -> Ledger:
        """The figures and factors that the slice rests on; four queries at most."""
        return self.ledger_of(self.release)

    def ledger_of(self, release: DataRelease | None) -> Ledger:
        return self._ledger(cast(PayFigureQuerySet, self.filter.qs), self.places, release)

    def _ledger(
        self, behind: PayFigureQuerySet, asked: Slice, release: DataRelease | None
    ) -> Ledger:
        figures = behind.of_release(release)
        factors = Factor.objects.of_release(release).behind(asked).with_sources()
        return Ledger(list(figures), list(factors), self.observed_in(release))

    @cached_property
    def counts(self) -> Counts | None:
        """How many rows each choice of a filter has; four queries at most.

        Only the bands have a row for each figure of a choice; other views say no counts.
        """
        if self.asked.view is not View.BANDS:
            return None
        industries = tuple(self.filter.holdings.industries)
        choices = Choices(tuple(self.vocabulary.roles), tuple(self.vocabulary.cities), industries)
        wide = widest(self.asked, choices)
        figures = PayFigure.objects.behind(wide).with_provenance()
        return facet_counts(self.asked, self._ledger(figures, wide, self.release), choices)

    def observed_in(self, release: DataRelease | None) -> Observed | None:
        """Return what the observations of a release say; None where it holds none."""
        held = self._holdings(release.slug) if release else None
        if release is None or held is None or held.snapshot is None:
            return None
        found, named = held.snapshot, held.sources
        names = {slug: city.name for slug, city in self.vocabulary.cities.items()}
        countries = {city: self.vocabulary.country_of(city) for city in names}
        sources = {slug: source_ref(named[slug]) for slug in found.values(Facet.SOURCE)}
        known = Names(self.role_names, names, countries, sources, held.industries)
        return Observed(found, known, release)

    @cached_property
    def answer(self) -> Answer:
        """What page, chart and files say: in each view, the rows that it draws."""
        if self.asked.view is View.TREND and self.span:
            return trend.answer(self.asked, {one: self.ledger_of(one) for one in self.span})
        known = rates(self.asked, self.release)
        found = answer(self.places, self.ledger).in_money(known)
        if self.asked.view is View.CITIES:
            return cities.ranked(self.asked, found)
        if self.asked.view is View.DISTRIBUTION:
            return distribution.only(found, self.distributions)
        return found

    @cached_property
    def span(self) -> tuple[DataRelease, ...]:
        """The releases that are shown: of a trend the older ones too, the newest first."""
        most = trend.MOST_RELEASES if self.asked.view is View.TREND else 1
        releases = tuple(self.releases.values())
        start = releases.index(self.release) if self.release else 0
        return releases[start : start + most]

    @cached_property
    def distributions(self) -> tuple[Distribution, ...]:
        """How the observations of the slice spread, in its order."""
        return distribution.sorted_found(self.asked, observed(self.asked, self.ledger))

    @property
    def role_names(self) -> dict[str, str]:
        return {slug: role.name for slug, role in self.vocabulary.roles.items()}

    @cached_property
    def heading(self) -> str:
        held = self.filter.holdings
        return sentences.heading(
            self.answer,
            roles=[self.role_names[role] for role in self.asked.roles],
            cities=[self.vocabulary.cities[city].name for city in self.asked.cities],
            industries=[held.industries[slug][0] for slug in self.asked.industries],
            sources=[held.sources[slug].short_name for slug in self.asked.sources],
        )

    @property
    def title(self) -> str:
        """The heading with sample and release, for the title of page and chart."""
        text = gettext(", release {release}")
        release = text.format(release=self.release) if self.release else ""
        counted = trend.counted(self.answer, str(self.release))
        return f"{self.heading} ({sentences.samples(counted)}{release})"
