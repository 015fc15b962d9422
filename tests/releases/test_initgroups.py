"""Who keeps words may not change numbers, and the other way round."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client

from roles.models import Role
from salaries.models import PayFigure
from tests.admin_pages import address

pytestmark = pytest.mark.django_db


def initgroups() -> str:
    out = StringIO()
    call_command("initgroups", stdout=out)
    return out.getvalue()


def member(name: str) -> User:
    initgroups()
    user = User.objects.create_user(name.replace(" ", "-"), is_staff=True)
    user.groups.add(Group.objects.get(name=name))
    return user


@pytest.mark.parametrize(
    ("name", "may", "may_not"),
    [
        ("viewer", "roles.view_role", "roles.change_role"),
        ("viewer", "salaries.view_observation", "salaries.import_observations"),
        ("editor", "roles.change_responsibility", "salaries.change_payfigure"),
        ("editor", "salaries.view_payfigure", "salaries.publish_datarelease"),
        ("editor", "salaries.add_payresolution", "salaries.change_factor"),
        ("reviewer", "salaries.change_payresolution", "salaries.add_payresolution"),
        ("reviewer", "roles.change_responsibility", "roles.add_responsibility"),
        ("reviewer", "roles.view_role", "salaries.change_factor"),
        ("data steward", "salaries.import_observations", "roles.change_responsibility"),
        ("data steward", "salaries.publish_datarelease", "roles.delete_role"),
        ("data steward", "roles.change_source", "roles.add_claim"),
    ],
)
def test_a_group_may_do_its_work_and_no_other(name: str, may: str, may_not: str) -> None:
    user = member(name)

    assert user.has_perm(may)
    assert not user.has_perm(may_not)


def test_no_group_keeps_the_site_itself() -> None:
    initgroups()

    kept = Permission.objects.filter(group__isnull=False)

    assert set(kept.values_list("content_type__app_label", flat=True)) == {"roles", "salaries"}


def test_making_the_groups_again_mends_them() -> None:
    first = initgroups()
    Group.objects.get(name="editor").permissions.clear()

    assert initgroups() == first
    assert Group.objects.count() == 4


@pytest.mark.parametrize(("name", "model"), [("editor", PayFigure), ("data steward", Role)])
def test_the_admin_lets_each_look_at_what_the_other_keeps(
    client: Client, name: str, model: type[PayFigure | Role]
) -> None:
    client.force_login(member(name))
    row = model._default_manager.all()[0]

    assert client.get(address(model, "change", row.pk)).status_code == 200
    assert client.post(address(model, "change", row.pk), {}).status_code == 403
