"""What `manage.py check --database default` checks for the search."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 - as Django calls it
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import NoReverseMatch, reverse

from search.errors import BadEngineError
from search.sources import sources


@register(Tags.database)
def index_is_filled(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """Warn of an empty index, as after an upgrade of its tables: the site would look as if it had no texts."""
    if DEFAULT_DB_ALIAS not in (databases or ()) or _is_behind():
        return []
    try:
        empty = list(_empty())
    except DatabaseError as fault:  # such as a table of the cache that is not made yet
        return [
            Warning(
                f"It is not known whether the search index is filled: {fault}",
                hint="Run manage.py migrate, which makes the table of the cache too.",
                id="search.W002",
            )
        ]
    return [
        Warning(
            f"Nothing of the source {name!r} is in the search index, though there is something to be found.",
            hint=f"Run manage.py rebuild_index {name}.",
            id="search.W001",
        )
        for name in empty
    ]


@register(Tags.database)
def full_text_stands(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """Name a table of the full text that is missing: no model describes it, so nothing else would notice."""
    from search.backends.dialect import SCOPES

    if DEFAULT_DB_ALIAS not in (databases or ()) or _is_behind():
        return []
    standing = connection.introspection.table_names()
    return [
        Error(
            f"The full text of the search is missing: there is no table {scope.text}.",
            hint="Run manage.py migrate --skip-checks madda_search zero, then migrate and rebuild_index. Saved searches are lost.",
            id="search.E001",
        )
        for scope in SCOPES
        if scope.text not in standing
    ]


@register()
def site_is_ready(**_: Any) -> list[CheckMessage]:
    """What the search needs from the site in which it stands."""
    return [Error(words, hint=hint, id=f"search.{check}") for check, words, hint in _lacking()]


def _lacking() -> Iterator[tuple[str, str, str]]:
    from search.backends.engine import engine

    if connection.vendor not in ("sqlite", "postgresql"):
        yield "E002", f"The search knows no {connection.vendor}.", "Use SQLite or PostgreSQL."
    if not getattr(settings, "WAGTAILADMIN_BASE_URL", ""):
        hint = "Set WAGTAILADMIN_BASE_URL to the address of the site."
        yield "E003", "Mails and feeds of saved searches cannot name the address of the site.", hint
    try:
        get_template("madda/base.html")
    except TemplateDoesNotExist:
        hint = "Install amendments, or write a template with the blocks that docs/extending.md names."
        yield "E004", "There is no template madda/base.html, the frame of every page.", hint
    try:
        reverse("search:search")
    except NoReverseMatch:
        hint = 'Add path("search/", include("search.urls")) to the addresses of the site.'
        yield "E005", "The addresses of the search are not included.", hint
    try:
        engine()
    except (ImportError, BadEngineError) as error:
        yield (
            "E006",
            f"SEARCH_ENGINE cannot be loaded: {error}.",
            "Correct the name, or leave the setting out.",
        )


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
