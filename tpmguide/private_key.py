"""A secret key for machines that are given none: made once, readable by its owner only."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def read_or_make(path: Path) -> str:
    """Return the key kept in the file; the first call makes the file, with mode 0600."""
    if not path.exists():
        make(path)
    key = path.read_text(encoding="utf-8").strip()
    if not key:
        raise ImproperlyConfigured(
            f"The file {path} holds no secret key. Delete it, and the next start makes one."
        )
    return key


def make(path: Path) -> None:
    """Put a file with a new key there, whole from its first moment, unless there is one by now."""
    # Such a file has mode 0600 from the start.
    with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="utf-8") as file:
        file.write(get_random_secret_key() + "\n")
        file.flush()
        os.fsync(file.fileno())
        with suppress(FileExistsError):  # somebody was first, and that key counts
            os.link(file.name, path)
