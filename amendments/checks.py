"""System checks of this app."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import connections
from wagtail import hooks

from amendments import hooks as points
from amendments.record import seals

PREFIXES = (
    "register_provision_",
    "register_instruction_",
    "register_amendment_",
    "register_redline_",
    "register_audience",
)


def seals_stand(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """Name every seal that is missing (`manage.py check --database default`)."""
    from amendments.models import Version

    messages: list[checks.CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if Version._meta.db_table not in connection.introspection.table_names():
            continue
        messages += [
            checks.Error(
                f"The seal {name} is missing in database {alias}: sealed versions can be changed.",
                hint="Find out who dropped it, run `manage.py verify_seals`, then `manage.py migrate` puts it back.",
                id="amendments.E001",
            )
            for name in seals.missing_triggers(connection)
        ]
    return messages


def hooks_are_known(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Report hooks that carry our prefixes and that nobody reads: a misspelt name would be silent otherwise."""
    return unread(PREFIXES, points.POINTS, "amendments.W001")


def unread(
    prefixes: tuple[str, ...], declared: Iterable[points.HookPoint], check: str
) -> list[checks.CheckMessage]:
    """A warning for each registered hook that carries a prefix and is not declared."""
    hooks.search_for_hooks()
    known = {point.name for point in declared}
    return [
        checks.Warning(f"The hook {name} is not declared by any app.", id=check)
        for name in hooks._hooks
        if name.startswith(prefixes) and name not in known
    ]


def register_checks() -> None:
    """Called once when the app is ready."""
    checks.register(seals_stand, checks.Tags.database)
    checks.register(hooks_are_known)
