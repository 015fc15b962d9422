"""The vocabulary of schema.org, read from a package of npm, and what it does not know."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tests.browser.tools import Tool, ready
from tpmguide.npm import Package

# Types of TypeScript, generated from the vocabulary.
SCHEMA = Tool(
    Package(
        "schema-dts",
        "2.1.0",
        "Y/NvOvuJUZwrm+EmNqJF3M+bRufERJs1h5GJPLilUuK5D5b53ttU+XZgIjEFaAVRToh+ib+cQawFmxKC5Jt9ow==",
    )
)
INTERFACE = re.compile(
    r"^(?:export )?interface (\w+) extends ([^{]+) \{(.*?)^\}", re.MULTILINE | re.DOTALL
)
PROPERTY = re.compile(r'^ +"(\w+)"\?: SchemaValue<(.+), "\1">;', re.MULTILINE)
ALIAS = re.compile(r"^export type (\w+) = (.+);", re.MULTILINE)
WORD = re.compile(r"\w+")
LITERALS = {str: "string", bool: "boolean", int: "number", float: "number"}


class Vocabulary:
    """Which properties a type has, its ancestors' included, and what may be their values."""

    def __init__(self, types: str) -> None:
        self.interfaces = {
            name: (WORD.findall(parents), dict(PROPERTY.findall(body)))
            for name, parents, body in INTERFACE.findall(types)
        }
        self.aliases = {name: WORD.findall(words) for name, words in ALIAS.findall(types)}

    def properties(self, interface: str) -> dict[str, str]:
        parents, own = self.interfaces.get(interface, ([], {}))
        inherited = (self.properties(parent) for parent in parents)
        return {name: said for group in (*inherited, own) for name, said in group.items()}

    def allowed(self, said: str) -> set[str]:
        """Return every type and literal that the words allow, each with what it stands for."""
        found: set[str] = set()
        waiting = WORD.findall(said)
        while waiting:
            word = waiting.pop()
            if word not in found:
                found.add(word)
                waiting += self.aliases.get(word, [])
        return found

    def faults(self, node: Mapping[str, Any]) -> Iterator[str]:
        """Give what the vocabulary does not know of the node and of those inside it."""
        kind = node["@type"]
        if f"{kind}Leaf" not in self.interfaces:
            yield f"{kind} is no type"
            return
        known = self.properties(f"{kind}Leaf")
        for name, value in node.items():
            if name != "@type" and name not in known:
                yield f"{kind} has no property {name}"
            elif name != "@type":
                for one in value if isinstance(value, list) else [value]:
                    yield from self.misplaced(f"{kind}.{name}", one, self.allowed(known[name]))

    def misplaced(self, where: str, value: Any, allowed: set[str]) -> Iterator[str]:
        if isinstance(value, dict):
            if f"{value['@type']}Leaf" not in allowed:
                yield f"{where} is no {value['@type']}"
            yield from self.faults(value)
        elif LITERALS[type(value)] not in allowed:
            yield f"{where} is no {LITERALS[type(value)]}"


@cache
def schema_org() -> Vocabulary:
    """Return the vocabulary; skip the test where the package cannot be had."""
    types = ready(SCHEMA) / "dist" / "schema.d.ts"
    return Vocabulary(types.read_text(encoding="utf-8"))
