"""The home page and the pages that every deployment needs."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home page, the accessibility statement and the health check."""

    name = "portal.home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"
