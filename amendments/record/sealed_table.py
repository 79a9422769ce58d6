"""A table whose rows the database itself keeps, and the words in which it says when it refuses a change."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Model

DIFFERS, IS_SAME = "IS DISTINCT FROM", "IS NOT DISTINCT FROM"
"""Comparisons in which NULL is a value, as PostgreSQL says them; `seals.py` says them for SQLite."""


@dataclass(frozen=True, slots=True)
class SealedTable:
    """`register_sealed_tables`: a table, and the conditions under which the database refuses INSERT, UPDATE and DELETE.

    They are SQL on OLD and NEW, "" for always. TRUNCATE is refused always.
    """

    name: str
    refuse_insert: str
    refuse_update: str = ""
    refuse_delete: str = ""

    @property
    def slug(self) -> str:
        """What two tables must not share."""
        return self.name

    def condition(self, event: str) -> str:
        """When a trigger refuses the event, "" for always."""
        conditions = {
            "insert": self.refuse_insert,
            "update": self.refuse_update,
            "delete": self.refuse_delete,
        }
        return conditions.get(event, "")


def sealed_table(
    model: type[Model], same: str = "", *joining: str, key: str = "id", refuse_update: str = ""
) -> SealedTable:
    """A table whose rows are sealed from the first moment. `refuse_update`: "" for always.

    `same`: what makes a row the same as a standing one, besides its key; `joining`: what it must not join.
    """
    replaces = stands(model, " OR ".join(filter(None, [f"s.{key} = NEW.{key}", same])))
    return SealedTable(model._meta.db_table, " OR ".join([replaces, *joining]), refuse_update)


def stands(model: type[Model], condition: str) -> str:
    """Whether a row of the model stands, as `s` in the condition."""
    return f"EXISTS (SELECT 1 FROM {model._meta.db_table} s WHERE {condition})"


def changes(model: type[Model], free: Collection[str] = ()) -> str:
    """Whether an UPDATE changes a column, except those of the free fields."""
    columns = [field.column for field in model._meta.concrete_fields if field.name not in free]
    return "(" + " OR ".join(f'NEW."{name}" {DIFFERS} OLD."{name}"' for name in columns) + ")"
