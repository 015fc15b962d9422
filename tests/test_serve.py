"""The command that prepares the site and becomes its server, with the slow steps stood in for."""

import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError
from django.db.migrations.exceptions import MigrationSchemaMissing
from pytest_django import Settings

from tpmguide.management.commands import serve


class Steps(list[str]):
    """Takes the place of the slow steps of the command, and notes their names."""

    def call(self, name: str, **_options: Any) -> None:
        self.append(name)

    def become(self, path: str, _command: list[str]) -> None:
        self.append(Path(path).name)


@pytest.fixture
def steps(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path, free_port: int
) -> Steps:
    steps = Steps()
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "staticfiles.json").write_text("{}")
    monkeypatch.setenv("PORT", str(free_port))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(serve, "call_command", steps.call)
    monkeypatch.setattr(serve, "connections", Connections())
    monkeypatch.setattr(serve.Command, "become", steps.become)
    return steps


class Connections:
    def close_all(self) -> None:
        """Leave the test's own connection open."""


def test_serve_prepares_the_site_then_says_where_it_is_then_becomes_the_server(
    steps: Steps, free_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("serve")

    python = Path(sys.executable).name
    assert steps == ["migrate", "load_content", "collectstatic", python]
    assert f"http://127.0.0.1:{free_port}/" in capsys.readouterr().out


def test_serve_collects_static_files_again_only_when_one_changed(
    steps: Steps, settings: Settings
) -> None:
    call_command("serve")
    steps.clear()

    call_command("serve")
    assert "collectstatic" not in steps

    (settings.DATA_DIR / "new.css").write_text("a { }")
    settings.STATICFILES_DIRS = [("new", str(settings.DATA_DIR))]
    call_command("serve")
    assert "collectstatic" in steps


def test_serve_collects_static_files_again_when_they_are_gone(
    steps: Steps, settings: Settings
) -> None:
    call_command("serve", only_static=True)
    (settings.STATIC_ROOT / "staticfiles.json").unlink()
    steps.clear()

    call_command("serve", only_static=True)

    assert steps == ["collectstatic"]


def test_of_plotly_s_package_only_a_script_that_is_used_is_collected(
    settings: Settings,
) -> None:
    settings.CHART_LIBRARY = "plotly/plotly.min.js"
    assert "plotly.min.js" not in serve.ignored_names()

    settings.CHART_LIBRARY = "chart/plotly-basic.min.js"
    assert "plotly.min.js" in serve.ignored_names()


def test_a_taken_port_stops_serve_before_the_slow_steps(
    steps: Steps, taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", str(taken_port))

    with pytest.raises(CommandError, match="cannot listen"):
        call_command("serve")

    assert steps == []


def test_serve_refuses_to_run_with_debug_on(steps: Steps, settings: Settings) -> None:
    settings.DEBUG = True

    with pytest.raises(CommandError, match="make dev"):
        call_command("serve")

    assert steps == []


@pytest.mark.usefixtures("steps")
@pytest.mark.parametrize("kind", [DatabaseError, OperationalError, MigrationSchemaMissing])
def test_a_database_that_does_not_answer_is_one_line(
    monkeypatch: pytest.MonkeyPatch, kind: type[DatabaseError]
) -> None:
    def refuse(_name: str, **_options: Any) -> None:
        raise kind("connection refused\n\tIs it up?\n")

    monkeypatch.setattr(serve, "call_command", refuse)

    with pytest.raises(CommandError, match=r"^connection refused Is it up[?]$"):
        call_command("serve")
