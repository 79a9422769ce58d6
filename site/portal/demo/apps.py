"""The demonstration: invented bodies, their story, and the mail they get."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Installed everywhere; shows nothing unless MADDA_DEMO is set."""

    name = "portal.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"
