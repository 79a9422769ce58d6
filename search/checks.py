"""What `manage.py check --database default` checks for the search."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004 - as Django calls it
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor

from search.sources import sources


@register(Tags.database)
def index_is_filled(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """Warn of an empty index, as after an upgrade of its tables: the site would look as if it had no texts."""
    if DEFAULT_DB_ALIAS not in (databases or ()) or _is_behind():
        return []
    return [
        Warning(
            f"Nothing of the source {name!r} is in the search index, though there is something to be found.",
            hint=f"Run manage.py rebuild_index {name}.",
            id="search.W001",
        )
        for name in _empty()
    ]


def _is_behind() -> bool:
    """Whether migrations are still to be applied, so that the tables do not fit this code."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _empty() -> Iterator[str]:
    from search.models import ConfidentialEntry, PublicEntry  # checks are registered before models are loaded

    for name, source in sources().items():
        is_indexed = any(
            model.objects.filter(source=name).exists() for model in (PublicEntry, ConfidentialEntry)
        )
        if not is_indexed and any(entry.audience for entry in source.entries(None)):
            yield name
