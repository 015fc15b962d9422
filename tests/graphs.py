"""Reads what a page says for machines."""

import json
import re
from collections.abc import Sequence
from typing import Any

from django.test import Client

Node = dict[str, Any]
SITE = "http://testserver"
TPM = "/roles/technical-product-manager/"


def graph(client: Client, path: str) -> list[Node]:
    """Return what the page says for machines, and nothing where it says nothing."""
    page = client.get(path).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(found) <= 1
    return [node for text in found for node in json.loads(text)["@graph"]]


def of_type(nodes: Sequence[Node], kind: str) -> list[Node]:
    return [node for node in nodes if node["@type"] == kind]
