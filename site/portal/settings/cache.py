"""One cache that all processes of the site see: a table behind a connection of its own.

With a connection of its own, a worker tells its progress although its import is one open transaction. On SQLite, it is
a file of its own, so that a count of wrong passwords does not wait for a writer.
"""

from copy import deepcopy
from pathlib import Path
from typing import Any

ALIAS = "cache"  # of DATABASES
CACHES = {
    "default": {
        "BACKEND": "portal.shared_cache.SharedCache",
        "LOCATION": "madda_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}


def connection_of(main: Any, var: Path) -> Any:
    """The connection of the cache, beside the one of the data. Any: dj-database-url has types of its own."""
    found = deepcopy(main)
    if main["ENGINE"] == "django.db.backends.sqlite3":
        found["NAME"] = var / "cache.sqlite3"
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return found


class Router:
    """Keeps the table of the cache on its connection, and everything else off it."""

    def db_for_read(self, model: Any, **_: Any) -> str | None:
        """The connection of the cache for its table alone."""
        return ALIAS if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **_: Any) -> bool | None:
        """No other table there."""
        if app_label == "django_cache":
            return db == ALIAS
        return False if db == ALIAS else None
