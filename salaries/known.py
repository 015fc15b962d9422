"""What the database says to every slice: read once, and kept while nothing is committed to it."""

from collections.abc import Callable, Hashable
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar, cast

from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import get_language

from roles.choices import Section
from roles.models import Statement
from salaries import garbage
from salaries.answering.figure_rows import source_ref
from salaries.answering.ledger import Ledger
from salaries.asking.holdings import Holdings
from salaries.asking.vocabulary import Vocabulary
from salaries.engine.facets import Facet
from salaries.environ import STATE
from salaries.models import DataRelease, Factor
from salaries.models.figures import PayFigureQuerySet
from salaries.observed.figures import Observed
from salaries.observed.row import Names
from salaries.observed.snapshots import published, snapshot_of
from salaries.slices import Slice

# Of each release the choices of roles and countries that differ in what is behind them.
MOST_LEDGERS = 64
# The parts of pages that are the same on many, and what they are made of.
MOST_MADE = 256
# A request that began before a commit may still ask for the state before.
MOST_KEPT = 2
# Where a request has what is known, by language: it may be answered in two.
KNOWN = "tpmguide.known"

Release = DataRelease | None
Made = TypeVar("Made")


class Known:
    """The releases, their words and their figures; each is read when it is first asked for."""

    def __init__(self) -> None:
        # Whether every snapshot that was asked for was there: what is answered without one may
        # be another answer in a minute, with nothing committed.
        self.is_whole = True
        self._held: Callable[[Release], Holdings] = cache(self._read_holdings)
        self._factors: Callable[[Release], list[Factor]] = cache(self._read_factors)
        # The ratios of role to role, each with its sources.
        self.premiums: Callable[[Release], list[Factor]] = cache(self._read_premiums)
        # What the observations say, None where there are none: one for all ledgers, because it
        # keeps thousands of rows.
        self.observed: Callable[[Release], Observed | None] = cache(self._read_observed)
        self._ledgers: dict[tuple[object, ...], Ledger] = {}
        self._made: dict[Hashable, Any] = {}

    @cached_property
    def published(self) -> dict[DataRelease, bool]:
        """The published releases, the newest first, and whether each holds observations."""
        return published()

    @cached_property
    def releases(self) -> dict[str, DataRelease]:
        return {release.slug: release for release in self.published}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary()

    def holdings(self, named: str) -> Holdings:
        """Return what the release of that name holds, or the newest one."""
        release = self.releases.get(named) or next(iter(self.releases.values()), None)
        return self._held(release)

    def once(self, about: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is made of nothing but what is known and what about names: once."""
        if about in (made := self._made):
            return cast(Made, made[about])
        # Another thread may be reading, so what is kept stays as it is for it.
        if len(made) >= MOST_MADE:
            made = self._made = {}
        return cast(Made, made.setdefault(about, make()))

    def _read_holdings(self, release: Release) -> Holdings:
        if release is None or not self.published[release]:
            return Holdings(release, None)
        snapshot = snapshot_of(release)
        if snapshot is None:
            self.is_whole = False
            _kept.cache_clear()
        return Holdings(release, snapshot)

    def ledger(
        self, behind: Callable[[], PayFigureQuerySet], asked: Slice, release: Release
    ) -> Ledger:
        """Return the figures behind a slice, with the ratios that it may need and what is observed.

        Which those are depends on its roles and countries, and on whether it is about a place.
        """
        key = (release, asked.roles, asked.countries, asked.is_local)
        found = self._ledgers.get(key)
        if found is None:
            figures = list(behind().of_release(release))
            factors = self._factors(release) if asked.is_local else []
            country_of = self.vocabulary.country_of
            found = Ledger(figures, factors, country_of, self.observed(release))
            # Another thread may be reading, so what is kept may go, but never between two lines.
            if len(self._ledgers) >= MOST_LEDGERS:
                self._ledgers.clear()
            self._ledgers[key] = found
        return found

    def _read_observed(self, release: Release) -> Observed | None:
        held = self.holdings(release.slug) if release else None
        if release is None or held is None or held.snapshot is None:
            return None
        found, named = held.snapshot, held.sources
        cities = {slug: city.name for slug, city in self.vocabulary.cities.items()}
        countries = {city: self.vocabulary.country_of(city) for city in cities}
        sources = {slug: source_ref(named[slug]) for slug in found.values(Facet.SOURCE)}
        names = Names(self.role_names, cities, countries, sources, held.industries)
        return Observed(found, names, release)

    @cached_property
    def pay_factors(self) -> list[Statement]:
        """What the sources say of pay without a number."""
        return list(Statement.objects.of_section(Section.PAY_FACTORS).with_sources().in_order())

    def _read_premiums(self, release: Release) -> list[Factor]:
        return list(Factor.objects.of_release(release).premiums().with_sources())

    @property
    def role_names(self) -> dict[str, str]:
        return {slug: role.name for slug, role in self.vocabulary.roles.items()}

    def _read_factors(self, release: Release) -> list[Factor]:
        return list(Factor.objects.of_release(release).used_in_estimates().with_sources())


@lru_cache(maxsize=MOST_KEPT)
def _kept(_state: str, _prefix: str) -> dict[str | None, Known]:
    """Return where what is known in a state is kept, by language: links lead to pages in it.

    They lead below the prefix of the site too, which a request may name.
    """
    if _kept.cache_info().currsize:
        # What was kept of another state is garbage soon.
        garbage.look_everywhere()
    return {}


def known(request: HttpRequest) -> Known:
    """Return what is known in the state of the database, the same to whatever the request asks.

    Where the request does not say the state, it is what this request has read itself.
    """
    # Not an attribute: the library of the API wraps the request, and shares only this with it.
    by_language: dict[str | None, Known] = request.META.setdefault(KNOWN, {})
    language, state = get_language(), request.META.get(STATE)
    if language not in by_language:
        kept = {} if state is None else _kept(state, get_script_prefix())
        by_language[language] = kept.setdefault(language, Known())
    return by_language[language]


def is_whole(request: HttpRequest) -> bool:
    """Whether every snapshot was there that the answer to this request rests on."""
    return all(known.is_whole for known in request.META.get(KNOWN, {}).values())
