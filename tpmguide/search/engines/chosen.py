"""Which of the engines this site's database needs."""

from django.db import connection

from tpmguide.search.engines.interface import Engine
from tpmguide.search.engines.postgresql import Postgresql
from tpmguide.search.engines.sqlite import Sqlite

ENGINES: dict[str, type[Engine]] = {"sqlite": Sqlite, "postgresql": Postgresql}


def engine() -> Engine:
    return ENGINES[connection.vendor]()
