"""The first page and the pages every deployment needs."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home, accessibility, health."""

    name = "portal.home"
    label = "home"
