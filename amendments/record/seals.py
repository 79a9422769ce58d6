"""Triggers by which the database itself refuses to change what was sealed (SQLite and PostgreSQL).

A sealed row is written once: entries first, then the `Version` row, and the `Draft` row after the versions of all its
acts. UPDATE and DELETE are refused always, except that a request for a release and a legal check are answered once.
INSERT is refused when the row would replace one (SQLite's INSERT OR REPLACE passes the other two) or join a sealed version
or draft, TRUNCATE always (PostgreSQL). Whoever may alter the schema can drop a trigger or weaken it: `inspection.py` says
which do not stand as they were put, and `verify_seals` what was changed then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

REFUSAL = "sealed: this row is part of the legal record and cannot be changed"


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table, the condition (on NEW) under which an INSERT is refused, and that (on OLD) of an UPDATE: "" for always."""

    name: str
    refuse_insert: str
    refuse_update: str = ""

    def condition(self, event: str) -> str:
        """When a trigger refuses the event, "" for always."""
        return {"insert": self.refuse_insert, "update": self.refuse_update}.get(event, "")


@cache
def sealed_tables() -> tuple[SealedTable, ...]:
    """Every table of the record: no row replaces another, and none joins a sealed version or draft."""
    from amendments import models as record

    return (
        _table(record.Draft, "(s.amendment_id = NEW.amendment_id AND s.number = NEW.number)"),
        _table(
            record.Version,
            '(s.draft_id = NEW.draft_id AND (s.instrument_id = NEW.instrument_id OR s."order" = NEW."order"))'
            " OR (s.draft_id IS NULL AND NEW.draft_id IS NULL AND s.instrument_id = NEW.instrument_id"
            " AND s.number = NEW.number)",
            _stands(record.Draft, "s.id = NEW.draft_id"),
        ),
        *_parts_of_versions(),
        _table(record.Provision),
        _table(
            record.ProvisionText,
            "(s.provision_id = NEW.provision_id AND s.language = NEW.language AND s.sha256 = NEW.sha256)",
        ),
        _table(
            record.Release,
            "s.request_id = NEW.request_id OR (s.draft_id = NEW.draft_id AND s.audience = NEW.audience)"
            " OR (s.version_id = NEW.version_id AND s.audience = NEW.audience)",
        ),
        _table(record.Commencement),
        _table(record.StateChange),
        _table(record.WordingTranslation),
        _table(record.ChainLink, "(s.kind = NEW.kind AND s.row = NEW.row)", key="number"),
        # Written twice: when it is asked, and when it is answered
        _table(
            record.ReleaseRequest,
            "(s.draft_id = NEW.draft_id AND s.audience = NEW.audience)"
            " OR (s.version_id = NEW.version_id AND s.audience = NEW.audience)",
            refuse_update="OLD.approved_at IS NOT NULL",
        ),
        _table(record.LegalCheck, refuse_update="OLD.answered_at IS NOT NULL"),
    )


def _parts_of_versions() -> tuple[SealedTable, ...]:
    from amendments import models as record

    version = _stands(record.Version, "s.id = NEW.version_id")
    return (
        _table(
            record.VersionEntry,
            '(s.version_id = NEW.version_id AND (s.provision_id = NEW.provision_id OR s."order" = NEW."order"))',
            version,
        ),
        _table(
            record.EntryText,
            "(s.entry_id = NEW.entry_id AND s.language = NEW.language)",
            _stands(record.Version, f"s.id IN ({_version_of_the_entry()})"),
        ),
        _table(
            record.VersionInstruction,
            "(s.version_id = NEW.version_id AND s.instruction_id = NEW.instruction_id)",
            version,
        ),
        _table(
            record.VersionFold,
            "(s.version_id = NEW.version_id AND s.instruction_id = NEW.instruction_id)",
            version,
        ),
        _table(
            record.VersionTarget,
            "(s.sealed_id = NEW.sealed_id AND s.provision_id = NEW.provision_id)",
            _stands(record.Version, f"s.id IN ({_version_of_the_instruction()})"),
        ),
    )


def _table(
    model: type[Model], same: str = "", *joining: str, key: str = "id", refuse_update: str = ""
) -> SealedTable:
    """`same`: what makes a row the same as a standing one, besides its key; `joining`: what it must not join."""
    replaces = _stands(model, " OR ".join(filter(None, [f"s.{key} = NEW.{key}", same])))
    return SealedTable(model._meta.db_table, " OR ".join([replaces, *joining]), refuse_update)


def _stands(model: type[Model], condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {model._meta.db_table} s WHERE {condition})"


def _version_of_the_entry() -> str:
    from amendments.models import VersionEntry

    return f"SELECT e.version_id FROM {VersionEntry._meta.db_table} e WHERE e.id = NEW.entry_id"


def _version_of_the_instruction() -> str:
    from amendments.models import VersionInstruction

    return f"SELECT i.version_id FROM {VersionInstruction._meta.db_table} i WHERE i.id = NEW.sealed_id"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every seal in place; standing ones are written again."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
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
    connection = connections[using]
    tables = connection.introspection.table_names()
    if all(table.name in tables for table in sealed_tables()):
        install(connection)


def _statements(vendor: str) -> Iterator[str]:
    return _sqlite() if vendor == "sqlite" else _postgresql()


def _sqlite() -> Iterator[str]:
    for name, (_table, statement) in sqlite_triggers().items():
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield statement


def sqlite_triggers() -> dict[str, tuple[str, str]]:
    """The table and the statement of each trigger, by its name; SQLite keeps the words of the statement."""
    found = {}
    for table in sealed_tables():
        for event in ("update", "delete", "insert"):
            name = f"{table.name}_sealed_{event}"
            condition = table.condition(event)
            when = f" WHEN {condition}" if condition else ""
            statement = (
                f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table.name} FOR EACH ROW{when} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
            found[name] = (table.name, statement)
    return found


@dataclass(frozen=True, slots=True)
class FunctionTrigger:
    """A trigger of PostgreSQL, with the body of the function that it calls. `event`: "update", "truncate" and so on."""

    table: str
    event: str
    function: str
    body: str


def postgresql_triggers() -> dict[str, FunctionTrigger]:
    """All of them, by name."""
    refuse = f" BEGIN {_RAISE} END "
    found = {}
    for table in sealed_tables():
        for event in ("update", "delete", "insert", "truncate"):
            function = (_REFUSE, refuse)
            if condition := table.condition(event):
                # PostgreSQL allows no subquery in WHEN, so the condition stands in a function
                body = f" BEGIN IF {condition} THEN {_RAISE} END IF; RETURN NEW; END "
                function = (f"{table.name}_refuse_{event}", body)
            found[f"{table.name}_sealed_{event}"] = FunctionTrigger(table.name, event, *function)
    return found


_REFUSE = "amendments_refuse"
_RAISE = f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';"


def _postgresql() -> Iterator[str]:
    triggers = postgresql_triggers()
    for function, body in {one.function: one.body for one in triggers.values()}.items():
        yield f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
    for name, one in triggers.items():
        level = "STATEMENT" if one.event == "truncate" else "ROW"
        yield f"DROP TRIGGER IF EXISTS {name} ON {one.table}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {one.event.upper()} ON {one.table} "
            f"FOR EACH {level} EXECUTE FUNCTION {one.function}()"
        )
