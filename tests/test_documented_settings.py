"""Every setting that the environment holds is where operators and CI look for it."""

import re
from pathlib import Path

import pytest
from django.conf import settings

READ = re.compile(
    r'(?:env|url_from|named_by|environ|services)\.(?!setdefault)\w+\((?:env,)?\s*"([A-Z][A-Z_]+)"'
)
# What WSGI puts into the environment of a request.
OF_A_REQUEST = re.compile("HTTP_|PATH_INFO|QUERY_STRING")
OWN_TO_A_SHELL = {"DATA_DIR", "DEBUG", "HOST", "PORT"}


def text_of(name: str) -> str:
    return Path(settings.BASE_DIR, name).read_text(encoding="utf-8")


def settings_read() -> set[str]:
    sources = Path(settings.BASE_DIR, "tpmguide").glob("*.py")
    found = {name for path in sources for name in READ.findall(path.read_text(encoding="utf-8"))}
    return {name for name in found if not OF_A_REQUEST.match(name)}


def test_the_readme_names_every_setting_and_no_other() -> None:
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", text_of("README.md"), re.MULTILINE)

    assert set(re.findall("[A-Z_]+", " ".join(rows))) == settings_read()


@pytest.mark.parametrize(
    ("name", "without"), [(".ci/run", set()), ("compose.yaml", OWN_TO_A_SHELL)]
)
def test_no_setting_is_forgotten(name: str, without: set[str]) -> None:
    named = set(re.findall("[A-Z_]+", text_of(name)))

    assert settings_read() - without <= named
