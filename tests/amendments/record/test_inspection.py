"""Whoever may alter the schema can weaken a seal: each way is found and named, on the database of the run."""

import pytest
from django.db import connection

from amendments.models import Release, Version
from amendments.record import inspection, seals

TABLE = Release._meta.db_table
SEAL = f"{TABLE}_sealed_update"
OTHER = Version._meta.db_table

ON_BOTH = {
    "renamed and replaced": (
        [f"ALTER TABLE {TABLE} RENAME TO elsewhere", f"CREATE TABLE {TABLE} (id integer)"],
        f"The seal {SEAL} is",
    ),
    "a view in its place": (
        [f"ALTER TABLE {TABLE} RENAME TO elsewhere", f"CREATE VIEW {TABLE} AS SELECT * FROM elsewhere"],
        f"{TABLE} is no table.",
    ),
}
ON_SQLITE = {
    "dropped": ([f"DROP TRIGGER {SEAL}"], f"The seal {SEAL} is missing."),
    "a trigger that does nothing": (
        [
            f"DROP TRIGGER {SEAL}",
            f"CREATE TRIGGER {SEAL} BEFORE UPDATE ON {TABLE} FOR EACH ROW BEGIN SELECT 1; END",
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "a condition that is never met": (
        [
            f"DROP TRIGGER {SEAL}",
            (
                f"CREATE TRIGGER {SEAL} BEFORE UPDATE ON {TABLE} FOR EACH ROW WHEN 0 "
                f"BEGIN SELECT RAISE(ABORT, '{seals.REFUSAL}'); END"
            ),
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "the columns of an update": (
        [
            f"DROP TRIGGER {SEAL}",
            (
                f"CREATE TRIGGER {SEAL} BEFORE UPDATE OF audience ON {TABLE} FOR EACH ROW "
                f"BEGIN SELECT RAISE(ABORT, '{seals.REFUSAL}'); END"
            ),
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "on another table": (
        [
            f"DROP TRIGGER {SEAL}",
            (
                f"CREATE TRIGGER {SEAL} BEFORE UPDATE ON {OTHER} FOR EACH ROW "
                f"BEGIN SELECT RAISE(ABORT, '{seals.REFUSAL}'); END"
            ),
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "another trigger": (
        [f"CREATE TRIGGER helpful AFTER INSERT ON {TABLE} FOR EACH ROW BEGIN SELECT 1; END"],
        f"The trigger helpful on {TABLE} is none of the seals.",
    ),
}
_NOTHING = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"
_EACH = f"ON {TABLE} FOR EACH ROW"
ON_POSTGRESQL = {
    "dropped": ([f"DROP TRIGGER {SEAL} ON {TABLE}"], f"The seal {SEAL} is missing."),
    "switched off": ([f"ALTER TABLE {TABLE} DISABLE TRIGGER {SEAL}"], f"The seal {SEAL} is switched off."),
    "for replicas only": (
        [f"ALTER TABLE {TABLE} ENABLE REPLICA TRIGGER {SEAL}"],
        f"The seal {SEAL} is switched off.",
    ),
    "all triggers switched off": (
        [f"ALTER TABLE {TABLE} DISABLE TRIGGER ALL"],
        f"The foreign keys of {TABLE}",
    ),
    "a body that does nothing": (
        [f"CREATE OR REPLACE FUNCTION amendments_refuse() {_NOTHING}"],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "a condition that is never met": (
        [
            f"DROP TRIGGER {SEAL} ON {TABLE}",
            f"CREATE TRIGGER {SEAL} BEFORE UPDATE {_EACH} WHEN (false) EXECUTE FUNCTION amendments_refuse()",
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "the columns of an update": (
        [
            f"DROP TRIGGER {SEAL} ON {TABLE}",
            f"CREATE TRIGGER {SEAL} BEFORE UPDATE OF audience {_EACH} EXECUTE FUNCTION amendments_refuse()",
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "another function": (
        [
            f"DROP TRIGGER {SEAL} ON {TABLE}",
            f"CREATE FUNCTION harmless() {_NOTHING}",
            f"CREATE TRIGGER {SEAL} BEFORE UPDATE {_EACH} EXECUTE FUNCTION harmless()",
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "another moment": (
        [
            f"DROP TRIGGER {SEAL} ON {TABLE}",
            f"CREATE TRIGGER {SEAL} AFTER INSERT {_EACH} EXECUTE FUNCTION amendments_refuse()",
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "on another table": (
        [
            f"DROP TRIGGER {SEAL} ON {TABLE}",
            f"CREATE TRIGGER {SEAL} BEFORE UPDATE ON {OTHER} FOR EACH ROW EXECUTE FUNCTION amendments_refuse()",
        ],
        f"The seal {SEAL} is not the one that was put.",
    ),
    "another trigger": (
        [
            f"CREATE FUNCTION harmless() {_NOTHING}",
            f"CREATE TRIGGER helpful BEFORE INSERT {_EACH} EXECUTE FUNCTION harmless()",
        ],
        f"The trigger helpful on {TABLE} is none of the seals.",
    ),
    "a table that inherits": (
        [f"CREATE TABLE more () INHERITS ({TABLE})"],
        f"Another table inherits from {TABLE}",
    ),
    "a policy for rows": (
        [f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY"],
        f"Row-level security may hide rows of {TABLE}.",
    ),
    "a rule": (
        [f"CREATE RULE quietly AS ON UPDATE TO {TABLE} DO INSTEAD NOTHING"],
        f"A rule rewrites what is asked of {TABLE}.",
    ),
    "a table of the same name that is found first": (
        [
            "CREATE SCHEMA before",
            f"CREATE TABLE before.{TABLE} (LIKE {TABLE})",
            "SET LOCAL search_path TO before, public",
        ],
        f"The seal {SEAL} is missing.",
    ),
    "another table of the site that is found first": (
        [
            "CREATE SCHEMA before",
            "CREATE TABLE before.amendments_chainhead (LIKE amendments_chainhead)",
            "SET LOCAL search_path TO before, public",
        ],
        "amendments_chainhead is read in the schema before, where most tables are in public.",
    ),
    "a schema that is searched first": (
        ["CREATE SCHEMA before", "SET LOCAL search_path TO before, public"],
        "The setting search_path (before, public) names another schema before public",
    ),
    "functions that are found before those of PostgreSQL": (
        ["SET LOCAL search_path TO public, pg_catalog"],
        "The setting search_path (public, pg_catalog) names another schema",
    ),
    "the session of a replica": (
        ["SET LOCAL session_replication_role TO replica"],
        "The setting session_replication_role switches the seals off.",
    ),
    "the session of a replica for everybody": (
        [
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET session_replication_role TO replica', current_database()); END $$"
        ],
        "The setting session_replication_role switches the seals off.",
    ),
}
WAYS = ON_BOTH | (ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRESQL)


def test_nothing_is_found_on_a_database_as_it_was_migrated(db):
    assert inspection.faults(connection) == []


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_every_way_of_weakening_a_seal_is_named(db, way):
    statements, told = WAYS[way]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    found = inspection.faults(connection)
    assert any(fault.startswith(told) for fault in found), found


@pytest.mark.parametrize("table", seals.sealed_tables(), ids=lambda table: table.name)
def test_the_seals_of_every_table_are_looked_at(db, table):
    seals.lift(connection)
    found = inspection.faults(connection)
    for event in ("update", "delete", "insert"):
        assert f"The seal {table.name}_sealed_{event} is missing." in found
    seals.install(connection)
    assert inspection.faults(connection) == []
