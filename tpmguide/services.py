"""What the environment says, each variable in the form it takes; any other is refused by name."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

# SQLite is right for a first run; IMMEDIATE and WAL keep concurrent writers from
# failing with "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"),
}
POSTGRESQL_OPTIONS = {"connect_timeout": 2, "options": "-c statement_timeout=10000"}

# As Django REST framework reads one: it looks at the first letter of the time.
RATE = re.compile(r"[1-9][0-9]*/[smhd][a-z]*")
# More digits than any number here needs, and fewer than Python refuses to read.
NUMBER = re.compile(r"[0-9]{1,18}")
OFF = {"", "0", "false", "off", "no", "n"}
DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql", "psql", "pgsql"}

REDIS_OPTIONS = {
    "IGNORE_EXCEPTIONS": True,
    "SOCKET_CONNECT_TIMEOUT": 0.25,
    "SOCKET_TIMEOUT": 0.25,
}


def data_folder(named_by: environ.Env, *, default: Path) -> Path:
    """Return what DATA_DIR says; empty it says nothing, least of all the working folder."""
    return Path(named_by.str("DATA_DIR", default="") or default)


def names(listed_in: environ.Env, variable: str, *, default: Sequence[str] = ()) -> list[str]:
    """Return what a variable lists between commas, with or without spaces beside them."""
    listed = listed_in.list(variable, cast=str.strip, default=list(default))
    return [name for name in listed if name]


def number(named_by: environ.Env, variable: str, *, default: int) -> int:
    """Return a whole number from 0 on; empty, the variable says nothing."""
    said: str = named_by.str(variable, default="") or str(default)
    if not NUMBER.fullmatch(said):
        raise ImproperlyConfigured(f"{variable} is not a whole number such as {default}.")
    return int(said)


def switch(named_by: environ.Env, variable: str) -> bool:
    """Return whether a variable says yes; what is neither yes nor no is not taken for no."""
    said = named_by.str(variable, default="").strip().lower()
    if said not in OFF.union(environ.Env.BOOLEAN_TRUE_STRINGS):
        raise ImproperlyConfigured(f"{variable} is neither 1 nor 0.")
    return said not in OFF


def rate(named_by: environ.Env, variable: str, *, default: str) -> str:
    """Return how often one may ask, empty for no limit; refuse what would fail at each request."""
    said: str = named_by.str(variable, default=default)
    if said and not RATE.fullmatch(said):
        raise ImproperlyConfigured(
            f"{variable} is not a rate such as 120/min, 2/second or 5000/day."
        )
    return said


def database_address(url_from: environ.Env, *, data_dir: Path) -> dict[str, Any]:
    """Return what DATABASE_URL says, or say what it should; it may hold a password."""
    url = url_from.str("DATABASE_URL", default=f"sqlite:///{data_dir / 'tpmguide.sqlite3'}")
    scheme, separator, _ = url.partition("://")
    try:
        if separator and scheme in DATABASE_SCHEMES:
            return dict(url_from.db_url_config(url))
    except ValueError:  # such as a port that is no number
        pass
    raise ImproperlyConfigured(
        "DATABASE_URL is not the address of a database. It looks like "
        "postgres://user:password@host:5432/name or sqlite:////folder/file."
    )


def database(url_from: environ.Env, *, data_dir: Path) -> dict[str, Any]:
    """Return the database of DATABASE_URL with the options its engine needs."""
    config = database_address(url_from, data_dir=data_dir)
    is_sqlite = config["ENGINE"].endswith("sqlite3")
    options = SQLITE_OPTIONS if is_sqlite else POSTGRESQL_OPTIONS
    config["OPTIONS"] = {**options, **config.get("OPTIONS", {})}
    config["CONN_MAX_AGE"] = None
    config["CONN_HEALTH_CHECKS"] = not is_sqlite
    return config


def cache(url_from: environ.Env) -> dict[str, Any]:
    """Return the cache of CACHE_URL; a Redis that is down is a miss, never an error."""
    config: dict[str, Any] = url_from.cache("CACHE_URL", default="locmemcache://")
    if "redis" in config["BACKEND"].lower():
        config["OPTIONS"] = {**REDIS_OPTIONS, **config.get("OPTIONS", {})}
    return config
