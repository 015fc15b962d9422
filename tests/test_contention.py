"""Many who write and read one database at once: nobody is turned away, and no change is lost."""

from collections.abc import Iterator

import pytest

from tests.observations.site import Site, filled_site

# Each counts on from what it has read, in a connection of its own.
CONTENDING = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.contrib.auth.models import User
from django.db import connection, transaction
from salaries.models import PayFigure
WRITERS, READERS, TIMES = 8, 4, 25
User.objects.create(username="counter", last_name="0")
together = Barrier(WRITERS + READERS)
def write():
    together.wait()
    for _ in range(TIMES):
        with transaction.atomic():
            counter = User.objects.select_for_update().get(username="counter")
            counter.last_name = str(int(counter.last_name) + 1)
            counter.save()
    connection.close()
def read():
    together.wait()
    counts = {PayFigure.objects.count() for _ in range(TIMES)}
    connection.close()
    return counts
with ThreadPoolExecutor(WRITERS + READERS) as threads:
    writing = [threads.submit(write) for _ in range(WRITERS)]
    reading = [threads.submit(read) for _ in range(READERS)]
    for one in writing:
        one.result()
    seen = set().union(*(one.result() for one in reading))
print(User.objects.get(username="counter").last_name, seen == {PayFigure.objects.count()})
"""


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with filled_site(tmp_path_factory.mktemp("contention")) as site:
        yield site


def test_eight_who_write_and_four_who_read_are_all_served(site: Site) -> None:
    said = site.run("shell", "--no-imports", "--command", CONTENDING)

    assert said.split() == ["200", "True"]
