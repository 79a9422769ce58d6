"""Columns that this code needs and the database does not have."""

from django.apps import apps
from django.db import connection, router

_OF_POSTGRES = """
    SELECT relname, attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
    WHERE pg_table_is_visible(c.oid) AND attnum > 0 AND NOT attisdropped
"""
_OF_SQLITE = "SELECT m.name, p.name FROM sqlite_master m, pragma_table_xinfo(m.name) p"


def missing_columns() -> list[str]:
    """The columns by their tables. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_POSTGRES if connection.vendor == "postgresql" else _OF_SQLITE)
        stored = set(cursor.fetchall())
    needed = {
        (model._meta.db_table, field.column)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and router.allow_migrate_model(connection.alias, model)
        for field in model._meta.local_concrete_fields
        if not field.primary_key  # the table of words of SQLite has one that is named nowhere
    }
    return sorted(f"{table}.{column}" for table, column in needed - stored)
