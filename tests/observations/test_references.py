"""An observation refers to what exists, on every database, whoever writes or deletes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from roles.models import Role, Source
from salaries.models import City, DataRelease, Observation
from salaries.observations.bulk import insert, packed
from salaries.observations.coded import constant
from salaries.observations.columns import FIELDS
from tests.observations.files import found_in
from tests.observations.site import Site, is_anybody_waiting, raced_site

ABSENT = 987_654
KEYS = ("release", "source", "role", "city")


@transaction.atomic
def checked(change: Callable[[], object]) -> None:
    """Make a change, and ask at once what the database would ask when the transaction ends."""
    change()
    connection.check_constraints()


@pytest.fixture
def parents(db: None) -> dict[str, Model]:
    """Give one of each, to which nothing refers but the only observation."""
    del db  # asked for so that it may be written to
    source = Source.objects.all()[0]
    source.pk, source.slug = None, "another"
    source.save()
    found: dict[str, Model] = {
        "release": DataRelease.objects.create(slug="next", as_of=date(2026, 12, 1)),
        "source": source,
        "role": Role.objects.create(slug="another", name="Other", short_name="O", summary="One."),
        "city": City.objects.create(slug="another", name="Another", country="india"),
    }
    insert(packed(found_in({}).columns, DataRelease.objects.get(slug="next")))
    Observation.objects.update(**found)
    return found


@pytest.mark.parametrize("key", KEYS)
def test_what_is_written_refers_to_what_exists(parents: dict[str, Model], key: str) -> None:
    columns = found_in({"key": "second"}).columns
    release = DataRelease(pk=parents["release"].pk)
    if key == "release":
        release.pk = ABSENT
    else:
        columns[FIELDS.index(f"{key}_id")] = constant(ABSENT, 1)

    with pytest.raises(IntegrityError):
        checked(lambda: insert(packed(columns, release)))

    assert Observation.objects.count() == 1


@pytest.mark.parametrize("key", KEYS)
def test_what_is_changed_refers_to_what_exists(parents: dict[str, Model], key: str) -> None:
    with pytest.raises(IntegrityError):
        checked(lambda: Observation.objects.update(**{f"{key}_id": ABSENT}))

    assert Observation.objects.filter(**parents).exists()


@pytest.mark.parametrize("key", KEYS)
def test_what_is_referred_to_stays(parents: dict[str, Model], key: str) -> None:
    parent = parents[key]
    alone = type(parent)._default_manager.filter(pk=parent.pk)

    with pytest.raises(IntegrityError):
        checked(lambda: alone._raw_delete(alone.db))

    assert alone.exists()
    Observation.objects.all().delete()
    checked(lambda: alone._raw_delete(alone.db))
    assert not alone.exists()


def test_a_city_is_optional(parents: dict[str, Model]) -> None:
    Observation.objects.update(city=None)

    connection.check_constraints()
    assert Observation.objects.get(release_id=parents["release"].pk).city is None


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with raced_site(tmp_path_factory.mktemp("references")) as site:
        yield site


CITY = "INSERT INTO salaries_city (slug, name, country, area) VALUES ('x', 'X', 'india', '')"
REFER = "UPDATE salaries_observation SET city_id = (SELECT id FROM salaries_city WHERE slug = 'x')"
DELETE = "DELETE FROM salaries_city WHERE slug = 'x'"


@pytest.mark.parametrize(("first", "second"), [(REFER, DELETE), (DELETE, REFER)])
def test_whoever_comes_second_waits_and_is_refused(site: Site, first: str, second: str) -> None:
    url = site.environment["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as looking, ThreadPoolExecutor() as threads:
        looking.execute("UPDATE salaries_observation SET city_id = NULL")
        looking.execute(DELETE)
        looking.execute(CITY)
        with psycopg.connect(url) as early:
            early.execute(first)
            late = threads.submit(alone, url, second)
            while not is_anybody_waiting(looking) and not late.done():
                continue

        assert isinstance(late.exception(), psycopg.errors.ForeignKeyViolation)


def alone(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as late:
        late.execute(statement.encode())
