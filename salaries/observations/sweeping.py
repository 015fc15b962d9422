"""What imports leave behind, and drafts that they have replaced, are deleted piece by piece."""

from uuid import uuid4

from django.db import connection, transaction

from salaries.models import DataRelease, Factor, PayFigure

# Rows that are deleted in one transaction: others write in between.
AT_ONCE = 5_000
DELETE_SOME = (
    "DELETE FROM salaries_observation WHERE id IN "
    "(SELECT id FROM salaries_observation WHERE release_id = %s LIMIT %s)"
)


def sweep() -> None:
    """Discard every release that is being staged, also one that an import still writes."""
    for release in DataRelease.objects.staged():
        discard(release)


def discard(release: DataRelease) -> None:
    """Delete the release with its rows, unless it has become a draft meanwhile.

    It gets another slug first: by that the import it belongs to knows, before it puts the
    release in place, that rows are being taken away.
    """
    staged = DataRelease.objects.staged().filter(pk=release.pk)
    if not staged.update(slug=f"swept-{uuid4().hex[:10]}"):
        return
    while delete_some(release, most=AT_ONCE):
        continue
    delete_rest(release)


@transaction.atomic
def delete_rest(release: DataRelease) -> None:
    """Delete the release itself, held so that nobody adds a row to it any more."""
    for held in DataRelease.objects.select_for_update().filter(pk=release.pk):
        while delete_some(held, most=AT_ONCE):
            continue
        PayFigure.objects.of_release(held).delete()
        Factor.objects.of_release(held).delete()
        held.delete()


def delete_some(release: DataRelease, *, most: int) -> int:
    """Delete rows of the release, and return how many there were."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DELETE_SOME, [release.pk, most])
        return int(cursor.rowcount)
