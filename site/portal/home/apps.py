"""The home page and the pages that every deployment needs."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class HomeConfig(AppConfig):
    """The home page, the accessibility statement and the health check."""

    name = "portal.home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.home.migration_rights import keep_from_the_site
        from portal.home.site_name import adopt_address

        post_migrate.connect(adopt_address, sender=self, dispatch_uid="portal.home.site_name")
        post_migrate.connect(keep_from_the_site, sender=self, dispatch_uid="portal.home.migration_rights")
