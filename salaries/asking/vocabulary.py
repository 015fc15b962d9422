"""The words of a query string that are kept in the database."""

from collections.abc import Collection, Iterable, Iterator

from roles.models import Role
from roles.options import Option, OptionGroup, options
from salaries.choices import Country
from salaries.models import City, CityAlias


class Vocabulary:
    """The roles, cities and aliases that a query may name; three database queries."""

    def __init__(self) -> None:
        self.roles = {role.slug: role for role in Role.objects.all()}
        cities = City.objects.by_country().select_related("position_source")
        self.cities = {city.slug: city for city in cities}
        self.aliases = dict(CityAlias.objects.values_list("slug", "city__slug"))

    def role_options(self, chosen: Iterable[str]) -> tuple[Option, ...]:
        return options(((role.slug, role.name) for role in self.roles.values()), chosen)

    def city_options(self, chosen: Collection[str]) -> tuple[OptionGroup, ...]:
        """Return the cities to choose from, country by country."""
        return tuple(
            OptionGroup(str(country.label), options(self._named(country), chosen))
            for country in Country
        )

    def _named(self, country: Country) -> Iterator[tuple[str, str]]:
        for city in self.cities.values():
            if city.country == country:
                yield city.slug, city.name

    def country_of(self, city: str) -> Country:
        return Country(self.cities[city].country)
