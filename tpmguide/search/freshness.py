"""What an editor saves is found at once: one rebuild after the transaction that saved it."""

from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from salaries.models import City, CityAlias
from tpmguide.search.index import rebuild


def watch() -> None:
    """Follow every change that is made object by object, as the admin makes them."""
    # Of the pay data the search holds only the cities, so that a release needs no rebuild.
    searched: list[type[Model]] = [*apps.get_app_config("roles").get_models(), City, CityAlias]
    for model in searched:
        # By model: a receiver for all of them would slow down every deletion there is.
        post_save.connect(rebuild_later, sender=model, dispatch_uid=__name__)
        post_delete.connect(rebuild_later, sender=model, dispatch_uid=__name__)


def rebuild_later(*, raw: bool = False, **_: Any) -> None:
    """Rebuild when the transaction has ended; raw rows come in a load, which rebuilds itself."""
    if not raw and not is_rebuild_due():
        # The change stays if this fails: the next load or change brings the index up to it.
        transaction.on_commit(rebuild, robust=True)


def is_rebuild_due() -> bool:
    """Say whether an earlier change of this transaction has asked already."""
    return any(function is rebuild for _, function, *_ in connection.run_on_commit)
