"""A form that is sent while another connection publishes its release."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psycopg
import pytest

from tests.observations.site import MANAGE, Site, is_anybody_waiting, raced_site

# A steward's browser: it opens a form, and sends it with one change.
BROWSER = """
from django.test import Client
from django.test.utils import setup_test_environment
from django.contrib.auth.models import User
from salaries.models import DataRelease, PayFigure
from tests.admin_pages import address, errors_of, save
setup_test_environment()
client = Client(raise_request_exception=True)
client.force_login(User.objects.get_or_create(username="s", is_staff=True, is_superuser=True)[0])
release = DataRelease.objects.get(slug="raced")
figure = PayFigure.objects.get(release=release, key="RB001")
page = {sent}
print("answer", page.status_code, errors_of(page) if page.status_code == 200 else "")
"""
FIGURE = 'save(client, address(PayFigure, "change", figure.pk), note="other")'
DELETION = 'client.post(address(PayFigure, "delete", figure.pk), {"post": "yes"})'
DAY = 'save(client, address(DataRelease, "change", release.pk), as_of="2031-01-01")'
NOTES = 'save(client, address(DataRelease, "change", release.pk), notes="Mended.")'
STATUS = "UPDATE salaries_datarelease SET status = %s WHERE slug = 'raced'"
STATE = (
    "SELECT status, as_of, note FROM salaries_payfigure figure "
    "JOIN salaries_datarelease release ON release.id = figure.release_id "
    "WHERE release.slug = 'raced' AND figure.key = 'RB001'"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with raced_site(tmp_path_factory.mktemp("forms")) as site:
        yield site


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (FIGURE, "answer 200 .*Release raced is published, and its rows never change"),
        (DELETION, "answer 403"),
        (DAY, "answer 200 .*Release raced is published, and its rows never change"),
        (NOTES, "answer 302"),
    ],
)
def test_what_is_published_meanwhile_is_not_changed(
    site: Site, tmp_path: Path, sent: str, answer: str
) -> None:
    url = site.environment["DATABASE_URL"]
    with psycopg.connect(url) as publishing, psycopg.connect(url, autocommit=True) as looking:
        looking.execute(STATUS, ["draft"])
        _, *before = row(looking)
        publishing.execute(STATUS, ["published"])

        with (tmp_path / "said").open("w+") as said, browser(site, sent, said) as steward:
            while not is_anybody_waiting(looking) and steward.poll() is None:
                continue
            publishing.commit()
            steward.wait()
            said.seek(0)
            answered = said.read()

        assert re.search(answer, answered), answered[-2_000:]
        assert row(looking) == ["published", *before]


def browser(site: Site, sent: str, said: IO[str]) -> "subprocess.Popen[bytes]":
    command = (*MANAGE, "shell", "--no-imports", "--command", BROWSER.replace("{sent}", sent))
    # Static files have their plain names then, as in every test.
    environment = {**site.environment, "DEBUG": "1"}
    return subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.STDOUT)


def row(database: "psycopg.Connection[tuple[object, ...]]") -> list[object]:
    found = database.execute(STATE).fetchone()
    assert found is not None
    return list(found)
