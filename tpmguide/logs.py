"""The log: a line to standard error for each event, which a failure follows with its traceback."""

from logging import LogRecord
from typing import Any

# Django's loggers of requests that it refuses, such as one for another host.
REFUSED = "django.security."


def told_in_one_line(record: LogRecord) -> bool:
    """Let every record pass, a refusal without its traceback: anybody can cause one."""
    if record.name.startswith(REFUSED):
        record.exc_info = None
    return True


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {
        "refusals": {"()": "django.utils.log.CallbackFilter", "callback": told_in_one_line}
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["refusals"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "tpmguide": {"level": "INFO"},
        # Django's own handlers would write everything once more while DEBUG is on.
        "django": {"handlers": []},
    },
}
