"""The databases of one run on a PostgreSQL server: the migrated one, one for each world, and a worker's copies of them.

A copy takes a quarter of a second, and building a world several. A worker goes from one of its copies to another as
its modules ask for worlds; each test rolls back what it changed.
"""

import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection, transaction


class Databases:
    """The copies of one worker. `once(name, make)` makes a file for the whole run, and the rest of what belongs to it.

    What worlds were copied from stays on the server until the next run, as the migrated database does.
    """

    def __init__(self, worker: str, once: Callable[[str, Callable[[Path], None]], Path]) -> None:
        self._worker, self._once = worker, once
        self._migrated = f"test_{connection.settings_dict['NAME']}"
        self._own: set[str] = set()

    def empty(self) -> None:
        """Go to the copy without a world."""
        self._go(self._migrated)

    def world(self, name: str, build: Callable[[], Any]) -> bytes:
        """Go to a copy of the world. The rows that it names, pickled."""
        words = re.sub(r"\W+", "_", name)
        path = self._once(name, lambda kept: self._build(kept, words, build))
        self._go(f"{self._migrated}_{words}")
        return path.read_bytes()

    def drop(self) -> None:
        """Delete the copies of this worker."""
        for name in self._own:
            _connect_to(name)
            connection.creation.destroy_test_db(name, verbosity=0)

    def _build(self, path: Path, words: str, build: Callable[[], Any]) -> None:
        _connect_to(_copied(self._migrated, words))
        with transaction.atomic():
            rows = pickle.dumps(build())
            connection.run_on_commit.clear()  # neither mails nor tasks
        connection.close()  # a database is copied while nobody is connected to it
        path.write_bytes(rows)

    def _go(self, name: str) -> None:
        own = f"{name}_{self._worker}"
        if own not in self._own:
            _copied(name, self._worker)
            self._own.add(own)
        if connection.settings_dict["NAME"] != own:
            _connect_to(own)


def _copied(name: str, suffix: str) -> str:
    """Copy a database. The name of the copy."""
    _connect_to(name)
    connection.creation.clone_test_db(suffix, verbosity=0, autoclobber=True)
    return f"{name}_{suffix}"


def _connect_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def numbers() -> list[tuple[str, int, bool]]:
    """Where each sequence stands: its name, its number, and whether that was given to a row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sequencename, coalesce(last_value, start_value), last_value IS NOT NULL"
            " FROM pg_sequences WHERE schemaname = current_schema()"
        )
        return cursor.fetchall()


def go_back_to(stood: list[tuple[str, int, bool]]) -> None:
    """Give the same numbers again, which a rollback alone does not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(quote_ident(name)::regclass, number, is_given)"
            " FROM unnest(%s::text[], %s::bigint[], %s::boolean[]) AS stood(name, number, is_given)",
            [list(column) for column in zip(*stood, strict=True)],
        )
