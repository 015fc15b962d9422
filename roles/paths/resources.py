"""What helps to learn, as the page of a path lists it: who offers it, at what price, as of when."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.formats import date_format
from django.utils.translation import gettext

from roles.blocks import Block, Group
from roles.choices import Section
from roles.cited import Cited, Citing, Fact, Link
from roles.models import LearningResource


def resources_of(*sections: Section) -> list[LearningResource]:
    return list(LearningResource.objects.of_section(*sections).in_order())


def with_resources(block: Block, resources: Iterable[LearningResource], citing: Citing) -> Block:
    """Return the block of a section with the resources of that section below its statements."""
    listed = tuple(_resource(item, citing) for item in resources if item.section == block.anchor)
    if not listed:
        return block
    return replace(block, groups=(*block.groups, Group(gettext("Named by a source"), listed)))


def _resource(resource: LearningResource, citing: Citing) -> Cited:
    where = Link(resource.url, resource.url)
    facts = [
        Fact(gettext("Publisher"), resource.publisher),
        Fact(gettext("Cost"), resource.cost),
        Fact(gettext("Length"), resource.length),
        Fact(
            gettext("Address"), gettext("the source gives none"), (where,) if resource.url else ()
        ),
        Fact(gettext("Checked"), date_format(resource.checked_on, "j F Y")),
    ]
    if resource.is_promotional:
        why = gettext("yes: its own publisher names it, in an article for it")
        facts.append(Fact(gettext("Promotional"), why))
    return citing(resource, facts=tuple(facts))
