"""What a visitor enters as own pay is kept nowhere: no cookie, cache, log, link or table."""

import logging
import re
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tpmguide.serving import ACCESS_LOG_FORMAT

pytestmark = pytest.mark.django_db

J3 = "level=senior&city=hyderabad&size=large&pay=27+lakh"


@pytest.mark.parametrize(
    "query", [J3, "city=bangalore&pay=27+lakh", "pay=26", "level=wizard&pay=27+lakh", ""]
)
def test_no_cache_no_next_page_and_no_search_engine_learns_the_pay(
    client: Client, query: str
) -> None:
    response = client.get(f"/salaries/stand/?{query}")

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_no_link_on_the_page_carries_the_pay(client: Client) -> None:
    page = client.get(f"/salaries/stand/?{J3}&release=2026-11").content.decode()

    links = re.findall(r'(?:href|action|src)="([^"]*)"', page)
    assert "/salaries/?level=senior&amp;city=hyderabad&amp;size=large&amp;release=2026-11" in links
    assert [link for link in links if "27" in link or "pay=" in link] == []


def test_nothing_is_written_and_the_pay_never_reaches_the_database(client: Client) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/salaries/stand/?level=senior&pay=2712345")

    statements = [query["sql"] for query in asked.captured_queries]
    assert {statement.split()[0] for statement in statements} == {"SELECT"}
    assert [statement for statement in statements if "2712345" in statement] == []


def test_no_log_of_the_site_holds_the_pay(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get("/salaries/stand/?level=wizard&pay=2712345")

    logged = " ".join(record.getMessage() for record in caplog.records)
    assert "Bad Request: /salaries/stand/" in logged
    assert "2712345" not in logged


def test_the_access_log_holds_the_path_without_the_pay() -> None:
    glogging, config = import_module("gunicorn.glogging"), import_module("gunicorn.config")
    logger = glogging.Logger(config.Config())
    request = SimpleNamespace(headers=[("X-LOGGED-PATH", "/salaries/stand/")])
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": "/salaries/stand/?pay=2712345",
        "PATH_INFO": "/salaries/stand/",
        "QUERY_STRING": "pay=2712345",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": "http://testserver/salaries/stand/?pay=2712345",
    }
    response = SimpleNamespace(status="200 OK", sent=1, headers=[])
    took = SimpleNamespace(seconds=0, microseconds=1)

    atoms = logger.atoms(response, request, environ, took)
    line = ACCESS_LOG_FORMAT % logger.atoms_wrapper_class(atoms)

    assert '"GET /salaries/stand/ HTTP/1.1" 200' in line
    assert "pay" not in line
