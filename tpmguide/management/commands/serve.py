"""Prepares the site and serves it: database, content, static files, then gunicorn."""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections

from tpmguide import chart_library, serving

# The packages that decide what becomes of a static file when it is collected.
STATIC_PACKAGES = ("django", "whitenoise", "brotli")


# Of the data in plotly's package only the script that draws is for browsers.
NOT_FOR_BROWSERS = ("widgetbundle.js", "datasets", "templates")


def ignored_names() -> list[str]:
    """Return the names of static files that no page asks for."""
    drawn_by_the_small_library = settings.CHART_LIBRARY.endswith(chart_library.SCRIPT)
    return [*NOT_FOR_BROWSERS, *(["plotly.min.js"] if drawn_by_the_small_library else [])]


def static_files() -> Iterator[tuple[str, Path]]:
    for finder in get_finders():
        for name, storage in finder.list(ignored_names()):
            yield name, Path(storage.path(name))


def static_fingerprint() -> str:
    versions = [f"{package} {version(package)}" for package in STATIC_PACKAGES]
    return serving.fingerprint(static_files(), versions=versions)


def collect_static_files() -> bool:
    """Collect the static files unless the collected ones are up to date; say which."""
    note = settings.DATA_DIR / "static.fingerprint"
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    wanted = static_fingerprint()
    if manifest.exists() and note.exists() and note.read_text(encoding="utf-8") == wanted:
        return False
    options = {"clear": True, "interactive": False, "verbosity": 0}
    call_command("collectstatic", ignore_patterns=ignored_names(), **options)
    note.write_text(wanted, encoding="utf-8")
    return True


class Command(BaseCommand):
    help = __doc__ or ""
    # Becomes the server: the process stays the same, its memory starts afresh.
    become: Callable[[str, list[str]], Any] = staticmethod(os.execv)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only-static",
            action="store_true",
            help="collect the static files and stop, as the building of an image does",
        )

    def handle(self, *args: Any, only_static: bool, **options: Any) -> None:
        try:
            self.refuse_debug()
            serving.check_folder_is_writable(settings.DATA_DIR)
            if only_static:
                self.collect_alone()
            else:
                self.serve()
        except (serving.NotReadyError, DatabaseError) as error:
            raise CommandError(" ".join(str(error).split())) from error

    def refuse_debug(self) -> None:
        if settings.DEBUG:
            raise serving.NotReadyError("DEBUG is on: 'make dev' is for that, or set DEBUG=0.")

    def serve(self) -> None:
        address = serving.chosen_address(os.environ)
        workers = serving.chosen_workers(os.environ)
        serving.check_address_is_free(address)
        with serving.one_at_a_time(settings.DATA_DIR):
            self.prepare()
        self.stdout.write(f"The site is at http://{address}/ (Ctrl-C stops it).")
        self.stdout.flush()
        os.chdir(settings.BASE_DIR)
        command = serving.gunicorn_command(address, workers=workers)
        self.become(command[0], command)

    def prepare(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_content", stdout=self.stdout)
        connections.close_all()
        self.collect()

    def collect_alone(self) -> None:
        with serving.one_at_a_time(settings.DATA_DIR):
            self.collect()

    def collect(self) -> None:
        if collect_static_files():
            self.stdout.write("Collected the static files.")
