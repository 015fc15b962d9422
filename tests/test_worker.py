"""What a worker of the server loads: a library that few requests need would cost each worker."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.server import environment
from tests.observations.commands import written
from tests.observations.files import text_of
from tests.observations.site import Site, filled_site
from tests.salaries.adverts import adverts

ANSWERING = """
import sys
from tpmguide.wsgi import application
from django.test import Client
visitor = Client(SERVER_NAME="localhost")
statuses = {visitor.get(path).status_code for path in (
    "/", "/salaries/?level=mid", "/salaries/?view=distribution&level=mid&country=united-states",
    "/salaries/export.csv?level=mid", "/api/v1/salaries/?level=mid", "/data/quality/",
    "/admin/login/",
)}
print(statuses, {"pandas", "plotly.graph_objects"} & set(sys.modules))
assert visitor.get("/salaries/figure.json?level=mid").status_code == 200
print({"pandas", "plotly.graph_objects"} & set(sys.modules))
"""


@pytest.fixture
def site(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    # Static files as they are, without their hashed names, which no command has made here.
    monkeypatch.setenv("DEBUG", "1")
    folder = tmp_path_factory.mktemp("worker")
    file = written(folder, text_of(*adverts(range(100_000, 220_000, 1_000), level="mid")))
    with filled_site(folder) as site:
        site.run("import_observations", str(file), "--release", "2026-12", "--apply")
        site.run("publish_release", "2026-12")
        yield site


def test_pandas_is_loaded_by_no_page_and_plotly_by_charts_alone(site: Site) -> None:
    said = site.run("shell", "--no-imports", "--command", ANSWERING)

    assert said.splitlines() == ["{200} set()", "{'plotly.graph_objects'}"]


def test_any_server_can_load_the_application_without_being_told_of_its_settings(
    tmp_path: Path,
) -> None:
    said = environment(tmp_path)
    said.pop("DJANGO_SETTINGS_MODULE", None)

    loaded = subprocess.run(
        [sys.executable, "-c", "import tpmguide.wsgi"],
        cwd=settings.BASE_DIR,
        env=said,
        capture_output=True,
        text=True,
        check=False,
    )

    assert loaded.returncode == 0, loaded.stderr
