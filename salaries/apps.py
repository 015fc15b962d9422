from django.apps import AppConfig


class SalariesConfig(AppConfig):
    """The salary explorer."""

    name = "salaries"
    verbose_name = "Salary explorer"
    default_auto_field = "django.db.models.BigAutoField"
