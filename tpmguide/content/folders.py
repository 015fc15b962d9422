"""A folder of files that is there whole or not at all, whatever happens while it is written."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import copy2, copymode, rmtree
from uuid import uuid4


class FolderError(Exception):
    """The folder cannot be written; the message says why, and what would be right."""


def write_folder(folder: Path, texts: Mapping[str, str], *, overwrite: bool) -> None:
    """Write these files beside the folder, and put them in its place in one step.

    Whatever else is in a folder that is overwritten stays. Raise FolderError where it cannot be.
    """
    folder = folder.resolve()
    try:
        kept = kept_files(folder, texts, overwrite=overwrite)
        with beside(folder) as new:
            for name, text in texts.items():
                (new / name).write_text(text, encoding="utf-8")
            for path in kept:
                copy2(path, new / path.name, follow_symlinks=False)
            put_in_place(new, folder)
    except OSError as error:
        raise FolderError(f"{folder} cannot be written: {error}.") from error


def kept_files(folder: Path, texts: Collection[str], *, overwrite: bool) -> list[Path]:
    """Return the files that stay as they are; raise FolderError where something may not go."""
    there = sorted(folder.iterdir()) if folder.exists() else []
    if there and not overwrite:
        raise FolderError(
            f"{folder} is not empty. Name a folder that is not there yet, or write over the files "
            "of the same names with --overwrite."
        )
    for path in there:
        if not path.is_file():
            raise FolderError(f"{folder} holds {path.name}, which is no file: name another folder.")
    return [path for path in there if path.name not in texts]


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Make a folder next to this one, and take it away again where it was not put in its place."""
    new = folder.with_name(f".{folder.name}-{uuid4().hex[:10]}")
    new.mkdir()
    try:
        yield new
    finally:
        rmtree(new, ignore_errors=True)


def put_in_place(new: Path, folder: Path) -> None:
    """Move the new folder to where the old one is; where that fails, the old one comes back.

    A kill between the two moves leaves both whole, beside each other under names with a point.
    """
    if not folder.exists():
        new.rename(folder)
        return
    copymode(folder, new)
    with beside(folder) as away:
        folder.rename(away)
        try:
            new.rename(folder)
        except BaseException:
            away.rename(folder)
            raise
