"""Which versions of the API there are; one stands in every address."""

from typing import Any

from django.urls import reverse
from rest_framework.versioning import URLPathVersioning

# What is promised of a version: a field may come, none goes and none changes its meaning.
CURRENT = "v1"
VERSIONS = (CURRENT,)
THERE_ARE = f"The versions of the API are: {', '.join(VERSIONS)}."


class PathVersion(URLPathVersioning):
    default_version = CURRENT
    allowed_versions = VERSIONS
    invalid_version_message = THERE_ARE


def address(name: str, **parts: Any) -> str:
    """Return the path of a resource in the current version."""
    return reverse(f"api:{name}", kwargs={"version": CURRENT, **parts})
