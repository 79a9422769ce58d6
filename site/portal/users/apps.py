"""Accounts of the people who use the site."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.management import call_command
from django.db.models.signals import post_migrate

from portal.settings.cache import ALIAS


class UsersConfig(AppConfig):
    """Accounts with an e-mail address as login. Roles are groups and memberships."""

    name = "portal.users"
    label = "users"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Create the groups after every migration, when the permissions of the last app exist; tell of new addresses."""
        from allauth.account.signals import email_changed

        from portal.users.notices import note_own_change

        *_others, last = (
            app for app in apps.get_app_configs() if app.models_module
        )  # the signal skips the rest
        email_changed.connect(note_own_change, dispatch_uid="portal.users.notices")
        post_migrate.connect(_install_roles, sender=last, dispatch_uid="portal.users.roles")


def _install_roles(**_signal: Any) -> None:
    if ALIAS in settings.DATABASES:
        call_command("createcachetable", database=ALIAS, verbosity=0)
    from portal.users import roles

    roles.install()
