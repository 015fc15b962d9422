"""Releases with observations, for what is drawn of them."""

from tests.observed.conftest import publish, snapshots

__all__ = ("publish", "snapshots")
