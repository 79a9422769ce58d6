"""Triggers by which the database itself refuses to change what was sealed (SQLite and PostgreSQL).

A sealed row is written once: entries first, then the `Version` row, and the `Draft` row after the versions of all its
acts. UPDATE and DELETE are refused always, except that a request for a release and a legal check are answered once, and
that plugins seal rows from a moment on (`register_sealed_tables`).
INSERT is refused when the row would replace one (SQLite's INSERT OR REPLACE passes the other two) or join a sealed version
or draft, TRUNCATE always (PostgreSQL). Whoever may alter the schema can drop a trigger or weaken it: `inspection.py` says
which do not stand as they were put, and `verify_seals` what was changed then.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from amendments.record.sealed_table import DIFFERS, IS_SAME
from amendments.record.sealed_tables import sealed_tables

REFUSAL = "sealed: this row is part of the legal record and cannot be changed"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the seals of all tables that stand in place; standing seals are written again."""
    standing = set(connection.introspection.table_names())
    write = _sqlite if connection.vendor == "sqlite" else _postgresql
    with connection.cursor() as cursor:
        for statement in write(standing):
            cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Remove the seals: for the clean-up of transactional tests only."""
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        for name in sqlite_triggers() if is_sqlite else ():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        for name, one in () if is_sqlite else postgresql_triggers().items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {one.table}")


def install_after_migrate(using: str, **_: Any) -> None:
    """Reinstall after every migration: an AlterField on SQLite drops triggers silently."""
    install(connections[using])


def _sqlite(standing: Collection[str]) -> Iterator[str]:
    for name, (table, statement) in sqlite_triggers().items():
        if table not in standing:
            continue
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield statement


def sqlite_triggers() -> dict[str, tuple[str, str]]:
    """The table and the statement of each trigger, by its name; SQLite keeps the words of the statement."""
    found = {}
    for table in sealed_tables():
        for event in ("update", "delete", "insert"):
            name = f"{table.name}_sealed_{event}"
            condition = _on_sqlite(table.condition(event))
            when = f" WHEN {condition}" if condition else ""
            statement = (
                f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table.name} FOR EACH ROW{when} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
            found[name] = (table.name, statement)
    return found


def _on_sqlite(condition: str) -> str:
    """SQLite before 3.39 knows the comparisons with NULL by other names only."""
    return condition.replace(IS_SAME, "IS").replace(DIFFERS, "IS NOT")


@dataclass(frozen=True, slots=True)
class FunctionTrigger:
    """A trigger of PostgreSQL, with the body of the function that it calls. `event`: "update", "truncate" and so on."""

    table: str
    event: str
    function: str
    body: str


def postgresql_triggers() -> dict[str, FunctionTrigger]:
    """All triggers for PostgreSQL, by name."""
    refuse = f" BEGIN {_RAISE} END "
    found = {}
    for table in sealed_tables():
        for event in ("update", "delete", "insert", "truncate"):
            function = (_REFUSE, refuse)
            if condition := table.condition(event):
                # PostgreSQL allows no subquery in WHEN, so the condition stands in a function
                row = "OLD" if event == "delete" else "NEW"
                body = f" BEGIN IF {condition} THEN {_RAISE} END IF; RETURN {row}; END "
                function = (f"{table.name}_refuse_{event}", body)
            found[f"{table.name}_sealed_{event}"] = FunctionTrigger(table.name, event, *function)
    return found


_REFUSE = "amendments_refuse"
_RAISE = f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';"


def _postgresql(standing: Collection[str]) -> Iterator[str]:
    triggers = {name: one for name, one in postgresql_triggers().items() if one.table in standing}
    for function, body in {one.function: one.body for one in triggers.values()}.items():
        yield f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
    for name, one in triggers.items():
        level = "STATEMENT" if one.event == "truncate" else "ROW"
        yield f"DROP TRIGGER IF EXISTS {name} ON {one.table}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {one.event.upper()} ON {one.table} "
            f"FOR EACH {level} EXECUTE FUNCTION {one.function}()"
        )
