"""Whether the seals stand in the database as they were put: each trigger with its body, on a table of its own, at work.

A trigger of the right name may do nothing, stand on another table or be switched off; a view, a table that inherits or a
policy for rows may show other rows than those that are sealed, and so may a schema that is searched first. Each is named.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from amendments.record.sealed_tables import sealed_tables
from amendments.record.seals import FunctionTrigger, postgresql_triggers, sqlite_triggers

# Bits of pg_trigger.tgtype (PostgreSQL, src/include/catalog/pg_trigger.h)
_ROW, _BEFORE = 1, 2
_EVENTS = {"insert": 4, "delete": 8, "update": 16, "truncate": 32}
_AT_WORK = ("O", "A")  # tgenabled: in ordinary sessions, or always


def faults(connection: BaseDatabaseWrapper) -> list[str]:
    """What is not as it was put, one sentence each; the database must have been migrated."""
    found = _sqlite(connection) if connection.vendor == "sqlite" else _postgresql(connection)
    return list(found)


def _sqlite(connection: BaseDatabaseWrapper) -> Iterator[str]:
    rows = _rows(connection, "SELECT type, name, tbl_name, sql FROM sqlite_master")
    kinds = {name: kind for kind, name, _on, _sql in rows if kind in ("table", "view")}
    standing = {name: (on, sql) for kind, name, on, sql in rows if kind == "trigger"}
    expected = sqlite_triggers()
    for table in sealed_tables():
        if kinds.get(table.name) != "table":
            yield f"{table.name} is no table."
    for name, put in expected.items():
        if name not in standing:
            yield f"The seal {name} is missing."
        elif standing[name] != put:
            yield f"The seal {name} is not the one that was put."
    yield from _strangers((on, name) for name, (on, _sql) in standing.items() if name not in expected)


_TABLES = """
SELECT c.relname, c.relkind, c.relhassubclass AND EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent = c.oid),
       c.relrowsecurity,
       EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgisinternal AND t.tgenabled NOT IN ('O', 'A')),
       EXISTS (SELECT 1 FROM pg_rewrite r WHERE r.ev_class = c.oid)
FROM unnest(%s::text[]) AS wanted(name) JOIN pg_class c ON c.oid = to_regclass(quote_ident(wanted.name))
"""
_TRIGGERS = """
SELECT t.tgname, c.relname, t.tgenabled, t.tgtype, t.tgqual IS NULL AND t.tgattr = ''::int2vector,
       p.proname, p.prosrc, l.lanname = 'plpgsql' AND p.proconfig IS NULL AND NOT p.prosecdef
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_language l ON l.oid = p.prolang
WHERE NOT t.tgisinternal AND c.oid IN (SELECT to_regclass(quote_ident(name)) FROM unnest(%s::text[]) AS wanted(name))
"""
_SWITCHED_OFF = """
SELECT 1 FROM pg_settings WHERE name = 'session_replication_role' AND (setting <> 'origin' OR reset_val <> 'origin')
UNION ALL
SELECT 1 FROM pg_db_role_setting s, unnest(s.setconfig) AS said
WHERE said LIKE 'session_replication_role=%' AND said <> 'session_replication_role=origin'
"""


_READ_FROM = """
SELECT n.nspname, c.relname FROM unnest(%s::text[]) AS wanted(name)
JOIN pg_class c ON c.oid = to_regclass(quote_ident(wanted.name)) JOIN pg_namespace n ON n.oid = c.relnamespace
"""
_SEARCHED = """
SELECT current_setting('search_path'),
       (SELECT array_agg(name) FROM unnest(current_schemas(true)) AS name WHERE name NOT LIKE 'pg_temp%')
"""


def _postgresql(connection: BaseDatabaseWrapper) -> Iterator[str]:
    names = [table.name for table in sealed_tables()]
    tables = {row[0]: row[1:] for row in _rows(connection, _TABLES, [names])}
    for name in names:
        yield from _table_faults(name, *tables.get(name, ("", False, False, False, False)))
    standing = {row[0]: row[1:] for row in _rows(connection, _TRIGGERS, [names])}
    expected = postgresql_triggers()
    for name, put in expected.items():
        if name not in standing:
            yield f"The seal {name} is missing."
        elif (standing[name][1]) not in _AT_WORK:
            yield f"The seal {name} is switched off."
        elif not _is_as_put(put, *standing[name]):
            yield f"The seal {name} is not the one that was put."
    yield from _strangers((row[0], name) for name, row in standing.items() if name not in expected)
    if _rows(connection, _SWITCHED_OFF):
        yield "The setting session_replication_role switches the seals off."
    yield from _read_elsewhere(connection)


def _read_elsewhere(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Tables or functions of another schema that stand before ours, so that the site reads and checks these."""
    names = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    tables = _rows(connection, _READ_FROM, [names])
    if not tables:
        yield "No table of the site is found: the setting search_path leads to no schema with them."
        return
    ((home, _count),) = Counter(schema for schema, _name in tables).most_common(1)
    for schema, name in tables:
        if schema != home:
            yield f"{name} is read in the schema {schema}, where most tables are in {home}."
    ((path, schemas),) = _rows(connection, _SEARCHED)
    if schemas[:2] != ["pg_catalog", home]:
        yield f"The setting search_path ({path}) names another schema before {home}, where the tables are."


def _table_faults(
    name: str, kind: str, is_inherited: bool, has_policies: bool, lost_keys: bool, has_rules: bool
) -> Iterator[str]:
    if kind != "r":
        yield f"{name} is no table."
    if is_inherited:
        yield f"Another table inherits from {name}: its rows appear among the sealed ones."
    if has_policies:
        yield f"Row-level security may hide rows of {name}."
    if lost_keys:
        yield f"The foreign keys of {name} are switched off."
    if kind == "r" and has_rules:
        yield f"A rule rewrites what is asked of {name}."


def _is_as_put(  # the columns of _TRIGGERS
    put: FunctionTrigger,
    table: str,
    _enabled: str,
    bits: int,
    is_always: bool,
    function: str,
    body: str,
    is_plain: bool,
) -> bool:
    level = 0 if put.event == "truncate" else _ROW
    return (
        (table, bits, function, body)
        == (put.table, level | _BEFORE | _EVENTS[put.event], put.function, put.body)
        and is_always
        and is_plain
    )


def _strangers(triggers: Any) -> Iterator[str]:
    """Triggers that nobody of us put on a sealed table: they may write something else than what is sealed."""
    sealed = {table.name for table in sealed_tables()}
    for table, name in sorted(triggers):
        if table in sealed:
            yield f"The trigger {name} on {table} is none of the seals."


def _rows(
    connection: BaseDatabaseWrapper, statement: str, given: list[Any] | None = None
) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall())
