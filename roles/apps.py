from django.apps import AppConfig


class RolesConfig(AppConfig):
    """The career guide."""

    name = "roles"
    verbose_name = "Career guide"
    default_auto_field = "django.db.models.BigAutoField"
