"""Make the groups of those who keep the guide and its figures."""

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Q

TEXT, NUMBERS = Q(content_type__app_label="roles"), Q(content_type__app_label="salaries")
VIEW = Q(codename__startswith="view_")
CHANGE = Q(codename__startswith="change_")
# A source carries figures and claims alike, so both sides may describe one.
SOURCES = Q(content_type__app_label="roles", content_type__model="source")
# What an editor makes of figures that contradict each other is words.
RESOLUTIONS = Q(content_type__app_label="salaries", content_type__model="payresolution")
GROUPS = {
    "viewer": (TEXT | NUMBERS) & VIEW,
    "editor": TEXT | (NUMBERS & VIEW) | RESOLUTIONS,
    "reviewer": ((TEXT | NUMBERS) & VIEW) | ((TEXT | RESOLUTIONS) & CHANGE),
    "data steward": NUMBERS | SOURCES | (TEXT & VIEW),
}


class Command(BaseCommand):
    help = "Make the groups viewer, editor, reviewer and data steward; again, it mends them."

    @transaction.atomic
    def handle(self, *args: str, **options: object) -> None:
        for name, allowed in GROUPS.items():
            group, _ = Group.objects.get_or_create(name=name)
            group.permissions.set(Permission.objects.filter(allowed))
            self.stdout.write(f"{name}: {group.permissions.count()} permissions")
