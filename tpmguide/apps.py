from django.apps import AppConfig


class TpmguideConfig(AppConfig):
    """What joins the two apps: shipped content, its checks and the server."""

    name = "tpmguide"
    default_auto_field = "django.db.models.BigAutoField"
