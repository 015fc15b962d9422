"""One request to the explorer: its query read once, its answer and what surrounds it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Self, cast

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from salaries.answering.answers import Answer, answer, observed
from salaries.answering.conversion import Rate
from salaries.answering.facets import Choices, Counts, facet_counts, widest
from salaries.answering.ledger import Ledger
from salaries.answering.rates import rates
from salaries.asking.filters import SalaryFilter
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import Currency, View
from salaries.explorer import cities, distribution, sentences, trend
from salaries.explorer.breadth import too_wide
from salaries.explorer.samples import samples
from salaries.known import Known
from salaries.models import DataRelease, PayFigure
from salaries.models.figures import PayFigureQuerySet
from salaries.observed.spread import Distribution
from salaries.slices import Slice


class Explorer:
    """What page, chart and file of one query string have in common."""

    def __init__(self, query: QueryDict, known: Known) -> None:
        """Read the query; what is known already is not asked of the database again."""
        self.known = known
        self.filter = SalaryFilter(
            query,
            queryset=PayFigure.objects.with_provenance(),
            vocabulary=self.vocabulary,
            releases=self.releases,
            holdings=self.known.holdings,
        )

    @property
    def vocabulary(self) -> Vocabulary:
        return self.known.vocabulary

    @property
    def releases(self) -> Mapping[str, DataRelease]:
        """The published releases by slug, the newest first."""
        return self.known.releases

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

    def without_refused(self) -> Self:
        """Return the query less what is refused of it, and then of the rest: its first page."""
        if self.filter.is_valid() and self._is_answerable():
            return self
        rest = self.filter.query.copy()
        for name in ("page", *(refusal.name for refusal in self.filter.refusals)):
            rest.pop(name, None)
        return type(self)(rest, self.known).without_refused()

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

    @cached_property
    def ledger(self) -> Ledger:
        """The figures and factors that the slice rests on."""
        return self.ledger_of(self.release)

    def ledger_of(self, release: DataRelease | None) -> Ledger:
        return self.known.ledger(
            lambda: cast(PayFigureQuerySet, self.filter.qs), self.places, release
        )

    @cached_property
    def counts(self) -> Counts | None:
        """How many rows each choice of a filter has; four queries at most.

        None where a figure is not a row: of cities those with too little have none, in place of
        the country's; a trend has as many of a figure as there are releases and years.
        """
        if self.asked.view in {View.CITIES, View.TREND}:
            return None
        held, known = self.filter.holdings, self.vocabulary
        cities = {slug: known.country_of(slug) for slug in known.cities}
        choices = Choices(tuple(known.roles), cities, tuple(held.industries))
        wide = widest(self.asked, choices)
        ledger = self.known.ledger(
            lambda: PayFigure.objects.behind(wide).with_provenance(), wide, self.release
        )
        return facet_counts(self.asked, ledger, choices)

    @cached_property
    def answer(self) -> Answer:
        """What page, chart and files say: in each view, the rows that it draws."""
        if self.asked.view is View.TREND and self.span:
            return trend.answer(self.asked, {one: self.ledger_of(one) for one in self.span})
        found = answer(self.places, self.ledger).in_money(self.rates)
        if self.asked.view is View.CITIES:
            return cities.ranked(self.asked, found)
        if self.asked.view is View.DISTRIBUTION:
            return distribution.only(found, self.distributions)
        return found

    @cached_property
    def rates(self) -> dict[Currency, Rate]:
        """What the amounts of each currency are multiplied with, where they are converted."""
        return rates(self.asked, self.release)

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
        return self.known.role_names

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
        return f"{self.heading} ({samples(counted)}{release})"
