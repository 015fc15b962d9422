"""A graph of plain values as a text that may stand in a script element as it is."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.html import html_safe

Node = dict[str, Any]
# Turns an address of this site into an absolute one.
Absolute = Callable[[str], str]

CONTEXT = "https://schema.org"
# Said of every work; what is no work, such as an occupation, has no language in the vocabulary.
IN_ENGLISH: Node = {"inLanguage": "en"}
# As Django's json_script has it: without these, no text can end the element or begin another.
ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}


@html_safe
@dataclass(frozen=True, slots=True)
class JsonLd:
    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        graph = {"@context": CONTEXT, "@graph": self.nodes}
        return json.dumps(graph, separators=(",", ":")).translate(ESCAPES)
