"""Reads pages in a test: the whole text of one, and parts of it."""

from http import HTTPStatus

from django.test import Client


def text_of(client: Client, url: str, *, status: int = HTTPStatus.OK) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def section(page: str, anchor: str) -> str:
    return page.partition(f'<section class="block" id="{anchor}">')[2].partition("</section>")[0]


def part(page: str, element: str, anchor: str) -> str:
    return page.partition(f'<{element} id="{anchor}"')[2].partition(f"</{element}>")[0]
