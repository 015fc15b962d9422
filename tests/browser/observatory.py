"""The Mozilla HTTP Observatory's own grader, on the answers of this site."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from tests.browser import tools
from tests.browser.probe import SCRIPTS


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer over TLS, and the addresses by which a visitor without TLS comes to it."""

    url: str
    headers: dict[str, str | list[str]]
    body: str
    route: tuple[str, ...]

    def without(self, name: str) -> "Answer":
        return replace(self, headers={**self.headers, name: []})

    def having(self, name: str, value: str) -> "Answer":
        return replace(self, headers={**self.headers, name: value})


def grades(answers: Sequence[Answer]) -> list[dict[str, Any]]:
    """Return the score of each answer, and what the grader's ten tests say of it."""
    home = tools.ready(tools.OBSERVATORY)
    # The list of hosts that browsers know to have TLS, which it would download: ours is in none.
    (home / "conf" / "hsts-preload.json").write_text("{}")
    said = subprocess.run(
        [tools.program("node", of="nodejs"), str(SCRIPTS / "observatory.mjs"), str(home)],
        input=json.dumps([asdict(answer) for answer in answers]),
        check=True,
        capture_output=True,
        text=True,
    )
    return list(json.loads(said.stdout))
