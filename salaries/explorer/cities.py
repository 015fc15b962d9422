"""Every city of a country beside the others: ranked, one kind of figure and of pay at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext

from salaries.answering.answers import Answer, Rows
from salaries.answering.figure_rows import source_ref
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import Country, Kind, View
from salaries.explorer import bands
from salaries.explorer.samples import samples
from salaries.explorer.sentences import listed
from salaries.explorer.series import Chart, Line, about, identity, together
from salaries.maps.drawing import Spot, drawn, is_within
from salaries.origins import SourceRef
from salaries.rows import PayRow
from salaries.slices import Slice


def places(asked: Slice, vocabulary: Vocabulary) -> Slice:
    """Return the slice, in the view of cities in every one of its countries."""
    if asked.view is not View.CITIES:
        return asked
    cities = (slug for slug in vocabulary.cities if vocabulary.country_of(slug) in asked.countries)
    return replace(asked, cities=tuple(cities))


def ranked(asked: Slice, found: Answer) -> Answer:
    """Return the figures of cities in the answer to the slice in all places, the highest pay first.

    A city with too little has no row of its own: the country in its place says nothing of it.
    """
    rows = [row for row in (*found.rows, *found.claims) if row.city_slug]
    lists = together(rows, _list_of)
    return found.charted(asked, (tuple(sorted(rows, key=_by_pay)) for rows in lists))


def _list_of(row: PayRow) -> tuple[object, ...]:
    """Return what a list is about: all but the city."""
    return identity(replace(row, city_slug=""))


def _by_pay(row: PayRow) -> tuple[object, ...]:
    return (*(-amount for amount in _pay(row)), row.city)


def _pay(row: PayRow) -> tuple[float, ...]:
    """Return what decides the rank: the median, or both ends where there is none.

    Those of a modelled band are taken before they are rounded: its ratio decides, not the rounding.
    """
    if row.working:
        return row.working.ends
    if row.kind is Kind.OBSERVED and row.p50 is not None:
        return (row.p50,)
    return (row.low, row.high)


def charts(found: Answer, vocabulary: Vocabulary, path: str) -> tuple[Chart, ...]:
    """Return a ranking for each list of the page, with a link to the bands of each city."""
    return tuple(_chart(rows, found.asked, vocabulary, path) for rows in found.page_charts)


def _chart(rows: Rows, asked: Slice, vocabulary: Vocabulary, path: str) -> Chart:
    panel = bands.panel(rows, [row.city for row in rows])
    urls = {slug: _url(slug, asked, path) for slug in vocabulary.cities}
    lines = {
        row.city_slug: Line(
            row.city,
            urls[row.city_slug],
            bar,
            rank=1 + sum(_pay(other) > _pay(row) for other in rows),
            is_chosen=row.city_slug in asked.cities,
        )
        for row, bar in zip(rows, panel.bars, strict=True)
    }
    # Beside a broader list, of every size, stands the one whose cities have enough of the size.
    is_broader = bool(asked.sizes) and not rows[0].size
    missing = {} if is_broader else _missing(rows, vocabulary)
    lines |= {
        slug: Line(name, urls[slug], None, is_chosen=slug in asked.cities)
        for slug, name in missing.items()
    }
    located = _located(lines, vocabulary)
    return Chart(
        _title(rows),
        _sentence(rows, missing),
        gettext("City"),
        tuple(lines.values()),
        panel,
        map=drawn(rows[0].country, list(located)) if located else None,
        located_by=tuple(dict.fromkeys(located.values())),
    )


def _located(lines: Mapping[str, Line], vocabulary: Vocabulary) -> dict[Spot, SourceRef]:
    """Return where the cities of the lines lie, and who says so, of those that a map can show."""
    found = {}
    for slug, line in lines.items():
        city = vocabulary.cities[slug]
        position, source = city.position, city.position_source
        if position and source and is_within(Country(city.country), *position):
            spot = Spot(city.name, *position, str(line.rank or ""), is_chosen=line.is_chosen)
            found[spot] = source_ref(source)
    return found


def _title(rows: Rows) -> str:
    """Return what a ranking is about; a modelled one, which says so already, has no sample."""
    if rows[0].is_modelled:
        text = gettext("{about}, by city (release {release})")
    else:
        text = gettext("{about}, by city ({sample}, release {release})")
    described = about(rows[0], with_place=False)
    return text.format(about=described, sample=samples(rows), release=rows[0].release)


def _url(city: str, asked: Slice, path: str) -> str:
    return replace(asked, cities=(city,)).seen_as(View.BANDS).url(path)


def _missing(rows: Rows, vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the cities of the country without a row: hidden and empty ones are the same."""
    present = {row.city_slug for row in rows}
    return {
        slug: city.name
        for slug, city in vocabulary.cities.items()
        if vocabulary.country_of(slug) is rows[0].country and slug not in present
    }


def _sentence(rows: Rows, missing: Mapping[str, str]) -> str:
    text = f"{'; '.join(_ends(rows))}."
    if missing:
        return f"{text} " + gettext("Not enough data for {cities}.").format(
            cities=listed(sorted(missing.values()))
        )
    return text


def _ends(rows: Sequence[PayRow]) -> Iterator[str]:
    """Yield the cities with the highest pay, and those with the lowest where it is another."""
    words = gettext("Highest in {city} ({pay})"), gettext("lowest in {city} ({pay})")
    for word, pay in zip(words, dict.fromkeys(map(_pay, (rows[0], rows[-1]))), strict=False):
        alike = [row for row in rows if _pay(row) == pay]
        cities = listed([row.city for row in alike])
        yield word.format(city=cities, pay=alike[0].middle)
