"""The roles of the guide: the facts of a role's page, with the same ids and the same sources."""

from typing import Any

from django.http import QueryDict
from django.utils.timezone import localdate
from rest_framework import serializers

from roles.blocks import Block, Group
from roles.cited import Cited, Fact, Mention
from roles.guide import RoleGuide, role_guide
from roles.models import Role
from roles.querystring import unknown_names
from roles.responsibilities import Order
from tpmguide.api.fields import Absolute, Address, LinkShape, beside, ignored_field, written
from tpmguide.api.versions import address


class RoleShape(serializers.Serializer[Role]):
    slug = serializers.CharField()
    name = serializers.CharField()
    short_name = serializers.CharField()
    summary = serializers.CharField()
    url = serializers.SerializerMethodField(help_text="The role in this API.")
    page = Address(source="get_absolute_url")

    def get_url(self, role: Role) -> str:
        absolute: str = self.context["absolute"](address("role", slug=role.slug))
        return absolute


class RolesShape(serializers.Serializer[Any]):
    """Every role of the guide."""

    ignored = ignored_field()
    count = serializers.IntegerField()
    roles = RoleShape(many=True)


class MentionShape(serializers.Serializer[Mention]):
    title = serializers.CharField()
    published = serializers.CharField(help_text="As exact as it is known.")
    place = serializers.CharField(help_text="Where in the source.")
    url = Address()


class FactShape(serializers.Serializer[Fact]):
    term = serializers.CharField()
    text = serializers.CharField()
    links = LinkShape(many=True)


class ClaimShape(serializers.Serializer[Cited]):
    """A statement with the sources that make it."""

    key = serializers.CharField(help_text="Never changes; the anchor on the page.")
    title = serializers.CharField()
    text = serializers.CharField()
    inventory_ids = serializers.SerializerMethodField()
    basis = serializers.CharField()
    standing = serializers.CharField(help_text="How many sources name it.")
    caution = serializers.CharField(help_text="What an amount in the text must carry.")
    overdue = serializers.CharField(help_text="Set where it was due to be read again.")
    is_core = serializers.BooleanField()
    facts = FactShape(many=True)
    sources = MentionShape(many=True, source="mentions")

    def get_inventory_ids(self, claim: Cited) -> list[str]:
        return claim.inventory.split()


class GroupShape(serializers.Serializer[Group]):
    heading = serializers.CharField()
    claims = ClaimShape(many=True)
    links = LinkShape(many=True)


class SectionShape(serializers.Serializer[Block]):
    anchor = serializers.CharField()
    heading = serializers.CharField()
    note = serializers.CharField()
    links = LinkShape(many=True)
    groups = GroupShape(many=True)


class GuideShape(serializers.Serializer[Any]):
    """A role page: its sections in order, each with its claims."""

    ignored = ignored_field()
    role = RoleShape()
    is_full = serializers.BooleanField(help_text="False where there is only a definition yet.")
    sections = SectionShape(many=True, source="blocks")


def all_roles(query: QueryDict, absolute: Absolute) -> dict[str, Any]:
    roles = list(Role.objects.all())
    values = {"ignored": unknown_names(query, known=()), "count": len(roles), "roles": roles}
    return written(RolesShape, values, absolute)


def one_role(slug: str, *, order: Order, absolute: Absolute) -> dict[str, Any]:
    """Return the page of a role that exists; addresses within it are those of its page."""
    roles = {role.slug: role for role in Role.objects.all()}
    role = roles.pop(slug)
    guide: RoleGuide = role_guide(role, roles.values(), order=order, today=localdate())
    values = {
        "ignored": order.ignored,
        "role": role,
        "is_full": guide.is_full,
        "blocks": guide.blocks,
    }

    # A link within the page is one to the page from here.
    on_the_page = beside(absolute(role.get_absolute_url()))
    return written(GuideShape, values, on_the_page)
