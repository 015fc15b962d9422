"""A page as a test reads it: its whole text, and parts of that."""

from http import HTTPStatus

from django.test import Client


def text_of(client: Client, url: str, *, status: int = HTTPStatus.OK) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def section(page: str, anchor: str) -> str:
    return page.partition(f'id="{anchor}"')[2].partition("</section>")[0]


def part(page: str, element: str, anchor: str) -> str:
    return page.partition(f'<{element} id="{anchor}"')[2].partition(f"</{element}>")[0]
