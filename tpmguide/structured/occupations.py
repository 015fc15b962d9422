"""Roles and career levels as Occupations, with the pay that is known of them."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from roles.cited import Cited
from roles.guide import RoleGuide
from roles.levels import LevelPage
from roles.models import Role
from salaries.choices import STORED_KINDS, Country
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from salaries.rows import PayRow
from tpmguide.structured.json_ld import Absolute, Node
from tpmguide.structured.pay import salary

# The section of a role page that lists what the role answers for.
RESPONSIBILITIES = "responsibilities"


def of_role(guide: RoleGuide, known: Known, absolute: Absolute) -> Iterator[Node]:
    """Give the role once for each country of which pay by level is known."""
    role = guide.role
    about: Node = {
        "@type": "Occupation",
        "name": role.name,
        "description": role.summary,
        "url": absolute(role.get_absolute_url()),
    }
    if duties := [duty.title for duty in responsibilities(guide)]:
        about["responsibilities"] = duties
    paid = list(in_countries(about, pay_by_level(role, known), absolute))
    yield from paid or [about]


def of_level(page: LevelPage, pay: dict[str, Any], absolute: Absolute) -> Iterator[Node]:
    """Give the level of a role, with what its page shows of the pay of this role itself."""
    about = {
        "@type": "Occupation",
        "name": page.title,
        "description": page.scope.text,
        "url": absolute(page.trail[-1].url),
        "experienceRequirements": page.level.years,
    }
    own = [row for row in pay["rows"] if row.role == page.role.name]
    yield from list(in_countries(about, own, absolute)) or [about]


def in_countries(about: Node, rows: Sequence[PayRow], absolute: Absolute) -> Iterator[Node]:
    for country in Country:
        if here := [salary(row, absolute) for row in rows if row.country is country]:
            place = {"@type": "Country", "name": str(country.label)}
            yield {**about, "occupationLocation": place, "estimatedSalary": here}


def pay_by_level(role: Role, known: Known) -> list[PayRow]:
    """Return the role's own pay by level as the explorer has it; none is modelled, none stands in.

    So nothing is said here that the observations of the release are too few to say.
    """
    wanted = {"role": [role.slug], "country": list(Country), "kind": list(STORED_KINDS)}
    found = Explorer(QueryDict(urlencode(wanted, doseq=True)), known).answer
    return [row for row in found.rows if row.role_slug == role.slug]


def responsibilities(guide: RoleGuide) -> Iterator[Cited]:
    for block in guide.blocks:
        if block.anchor == RESPONSIBILITIES:
            for group in block.groups:
                yield from group.claims
