"""The pages of a plan as tests ask for them: addresses, parts, and files that are sent."""

import html
import json
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.markup import section

PLAN = "/plan/?role=tpm&from=mid&to=senior&s.apis=2&s.sql=0&s.software-architecture=3"
OPEN = "/plan/open/"


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
