"""The page of components: for those who build, and complete."""

import re
from pathlib import Path

import pytest
from django.conf import settings as project
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db

TEMPLATES = Path(project.BASE_DIR, "templates")
# Parts of every page, or of its head, which have no look of their own.
FRAME = {
    "canonical",
    "in_place",
    "json_ld",
    "open_graph",
    "page_header",
    "site_footer",
    "site_header",
}


def test_a_visitor_finds_no_such_page(client: Client) -> None:
    assert client.get("/styleguide/").status_code == 404


def test_an_editor_sees_the_components(admin_client: Client) -> None:
    page = admin_client.get("/styleguide/").content.decode()

    for kind in ("reported", "observed", "modelled"):
        assert f'class="band--{kind}"' in page


def test_it_leads_to_no_page_in_another_language(admin_client: Client) -> None:
    page = admin_client.get("/styleguide/").content.decode()

    assert 'hreflang="hi"' not in page
    assert admin_client.get("/hi/styleguide/").status_code == 404


def test_a_builder_sees_them_without_an_account(client: Client, settings: Settings) -> None:
    settings.DEBUG = True

    assert client.get("/styleguide/").status_code == 200


def test_every_component_is_on_the_page(admin_client: Client) -> None:
    used = {
        name
        for template in admin_client.get("/styleguide/").templates
        if template.name
        for name in re.findall(r"^components/(\w+)\.html$", template.name)
    }

    components = {path.stem for path in TEMPLATES.glob("components/*.html")}
    assert components - FRAME - used == set()
