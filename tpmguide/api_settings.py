"""How the API is put together from its libraries.

Neither rest_framework nor drf_spectacular is an installed app: what they bring as such is pages
and commands that this site does not have.
"""

from typing import Any

SPECTACULAR = {
    "OAS_VERSION": "3.1.0",
    "TITLE": "tpmguide",
    "VERSION": "1.0.0",
    "DESCRIPTION": "The role of the Technical Product Manager and its pay, as the pages show them.",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
}


def rest_framework(*, proxies: int) -> dict[str, Any]:
    """Return the settings of Django REST framework: JSON to read, for everybody, and no more.

    proxies is how many stand before the site; X-Forwarded-For is believed as far as they wrote it.
    """
    return {
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PERMISSION_CLASSES": [],
        "UNAUTHENTICATED_USER": None,
        "DEFAULT_RENDERER_CLASSES": ["tpmguide.api.rendering.OneJson"],
        "DEFAULT_CONTENT_NEGOTIATION_CLASS": "tpmguide.api.rendering.AlwaysJson",
        "DEFAULT_PARSER_CLASSES": [],
        "DEFAULT_THROTTLE_CLASSES": ["tpmguide.api.rate.PerAddress"],
        "NUM_PROXIES": proxies,
        "DEFAULT_VERSIONING_CLASS": "tpmguide.api.versions.PathVersion",
        "DEFAULT_SCHEMA_CLASS": "tpmguide.api.schema.Described",
        "EXCEPTION_HANDLER": "tpmguide.api.problems.answer_problem",
        # A parameter named format is as unknown as any other.
        "URL_FORMAT_OVERRIDE": None,
    }
