"""A site for benchmarks of the search: a database of its own, and a registry with their sources alone."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def scratch_database() -> Iterator[None]:
    """A database of its own: on disk as a site's is, or beside the one that the settings name on a server."""
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor != "sqlite":
        before = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(before, verbosity=0)
        return
    with tempfile.TemporaryDirectory() as folder:
        connection.close()
        before = connection.settings_dict["NAME"]
        connection.settings_dict["NAME"] = str(Path(folder) / "search.sqlite3")
        try:
            call_command("migrate", verbosity=0)
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = before


@contextmanager
def own_registry() -> Iterator[None]:
    """The registry empty, and afterwards as it was."""
    from search import sources

    kept = sources._sources.copy(), sources._readers.copy()
    sources._sources.clear()
    sources._readers.clear()
    try:
        yield
    finally:
        sources._sources.clear()
        sources._readers.clear()
        sources._sources.update(kept[0])
        sources._readers.extend(kept[1])
