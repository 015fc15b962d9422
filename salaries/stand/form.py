"""The form of the page, as it was filled in, also where that was not understood."""

from dataclasses import dataclass

from django.http import QueryDict

from roles.choices import Level
from roles.options import Option, OptionGroup, options
from roles.querystring import echo
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import CompanySize, Country
from salaries.slices import DEFAULT_ROLE
from salaries.stand.asking import OWN_PAY_KINDS


@dataclass(frozen=True, slots=True)
class Form:
    pay: str
    pay_kinds: tuple[Option, ...]
    roles: tuple[Option, ...]
    levels: tuple[Option, ...]
    cities: tuple[OptionGroup, ...]
    sizes: tuple[Option, ...]
    countries: tuple[Option, ...]
    release: str


def form(query: QueryDict, vocabulary: Vocabulary) -> Form:
    def chosen(name: str, default: str = "") -> tuple[str, ...]:
        # A list in which one thing is chosen shows the last of several.
        return (query.get(name, default),)

    countries = ((country.value, f"{country.label} ({country.currency})") for country in Country)
    return Form(
        pay=echo(query.get("pay", "")),
        pay_kinds=options(((kind.value, kind.label) for kind in OWN_PAY_KINDS), chosen("pay_kind")),
        roles=vocabulary.role_options(chosen("role", DEFAULT_ROLE)),
        levels=options(((lv.value, f"{lv.label}, {lv.years}") for lv in Level), chosen("level")),
        cities=vocabulary.city_options(chosen("city")),
        sizes=options(CompanySize.choices, chosen("size")),
        countries=options(countries, chosen("country")),
        release=echo(query.get("release", "")),
    )
