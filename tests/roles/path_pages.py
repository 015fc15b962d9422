"""The pages about paths as a test asks for them: addresses, parts, and hostile input."""

from http import HTTPStatus

from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

PATHS, ENGINEER, PM = "/paths/", "/paths/engineer-to-tpm/", "/paths/pm-to-tpm/"
# NUL, markup, other scripts and great length: what a scanner sends.
HOSTILE = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="\x00%,;'\"<>\\", max_size=50),
    st.integers(min_value=61, max_value=10_000).map(lambda length: "a" * length),
)
MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def text_of(client: Client, url: str, *, status: int = HTTPStatus.OK) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def section(page: str, anchor: str) -> str:
    return page.partition(f'id="{anchor}"')[2].partition("</section>")[0]
