"""Fetches the small chart library with npm; without it the charts use the larger one."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tpmguide import chart_library
from tpmguide.npm import NotFetchedError


class Command(BaseCommand):
    help = __doc__ or ""
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if (settings.CHART_LIBRARY_DIR / chart_library.SCRIPT).exists():
            return
        try:
            chart_library.fetch(settings.CHART_LIBRARY_DIR)
        except NotFetchedError as error:
            self.stdout.write(f"The plotly package's own chart library is served: {error}.")
        else:
            self.stdout.write(f"Fetched the small chart library, {chart_library.SCRIPT}.")
