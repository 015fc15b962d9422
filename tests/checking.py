"""Runs the check of the content as a person at a terminal would."""

from io import StringIO

from django.core.management import CommandError, call_command


def check(*options: str) -> str:
    """Return what the check prints, whether it fails or not."""
    said = StringIO()
    try:
        call_command("check_content", *options, stdout=said)
    except CommandError as error:
        said.write(f"FAILED: {error}")
    return said.getvalue()
