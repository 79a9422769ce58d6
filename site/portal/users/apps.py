"""Accounts of the people who use the site."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.management import call_command
from django.db.models.signals import post_migrate, pre_migrate

from portal.settings.cache import ALIAS


class UsersConfig(AppConfig):
    """Accounts with an e-mail address as login. Roles are groups and memberships."""

    name = "portal.users"
    label = "users"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Create the groups after every migration, when the permissions of the last app exist; connect the signals."""
        from allauth.account.signals import email_changed, password_reset
        from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_used

        from portal.users import security_log
        from portal.users.checks import register_checks
        from portal.users.notices import note_own_change, note_wrong_code
        from portal.users.proven_address import note_reset
        from portal.users.second_factor import note_proof

        register_checks()
        security_log.connect()
        # `post_migrate` is sent for apps with models only.
        *_others, last = (app for app in apps.get_app_configs() if app.models_module)
        email_changed.connect(note_own_change, dispatch_uid="portal.users.notices")
        authentication_failed.connect(note_wrong_code, dispatch_uid="portal.users.notices")
        password_reset.connect(note_reset, dispatch_uid="portal.users.proven_address")
        for signal in (authenticator_added, authenticator_used):
            signal.connect(note_proof, dispatch_uid="portal.users.second_factor")
        pre_migrate.connect(_make_cache, sender=self, dispatch_uid="portal.users.cache")  # migrations use it
        post_migrate.connect(_install_roles, sender=last, dispatch_uid="portal.users.roles")


def _make_cache(**_signal: Any) -> None:
    if ALIAS in settings.DATABASES:
        call_command("createcachetable", database=ALIAS, verbosity=0)


def _install_roles(**_signal: Any) -> None:
    from portal.users import roles

    roles.install()
