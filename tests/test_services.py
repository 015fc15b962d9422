"""What is made of the environment: folder, database, cache, names, numbers and a rate."""

from pathlib import Path

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from tpmguide import services

DATA = Path("/data")


@pytest.fixture
def env(monkeypatch: pytest.MonkeyPatch) -> environ.Env:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("CACHE_URL", raising=False)
    return environ.Env()


def test_the_data_folder_is_the_one_that_is_named(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", "/srv/guide")

    assert services.data_folder(env, default=DATA) == Path("/srv/guide")


@pytest.mark.parametrize("named", [None, ""])
def test_a_data_folder_that_is_not_named_is_never_the_working_folder(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    monkeypatch.delenv("DATA_DIR", raising=False)
    if named is not None:
        monkeypatch.setenv("DATA_DIR", named)

    assert services.data_folder(env, default=DATA) == DATA


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (None, ["localhost"]),
        ("guide.example", ["guide.example"]),
        ("localhost, guide.example ,", ["localhost", "guide.example"]),
    ],
)
def test_names_are_listed_with_or_without_spaces(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, listed: str | None, names: list[str]
) -> None:
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    if listed is not None:
        monkeypatch.setenv("ALLOWED_HOSTS", listed)

    assert services.names(env, "ALLOWED_HOSTS", default=["localhost"]) == names


@pytest.mark.parametrize(("said", "number"), [("0", 0), ("20", 20), ("", 7), (None, 7)])
def test_a_number_is_whole_and_its_default_where_nothing_is_said(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, said: str | None, number: int
) -> None:
    monkeypatch.delenv("PROXIES", raising=False)
    if said is not None:
        monkeypatch.setenv("PROXIES", said)

    assert services.number(env, "PROXIES", default=7) == number


@pytest.mark.parametrize("said", ["-1", "two", "1.5", "500MB", "٣", "9" * 5_000])
def test_what_is_no_number_is_refused_by_the_name_of_its_variable(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("PROXIES", said)

    with pytest.raises(ImproperlyConfigured, match="PROXIES is not a whole number such as 7"):
        services.number(env, "PROXIES", default=7)


def test_a_switch_is_on_or_off(env: environ.Env, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {}
    for said in ("1", "True", "yes", "0", "off", ""):
        monkeypatch.setenv("HTTPS", said)
        found[said] = services.switch(env, "HTTPS")

    assert [said for said, is_on in found.items() if is_on] == ["1", "True", "yes"]


@pytest.mark.parametrize("said", ["enabled", "2", "tru"])
def test_a_switch_that_is_neither_is_not_taken_for_off(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("HTTPS", said)

    with pytest.raises(ImproperlyConfigured, match="HTTPS is neither 1 nor 0"):
        services.switch(env, "HTTPS")


@pytest.mark.parametrize("rate", ["120/min", "2/second", "5000/day", ""])
def test_a_rate_is_a_number_of_requests_in_a_time_or_none(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, rate: str
) -> None:
    monkeypatch.setenv("API_RATE", rate)

    assert services.rate(env, "API_RATE", default="1/hour") == rate


@pytest.mark.parametrize("rate", ["120", "120/fortnight", "many/min", "0/min", "-1/min", "120/"])
def test_a_rate_that_no_request_could_be_held_against_is_refused_at_the_start(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, rate: str
) -> None:
    monkeypatch.setenv("API_RATE", rate)

    with pytest.raises(ImproperlyConfigured, match="API_RATE is not a rate"):
        services.rate(env, "API_RATE", default="1/hour")


def test_without_a_url_the_database_is_a_file_in_the_data_folder(env: environ.Env) -> None:
    database = services.database(env, data_dir=DATA)

    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == str(DATA / "tpmguide.sqlite3")


def test_sqlite_takes_its_write_lock_at_once_and_lets_readers_go_on(env: environ.Env) -> None:
    options = services.database(env, data_dir=DATA)["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
    assert "foreign_keys=ON" in options["init_command"]


def test_sqlite_connections_stay_open_without_being_asked_for_their_health(
    env: environ.Env,
) -> None:
    database = services.database(env, data_dir=DATA)

    assert database["CONN_MAX_AGE"] is None
    assert database["CONN_HEALTH_CHECKS"] is False


def test_postgresql_gives_up_soon_and_its_connections_are_checked(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://reader:word@database:5432/guide")

    database = services.database(env, data_dir=DATA)

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("database", 5432, "guide")
    assert database["OPTIONS"]["connect_timeout"] == 2
    assert "statement_timeout" in database["OPTIONS"]["options"]
    assert database["CONN_HEALTH_CHECKS"] is True


def test_options_of_the_url_are_kept(env: environ.Env, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u@database/guide?sslmode=require")

    options = services.database(env, data_dir=DATA)["OPTIONS"]

    assert options["sslmode"] == "require"
    assert options["connect_timeout"] == 2


@pytest.mark.parametrize(
    "url", ["nonsense", "", "mysql://u@database/guide", "postgres://u:word@database:port/guide"]
)
def test_what_is_no_address_of_a_database_is_refused_without_telling_its_password(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL is not the address") as raised:
        services.database(env, data_dir=DATA)

    assert "word@database:port" not in str(raised.value)


def test_without_a_url_the_cache_is_this_process_s_memory(env: environ.Env) -> None:
    assert services.cache(env)["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache"


def test_a_redis_that_is_down_is_soon_given_up_and_never_an_error(
    env: environ.Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CACHE_URL", "redis://cache:6379/0")

    cache = services.cache(env)

    assert cache["BACKEND"] == "django_redis.cache.RedisCache"
    assert cache["LOCATION"] == "redis://cache:6379/0"
    assert cache["OPTIONS"]["IGNORE_EXCEPTIONS"] is True
    assert cache["OPTIONS"]["SOCKET_CONNECT_TIMEOUT"] < 1
    assert cache["OPTIONS"]["SOCKET_TIMEOUT"] < 1
