"""A slice in one parameter: a=level:senior,city:pune."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from roles.querystring import echo
from salaries.choices import Country
from salaries.slices import DEFAULT_ROLE, Slice

LETTERS = ("a", "b", "c", "d")
NAMES = ("role", "level", "country", "city", "size")
LONGEST = 200


def query_of(text: str) -> QueryDict:
    """Return the slice as the explorer's own parameters; ValidationError for another text."""
    if len(text) > LONGEST:
        raise ValidationError(gettext("Give at most {count} characters.").format(count=LONGEST))
    query = QueryDict(mutable=True)
    for part in filter(None, text.split(",")):
        name, _, value = part.partition(":")
        if name not in NAMES or not value:
            raise ValidationError(
                gettext(
                    "“{part}” is not understood. Write name:value, such as level:senior."
                ).format(part=echo(part))
                + " "
                + gettext("The names are: {names}.").format(names=", ".join(NAMES))
            )
        if name in query:
            raise ValidationError(gettext("Give {name} once.").format(name=name))
        query[name] = value
    return query


def text_of(asked: Slice) -> str:
    """Return the slice of one person as a parameter: fixed order, no defaults."""
    return ",".join(f"{name}:{value}" for name, value in _parts(asked))


def _parts(asked: Slice) -> Iterator[tuple[str, str]]:
    if asked.roles != (DEFAULT_ROLE,):
        yield "role", asked.roles[0]
    yield from (("level", level.value) for level in asked.levels)
    if not asked.cities and asked.countries != (Country.INDIA,):
        yield "country", asked.countries[0].value
    yield from (("city", city) for city in asked.cities)
    yield from (("size", size.value) for size in asked.sizes)


def from_fields(query: QueryDict) -> QueryDict | None:
    """Return the query with the fields of the form, such as a.level, joined into slices.

    A slice without a level is left out, as the form says, unless none has one: then what was
    chosen is refused for it. None where the query is no form's.
    """
    if not any(field_name(letter, name) in query for letter in LETTERS for name in NAMES):
        return None
    joined = QueryDict(mutable=True)
    levelled = [letter for letter in LETTERS if query.get(field_name(letter, "level"))]
    for letter in levelled or LETTERS:
        values = ((name, query.get(field_name(letter, name))) for name in NAMES)
        if text := ",".join(f"{name}:{value}" for name, value in values if value):
            joined[letter] = text
    if release := query.get("release"):
        joined["release"] = release
    return joined


def field_name(letter: str, name: str) -> str:
    return f"{letter}.{name}"
