"""Triggers by which the database itself refuses to change what was sealed (SQLite and PostgreSQL).

A sealed row is written once: entries first, the `Version` row last. UPDATE and DELETE are refused always, INSERT
when the row would replace one (SQLite's INSERT OR REPLACE passes the other two) or join a sealed version, TRUNCATE
always (PostgreSQL). Whoever may alter the schema can drop a trigger: that is what `verify_seals` finds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "sealed: this row is part of the legal record and cannot be changed"


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table and the condition (on NEW) under which an INSERT is refused."""

    name: str
    refuse_insert: str


def _stands(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} s WHERE {condition})"


SEALED = (
    SealedTable("amendments_version", _stands("amendments_version", "s.id = NEW.id OR (s.amendment_id = NEW.amendment_id AND s.number = NEW.number) OR (s.amendment_id IS NULL AND NEW.amendment_id IS NULL AND s.instrument_id = NEW.instrument_id AND s.number = NEW.number)")),
    SealedTable("amendments_versionentry", _stands("amendments_version", "s.id = NEW.version_id") + " OR " + _stands("amendments_versionentry", "s.id = NEW.id OR (s.version_id = NEW.version_id AND (s.provision_id = NEW.provision_id OR s.\"order\" = NEW.\"order\"))")),
    SealedTable("amendments_entrytext", "EXISTS (SELECT 1 FROM amendments_version v JOIN amendments_versionentry e ON e.version_id = v.id WHERE e.id = NEW.entry_id)" + " OR " + _stands("amendments_entrytext", "s.id = NEW.id OR (s.entry_id = NEW.entry_id AND s.language = NEW.language)")),
    SealedTable("amendments_versioninstruction", _stands("amendments_version", "s.id = NEW.version_id") + " OR " + _stands("amendments_versioninstruction", "s.id = NEW.id OR (s.version_id = NEW.version_id AND s.instruction_id = NEW.instruction_id)")),
    SealedTable("amendments_provision", _stands("amendments_provision", "s.id = NEW.id")),
    SealedTable("amendments_provisiontext", _stands("amendments_provisiontext", "s.id = NEW.id OR (s.provision_id = NEW.provision_id AND s.language = NEW.language AND s.sha256 = NEW.sha256)")),
    SealedTable("amendments_release", _stands("amendments_release", "s.id = NEW.id OR s.request_id = NEW.request_id OR (s.version_id = NEW.version_id AND s.audience = NEW.audience)")),
    SealedTable("amendments_commencement", _stands("amendments_commencement", "s.id = NEW.id")),
    SealedTable("amendments_statechange", _stands("amendments_statechange", "s.id = NEW.id")),
)  # fmt: skip


def trigger_names(vendor: str) -> list[str]:
    """The names of every trigger that must stand in a database of this vendor."""
    events = ["update", "delete", "insert"] + (["truncate"] if vendor == "postgresql" else [])
    return [f"{table.name}_sealed_{event}" for table in SEALED for event in events]


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Triggers that should stand in the database and do not."""
    sources = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    }
    with connection.cursor() as cursor:
        cursor.execute(sources[connection.vendor])
        standing = {row[0] for row in cursor.fetchall()}
    return [name for name in trigger_names(connection.vendor) if name not in standing]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every seal in place; standing ones are written again."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Remove the seals: for the clean-up of transactional tests only."""
    with connection.cursor() as cursor:
        for table in SEALED:
            for name in trigger_names(connection.vendor):
                if name.startswith(f"{table.name}_sealed_"):
                    on = f" ON {table.name}" if connection.vendor == "postgresql" else ""
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def install_after_migrate(using: str, **_: Any) -> None:
    """Reinstall after every migration: an AlterField on SQLite drops triggers silently."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    if all(table.name in tables for table in SEALED):
        install(connection)


def _statements(vendor: str) -> Iterator[str]:
    return _sqlite() if vendor == "sqlite" else _postgresql()


def _sqlite() -> Iterator[str]:
    for table in SEALED:
        for event in ("update", "delete", "insert"):
            name = f"{table.name}_sealed_{event}"
            when = f" WHEN {table.refuse_insert}" if event == "insert" else ""
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield (
                f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table.name} FOR EACH ROW{when} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _postgresql() -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION amendments_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in SEALED:
        yield _refusing_function(table)
        for event in ("update", "delete", "insert", "truncate"):
            name = f"{table.name}_sealed_{event}"
            level = "STATEMENT" if event == "truncate" else "ROW"
            function = f"{table.name}_refuse_insert" if event == "insert" else "amendments_refuse"
            yield f"DROP TRIGGER IF EXISTS {name} ON {table.name}"
            yield (
                f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table.name} "
                f"FOR EACH {level} EXECUTE FUNCTION {function}()"
            )


def _refusing_function(table: SealedTable) -> str:
    """PostgreSQL allows no subquery in WHEN, so the condition stands in a function."""
    return (
        f"CREATE OR REPLACE FUNCTION {table.name}_refuse_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {table.refuse_insert} THEN RAISE EXCEPTION '{REFUSAL}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
