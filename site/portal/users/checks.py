"""System checks of the accounts."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.models import Group
from django.core import checks
from django.db import connections

from consultations.checks import has_table
from portal.settings.cache import ALIAS
from portal.troubles import CACHE_TABLE


def second_factor_roles_exist(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """Report a role that no group carries: a misspelt name would leave its people without a second factor."""
    asked = settings.MADDA_SECOND_FACTOR_ROLES
    if not asked or not databases or not has_table(Group):
        return []
    known = sorted(Group.objects.values_list("name", flat=True))
    return [
        checks.Error(
            f"MADDA_SECOND_FACTOR_ROLES names the role {name!r}, which does not exist: nobody is asked for a second factor by it.",
            hint=f"Correct the name. The roles are: {', '.join(known)}.",
            id="users.E001",
        )
        for name in asked
        if name not in known
    ]


def cache_has_its_table(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """Report that the shared cache has no table: signing in is refused without it. `migrate` makes it, so it warns."""
    if not databases or ALIAS not in settings.DATABASES or not has_table(Group):
        return []
    connection = connections[ALIAS]
    with connection.cursor() as cursor:
        if CACHE_TABLE in connection.introspection.table_names(cursor):
            return []
    return [
        checks.Warning(
            "The table of the cache is missing: nobody can sign in, and most pages fail.",
            hint="Run manage.py migrate as the owner of the tables, or manage.py createcachetable --database cache.",
            id="users.W001",
        )
    ]


def register_checks() -> None:
    """Called once when the app is ready."""
    checks.register(cache_has_its_table, checks.Tags.database)
    checks.register(second_factor_roles_exist, checks.Tags.database)
