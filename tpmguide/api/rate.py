"""How often one address may ask; where the cache is down, everybody may."""

from django.conf import settings
from rest_framework.throttling import AnonRateThrottle


class PerAddress(AnonRateThrottle):
    """Counts in the cache, which answers nothing and keeps nothing while it is down."""

    def get_rate(self) -> str | None:
        return settings.API_RATE or None
