"""The figures, ratios, observations and rates of a source, each with where they are shown."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.cited import counted
from roles.models import Source
from salaries.choices import CompanySize, Country, Dimension, Kind, View
from salaries.models import City, DataRelease, ExchangeRate, Factor, PayFigure, PurchasingPower
from salaries.releases.counts import said_by_source
from salaries.slices import Slice
from tpmguide.source_page.items import Group, Item

NOT_SHOWN = gettext_lazy("kept with the data, in no figure yet")


def pay_groups(source: Source, release: DataRelease | None) -> Iterator[Group]:
    """Give what rests on the source in this release, and the rates, which belong to none.

    Only ratios are listed one by one.
    """
    figures = PayFigure.objects.of_release(release).filter(source=source).with_provenance()
    factors = Factor.objects.of_release(release).filter(sources=source).with_sources()
    compared = set(Factor.objects.of_release(release).premiums())
    ratios = (ratio_item(factor, is_compared=factor in compared) for factor in factors)
    number = said_by_source(release).get(source.slug, 0)
    rates = ExchangeRate.objects.filter(source=source)
    powers = PurchasingPower.objects.filter(source=source)
    cities = City.objects.filter(position_source=source)
    groups = (
        Group(gettext("Pay figures"), tuple(figure_items(figures)), is_counted=False),
        Group(gettext("Pay ratios"), tuple(ratios)),
        Group(gettext("Observations"), tuple(observation_items(number)), is_counted=False),
        Group(gettext("Exchange rates"), tuple(rate_items(list(rates))), is_counted=False),
        Group(gettext("Purchasing power"), tuple(power_items(list(powers))), is_counted=False),
        Group(gettext("Positions of cities"), tuple(position_items(cities)), is_counted=False),
    )
    yield from (group for group in groups if group.items)


def figure_items(figures: Iterable[PayFigure]) -> Iterator[Item]:
    """Give one item for the figures of a role, a place and a kind, with their slice."""
    counts = Counter((figure.role, figure.country, figure.city, figure.kind) for figure in figures)
    for (role, country, city, kind), number in counts.items():
        asked = Slice(
            roles=(role.slug,),
            countries=(Country(country),),
            cities=(city.slug,) if city else (),
        )
        label = f"{role.name}, {city.name if city else Country(country).label}"
        said = f"{counted(number, 'figure')}, {Kind(kind).label.lower()}"
        yield Item(label, asked.url(reverse("salaries:explorer")), said)


def ratio_item(factor: Factor, *, is_compared: bool) -> Item:
    """Return the ratio with the slice that it is part of, or the page that compares premiums."""
    url = reverse("salaries:premium") if is_compared else slice_url(factor)
    about = f"{Dimension(factor.dimension).label.lower()}, {factor.get_country_display()}"
    return Item(factor.label, url, about if url else f"{about}; {NOT_SHOWN}")


def slice_url(factor: Factor) -> str:
    if not factor.used_in_estimates:
        return ""
    asked = Slice(
        countries=(Country(factor.country),),
        cities=(factor.city.slug,) if factor.city else (),
        sizes=tuple(size for size in CompanySize if size == factor.size),
    )
    return asked.url(reverse("salaries:explorer"))


def observation_items(number: int) -> Iterator[Item]:
    """Give how many there are, as it may be said, with the counts of the release."""
    if number:
        yield Item(counted(number, "observation"), f"{reverse('releases:quality')}#sources")


def rate_items(rates: Collection[ExchangeRate]) -> Iterator[Item]:
    if rates:
        years = [rate.year for rate in rates]
        currencies = {rate.currency for rate in rates}
        label = gettext("{averages}, {start} to {end}").format(
            averages=counted(len(rates), "annual average"), start=min(years), end=max(years)
        )
        said = gettext("{number} currencies per US dollar; those of the rupee are printed").format(
            number=len(currencies)
        )
        yield Item(label, f"{reverse('method')}#money", said)


def position_items(cities: Iterable[City]) -> Iterator[Item]:
    """Give one item for the cities of a country, with the view that maps them."""
    explorer = reverse("salaries:explorer")
    counts = Counter(Country(city.country) for city in cities)
    for country, number in counts.items():
        url = Slice(countries=(country,), view=View.CITIES).url(explorer)
        yield Item(counted(number, "city"), url, str(country.label))


def power_items(powers: Collection[PurchasingPower]) -> Iterator[Item]:
    if powers:
        years = [power.year for power in powers]
        label = gettext("{values}, {start} to {end}").format(
            values=counted(len(powers), "annual value"), start=min(years), end=max(years)
        )
        countries = {power.country for power in powers}
        said = gettext("{number} countries, in what a US dollar buys in the United States").format(
            number=len(countries)
        )
        yield Item(label, f"{reverse('method')}#money", said)
