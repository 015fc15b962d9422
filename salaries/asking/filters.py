"""The only reader of the explorer's query string."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, cast

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.choices import Level
from roles.querystring import unknown_names
from salaries.asking.combinations import refused_together
from salaries.asking.fields import PageField, SlugField, SlugsField, Words, words_in
from salaries.asking.holdings import Holdings
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import Basis, CompanySize, Country, Currency, Kind, View
from salaries.models import DataRelease, PayFigure
from salaries.models.figures import PayFigureQuerySet
from salaries.slices import DEFAULT_ROLE, DEFAULT_SORT, SORTS, Slice

LAST_PAGE = 999


def nothing_held(_release: str) -> Holdings:
    return Holdings(None, None)


class SlugsFilter(django_filters.Filter):
    field_class = SlugsField

    def __deepcopy__(self, _: object) -> Self:
        """Copy what a request says anew, the words, and not what is alike in all requests."""
        own = copy(self)
        own.extra = dict(self.extra)
        return own


class SlugFilter(SlugsFilter):
    field_class = SlugField


class ReleaseField(SlugField):
    """One published release, or none."""

    def refusal(self, unknown: Sequence[str]) -> str:
        """Return what is said of other releases: of a withdrawn one, where it is explained."""
        if not self.words:
            return gettext("No data release is published yet.")
        withdrawn = set(DataRelease.objects.withdrawn().values_list("slug", flat=True))
        for slug in withdrawn.intersection(unknown):
            text = gettext("{release} was withdrawn; {page} says more. Choose from: {choices}.")
            page = reverse("releases:release", args=[slug])
            return text.format(release=slug, page=page, choices=", ".join(self.words))
        return super().refusal(unknown)


class ReleaseFilter(SlugsFilter):
    field_class = ReleaseField


class PageFilter(SlugsFilter):
    field_class = PageField


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with one parameter, and the words that it takes."""

    name: str
    label: str
    message: str
    choices: tuple[str, ...] = ()


def words_of(field: django_filters.Filter) -> tuple[str, ...]:
    """Return the words that a filter of the explorer knows; a page number is no word."""
    return () if issubclass(field.field_class, PageField) else words_in(field.extra["words"])


class SalaryFilter(django_filters.FilterSet):
    """A query string: either a valid slice, or errors that name what would be right."""

    role = SlugsFilter(label=gettext_lazy("Role"), words=())
    level = SlugsFilter(label=gettext_lazy("Level"), words=Level.values)
    country = SlugsFilter(label=gettext_lazy("Country"), words=Country.values)
    city = SlugsFilter(label=gettext_lazy("City"), words=())
    size = SlugsFilter(label=gettext_lazy("Company size"), words=CompanySize.values)
    industry = SlugsFilter(label=gettext_lazy("Industry"), words=())
    source = SlugsFilter(label=gettext_lazy("Source"), words=())
    kind = SlugsFilter(label=gettext_lazy("Kind of figure"), words=Kind.values)
    release = ReleaseFilter(label=gettext_lazy("Data release"), words=())
    currency = SlugFilter(label=gettext_lazy("Currency"), words=Currency.values)
    basis = SlugFilter(label=gettext_lazy("Basis of amounts"), words=Basis.values)
    view = SlugFilter(label=gettext_lazy("View"), words=View.values)
    sort = SlugFilter(label=gettext_lazy("Order"), words=SORTS)
    page = PageFilter(label=gettext_lazy("Page"), words=tuple(map(str, range(1, LAST_PAGE + 1))))

    class Meta:
        model = PayFigure
        fields = ()

    def __init__(
        self,
        data: QueryDict,
        *,
        queryset: QuerySet[PayFigure],
        vocabulary: Vocabulary,
        releases: Iterable[str] = (),
        holdings: Callable[[str], Holdings] = nothing_held,
    ) -> None:
        """Read the query; holdings gives what the named release, or the newest, holds."""
        super().__init__(data, queryset=queryset)
        self.query = data
        self.vocabulary = vocabulary
        self.holdings_of = holdings
        words: dict[str, Words] = {
            "role": vocabulary.roles,
            "city": vocabulary.cities,
            "release": releases,
            "industry": lambda: self.holdings.industries,
            "source": lambda: self.holdings.sources,
        }
        for name, known in words.items():
            self.filters[name].extra["words"] = known

    @cached_property
    def holdings(self) -> Holdings:
        """What the release that the query names, or the newest, holds."""
        return self.holdings_of(next(filter(None, self.query.getlist("release")), ""))

    def is_valid(self) -> bool:
        if super().is_valid() and not self.form.errors:
            for name, message in refused_together(self.form.cleaned_data, self.vocabulary):
                self.form.add_error(name, message)
        return not self.form.errors

    @property
    def slice(self) -> Slice:
        """The query as a value; ValueError for one that is not valid."""
        if not self.is_valid():
            raise ValueError(f"not a slice: {self.refusals}")
        cleaned = self.form.cleaned_data
        return Slice(
            roles=cleaned["role"] or (DEFAULT_ROLE,),
            levels=tuple(map(Level, cleaned["level"])),
            countries=self._countries(cleaned),
            cities=cleaned["city"],
            sizes=tuple(map(CompanySize, cleaned["size"])),
            industries=cleaned["industry"],
            sources=cleaned["source"],
            kinds=tuple(map(Kind, cleaned["kind"])),
            release="".join(cleaned["release"]),
            currency=next(map(Currency, cleaned["currency"]), None),
            basis=next(map(Basis, cleaned["basis"]), Basis.MARKET),
            view=next(map(View, cleaned["view"]), View.BANDS),
            sort=cleaned["sort"][0] if cleaned["sort"] else DEFAULT_SORT,
            page=int(cleaned["page"][0]) if cleaned["page"] else 1,
        )

    @property
    def countries(self) -> tuple[Country, ...]:
        """Where the query asks, also while something else is refused; nowhere if that is."""
        cleaned = self.form.cleaned_data
        return self._countries(cleaned) if {"city", "country"} <= cleaned.keys() else ()

    @property
    def ignored(self) -> tuple[str, ...]:
        """The names of parameters that are not understood, safe to print."""
        return unknown_names(self.query, known=self.filters)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return tuple(
            Refusal(name, str(field.label), str(message), words_of(field))
            for name, field in self.filters.items()
            for message in self.form.errors.get(name, ())
        )

    def without_aliases(self) -> QueryDict | None:
        """Return the query with every alias of a city replaced; None when it has none."""
        aliases, cities = self.vocabulary.aliases, self.query.getlist("city")
        if not any(city in aliases for city in cities):
            return None
        data = self.query.copy()
        data.setlist("city", [aliases.get(city, city) for city in cities])
        return data

    def filter_queryset(self, queryset: QuerySet[PayFigure]) -> QuerySet[PayFigure]:
        """Return the stored figures that the slice, or a model of it, can rest on."""
        return cast(PayFigureQuerySet, queryset).behind(self.slice)

    def _countries(self, cleaned: Mapping[str, Any]) -> tuple[Country, ...]:
        of_cities = {self.vocabulary.country_of(city) for city in cleaned["city"]}
        named = {Country(country) for country in cleaned["country"]}
        wanted = of_cities or named or {Country.INDIA}
        return tuple(country for country in Country if country in wanted)
