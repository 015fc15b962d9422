import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from tpmguide.resource_policy import same_origin


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/nowhere/", "/admin/login/", "/salaries/export.csv"])
def test_no_other_site_may_build_an_answer_into_its_pages(client: Client, path: str) -> None:
    answer = client.get(path)

    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_view_that_is_meant_for_other_sites_may_say_so() -> None:
    def embedded(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})

    answer = same_origin(embedded)(HttpRequest())

    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
