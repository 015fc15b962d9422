"""The template for files of observations: its columns, and what each may hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.timezone import localdate

from roles.choices import Level
from roles.models import Source
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import CompanySize, Country, Currency, EmploymentType, PayKind, WorkPlace
from salaries.models.years import EARLIEST_YEAR
from salaries.observations import cells
from salaries.observations.cells import CellError, OutOfScopeError, Reader, needed, text, word

# From this year on a row counts as current, unless the file says otherwise.
CURRENT_SINCE = 2023
# Leaves room for the flag that a check adds.
LONGEST_FLAGS = 170


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the template; words are all that it may hold, where it holds fixed words."""

    name: str
    meaning: str
    example: str = ""
    words: tuple[str, ...] = ()
    is_needed: bool = False


def _words(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


TEMPLATE = (
    Column("key", "Names the row for good. Empty: made from what the row says.", "advert-0001"),
    Column("source", "Slug of a source of the guide.", "aijobs-2025-01", is_needed=True),
    Column("role", "Slug of a role of the guide.", "product-manager", is_needed=True),
    Column("title", "The job title as in the source.", "Product Manager"),
    Column("level", "Career level.", "senior", _words(Level.values)),
    Column("country", "Country.", "united-states", _words(Country.values), is_needed=True),
    Column("city", "City as in the source; kept as text where the guide has no such city."),
    Column("region", "State or province as in the source.", "CA"),
    Column("size", "Company size class.", "", _words(CompanySize.values)),
    Column("industry", "Industry as in the source."),
    Column("employment_type", "Employment.", "full-time", _words(EmploymentType.values)),
    Column("remote", "Where the work is done.", "remote", _words(WorkPlace.values)),
    Column(
        "pay_kind", "What the pay covers.", "advertised", _words(PayKind.values), is_needed=True
    ),
    Column("currency", "ISO 4217 code.", "USD", _words(Currency.values), is_needed=True),
    Column("period", "Pay is per year; empty means the same.", "year", ("year",)),
    Column(
        "pay",
        "What is compared: the filed wage, the midpoint of the advertised range, or the stated "
        "total. Whole units of the currency per year, before tax, digits only.",
        "180000",
        is_needed=True,
    ),
    Column("low", "Lower end of an advertised range.", "160000"),
    Column("high", "Upper end of an advertised range.", "200000"),
    Column("year", "Year of the observation, none to come.", "2025", is_needed=True),
    Column("years_experience", "Years of work experience, to a tenth."),
    Column("repeat_count", "How many identical adverts the row stands for; empty: one.", "1"),
    Column("is_current", f"Empty: yes from {CURRENT_SINCE} on.", "yes", ("yes", "no")),
    Column("usable", "Whether figures may rest on the row; empty: yes.", "yes", ("yes", "no")),
    Column(
        "flags",
        "Why a row is not usable, or what to know; separated by semicolons. The flag “checked” "
        "says that a steward has seen a suspicious amount and found it right.",
    ),
)
NAMES = tuple(column.name for column in TEMPLATE)
NEEDED = tuple(column.name for column in TEMPLATE if column.is_needed)
# What a value is called in the table, where that is not the name of its column.
FIELD_OF = {"source": "source_id", "role": "role_id", "title": "title_raw", "city": "city_raw"}
FIELDS = (
    *(FIELD_OF.get(name, name) for name in NAMES if name != "period"),
    "city_id",
)


class Known:
    """The words of the database that a file may use; four queries."""

    def __init__(self) -> None:
        vocabulary = Vocabulary()
        self.roles = {slug: role.pk for slug, role in vocabulary.roles.items()}
        self.sources = dict(Source.objects.values_list("slug", "pk"))
        self.cities = {(city.country, slug): city for slug, city in vocabulary.cities.items()} | {
            (vocabulary.cities[slug].country, alias): vocabulary.cities[slug]
            for alias, slug in vocabulary.aliases.items()
        }

    def readers(self) -> dict[str, Reader]:
        """Return how each column of the template is read."""
        countries = {country.value: country.value for country in Country}
        labels = {country.label.lower(): country.value for country in Country}
        return {
            "key": text(cells.LONGEST_KEY),
            "source": needed(word(self.sources)),
            "role": needed(word(self.roles, error=OutOfScopeError)),
            "title": text(200),
            "level": word(_same(Level.values)),
            "country": needed(word(countries | labels, error=OutOfScopeError)),
            "city": text(120),
            "region": text(80),
            "size": word(_same(CompanySize.values)),
            "industry": text(120),
            "employment_type": word(_same(EmploymentType.values)),
            "remote": word(_same(WorkPlace.values)),
            "pay_kind": needed(word(_same(PayKind.values))),
            "currency": needed(word({code.lower(): code for code in Currency.values})),
            "period": word({"year": "year"}, empty="year"),
            "pay": needed(cells.amount),
            "low": cells.amount,
            "high": cells.amount,
            "year": needed(year_until(localdate().year)),
            "years_experience": cells.experience,
            "repeat_count": cells.times,
            "is_current": cells.yes_no(empty=None),
            "usable": cells.yes_no(empty=True),
            "flags": text(LONGEST_FLAGS),
        }

    def city(self, country: str, city: str, region: str) -> int | None:
        """Return the city of the guide that is meant, or None where there is none.

        Cities of different states share their names: where the row names a state and the
        area of the city names some, the one must be among the others.
        """
        found = self.cities.get((country, "-".join(city.lower().split())))
        if found is None:
            return None
        states = found.area.rpartition(", ")[2].split("-") if found.area else [region]
        return found.pk if not region or region in states else None


def year_until(latest: int) -> Reader:
    """Read a year that has begun: of one to come nobody can have observed a pay."""

    def read_year(cell: str) -> int:
        wrong = CellError(f"is not a year from {EARLIEST_YEAR} to {latest}, the present one")
        try:
            year = cells.year(cell)
        except CellError as error:
            raise wrong from error
        if year > latest:
            raise wrong
        return year

    return read_year


def _same(values: Iterable[str]) -> dict[str, object]:
    return {value: value for value in values}
