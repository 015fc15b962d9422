"""What the salary explorer answers, as entries: by level, city, company size and country."""

from collections.abc import Iterator

from roles.choices import Level
from salaries.choices import CompanySize, Country
from salaries.models import City
from salaries.slices import Slice
from tpmguide.models import SearchEntry
from tpmguide.search.entries.making import entry
from tpmguide.search.kinds import EntryKind

ROLE = "Technical Product Manager"
# Words for pay that the titles do not use.
PAY = "pay and salary"


def pay_entries(explorer: str) -> Iterator[SearchEntry]:
    """Give the slices that are asked for by name; explorer is the address of the page."""
    yield from countries(explorer)
    yield from levels(explorer)
    yield from cities(explorer)
    yield from sizes(explorer)


def countries(explorer: str) -> Iterator[SearchEntry]:
    for country in Country:
        text = f"{ROLE} (TPM) {PAY} in {country.in_text} by career level: {levels_said()}."
        names = (f"{country.label} salary", f"TPM salary in {country.label}")
        url = Slice(countries=(country,)).url(explorer)
        title = f"Pay in {country.in_text}"
        yield entry(EntryKind.PAY, title, url, text=(text,), names=names)


def levels(explorer: str) -> Iterator[SearchEntry]:
    for level in Level:
        text = f"{ROLE} {PAY} at {level.label} level, {level.years} of experience, in India."
        names = (f"{level.label} TPM pay", f"{level.label} {ROLE} salary", f"{level.years}")
        url = Slice(levels=(level,)).url(explorer)
        title = f"Pay at {level.label} level"
        yield entry(EntryKind.PAY, title, url, text=(text,), names=names)


def cities(explorer: str) -> Iterator[SearchEntry]:
    levels = levels_said()
    for city in City.objects.by_country().prefetch_related("aliases"):
        country = Country(city.country)
        aliases = [alias.slug.replace("-", " ") for alias in city.aliases.all()]
        text = (
            f"{ROLE} (TPM) {PAY} in {city.name}, {country.label}, by career level: {levels}.",
            f"The area counted: {city.area}." if city.area else "",
        )
        url = Slice(countries=(country,), cities=(city.slug,)).url(explorer)
        names = (city.name, *(alias.title() for alias in aliases))
        yield entry(EntryKind.PAY, f"Pay in {city.name}", url, text=text, names=names)


def sizes(explorer: str) -> Iterator[SearchEntry]:
    for size in CompanySize:
        label = f"{size.word} companies"
        text = f"{ROLE} {PAY} by career level in a company of this size: {size.label.lower()}."
        url = Slice(sizes=(size,)).url(explorer)
        title = f"Pay in {label}"
        yield entry(EntryKind.PAY, title, url, text=(text,), names=(f"{label} salary",))


def levels_said() -> str:
    return ", ".join(str(level.label) for level in Level)
