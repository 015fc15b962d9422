"""The pages of a plan as tests ask for them: addresses, parts, and files that are sent."""

import html
import json
import re
from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

PLAN = "/plan/?role=tpm&from=mid&to=senior&s.apis=2&s.sql=0&s.software-architecture=3"
OPEN = "/plan/open/"
HOSTILE = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="\x00%,;'\"<>\\", max_size=50),
    st.integers(min_value=61, max_value=50_000).map(lambda length: "a" * length),
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


def words(markup: str) -> str:
    """Return the text of markup, each run of space as one."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def link(page: str, label: str) -> str:
    """Return where the link of this label leads."""
    (url,) = re.findall(rf'href="([^"]*)"[^>]*>{re.escape(label)}', page)
    return html.unescape(url)


def marked(page: str) -> dict[str, str]:
    """Return what the form has chosen for each skill, by the name of its field."""
    fields = re.findall(r'name="(s\.[^"]+)">(.*?)</select>', page, flags=re.DOTALL)
    chosen = {name: re.findall(r'value="(\d?)"\s+selected', options)[0] for name, options in fields}
    return {name: value for name, value in chosen.items() if value}


def upload(client: Client, content: bytes, **more: Any) -> Any:
    sent = SimpleUploadedFile("plan.json", content, "application/json")
    return client.post(OPEN, {"file": sent, **more})


def plan_file(*skills: dict[str, object], **more: object) -> bytes:
    plan = {"format": "tpmguide-plan", "version": 1, "from": "mid", "to": "senior"}
    return json.dumps(plan | {"skills": skills} | more).encode()


def bands(page: str) -> str:
    """Return the sentence on the step in pay and the table of both levels."""
    return section(page, "pay").partition("</table>")[0]
