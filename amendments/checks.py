"""System checks of this app."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.utils.functional import Promise
from wagtail import hooks

from amendments import audiences, hooks as points, host_checks
from amendments.record import inspection

_SLUG = re.compile(rf"[a-z][a-z0-9_]{{0,{audiences.LONGEST_AUDIENCE - 1}}}")
_SUFFIX = re.compile(r"\.[a-z0-9]+")
PREFIXES = (
    "register_provision_",
    "register_instruction_",
    "register_amendment_",
    "register_redline_",
    "register_audience",
    "register_remit",
    "register_periodic_",
    "register_recorded_",
    "register_sealed_",
    "register_importers",
    "register_exporters",
    "register_remarks",
    "register_work",
)


def seals_stand(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """Name every seal that does not stand as it was put (`manage.py check --database default`).

    Before a migration of newer code, whose seals cannot stand yet, these are warnings that let `migrate` put them.
    """
    from amendments.models import Version

    messages: list[checks.CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if Version._meta.db_table not in connection.introspection.table_names():
            continue
        faults = inspection.faults(connection)
        kind = checks.Warning if faults and _waits_for_migrations(connection) else checks.Error
        messages += [
            kind(
                f"{fault} Sealed rows in database {alias} can be changed.",
                hint="Find out who did it and run `manage.py verify_seals`; `manage.py migrate --skip-checks` puts the triggers back, ALTER DATABASE … RESET … a setting.",
                id="amendments.E001",
            )
            for fault in faults
        ]
    return messages


def _waits_for_migrations(connection: BaseDatabaseWrapper) -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


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


def audiences_widen(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Refuse audiences whose order is not clear, whose name cannot be stored or whose label cannot be translated."""
    if host_checks.unfit_answers([points.AUDIENCES], "amendments.E011"):
        return []  # told by the check of the hooks
    found = points.collect(points.AUDIENCES)
    wrong = [words for audience in found for words in _wrong_with(audience)]
    if not wrong:
        wrong = list(_out_of_order(sorted(found, key=lambda audience: audience.width)))
    return [checks.Error(words, id="amendments.E010") for words in wrong]


def _out_of_order(found: list[points.Audience]) -> Iterator[str]:
    widths = Counter(audience.width for audience in found)
    for width in (width for width, count in widths.items() if count > 1):
        same = ", ".join(audience.slug for audience in found if audience.width == width)
        yield f"The audiences {same} have the same width {width}."
        return
    if [found[0].slug, found[-1].slug] != [audiences.DRAFTING_BODY, audiences.PUBLIC]:
        yield "No audience may be narrower than the drafting body or wider than the public."


def _wrong_with(audience: points.Audience) -> Iterator[str]:
    if not _SLUG.fullmatch(audience.slug):
        yield f"The audience {audience.slug!r} needs a slug of small letters, at most {audiences.LONGEST_AUDIENCE} of them."
    if type(audience.width) is not int:
        yield f"The width of the audience {audience.slug!r} is no whole number."
    if not isinstance(audience.label, Promise):
        yield f"The label of the audience {audience.slug!r} cannot be translated: use gettext_lazy."


def endings_have_one_reader(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Refuse two importers of one ending, and an ending that no file has."""
    if host_checks.unfit_answers([points.IMPORTERS], "amendments.E011"):
        return []  # told by the check of the hooks
    found = points.collect(points.IMPORTERS)
    counts = Counter(suffix for importer in found for suffix in importer.suffixes)
    wrong = [f"Several importers read files in {suffix}." for suffix, count in counts.items() if count > 1]
    wrong += [
        f"No file ends in {suffix!r}: write it small and with its dot."
        for suffix in counts
        if not _SUFFIX.fullmatch(suffix)
    ]
    return [checks.Error(words, id="amendments.E012") for words in wrong]


def register_checks() -> None:
    """Called once when the app is ready."""
    checks.register(seals_stand, checks.Tags.database)
    checks.register(hooks_are_known)
    checks.register(audiences_widen)
    checks.register(endings_have_one_reader)
    for check in host_checks.CHECKS:
        checks.register(check)
