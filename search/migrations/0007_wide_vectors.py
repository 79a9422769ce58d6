"""On PostgreSQL a copy of each entry stands beside its vector, so that a question to the index joins nothing."""

from django.db import migrations

PAIRS = (
    ("search_publictext", "search_publicentry"),
    ("search_confidentialtext", "search_confidentialentry"),
)


def _rebuilt(schema_editor, columns, key):
    """The same full text with other columns beside the vector."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for text, entries in PAIRS:
        schema_editor.execute(
            f"CREATE TABLE {text}_new AS SELECT {columns}, text.vector"
            f" FROM {text} text JOIN {entries} entry ON entry.id = text.{'entry_id' if key == 'id' else 'id'}"
        )
        schema_editor.execute(f"DROP TABLE {text}")
        schema_editor.execute(f"ALTER TABLE {text}_new RENAME TO {text}")
        schema_editor.execute(f"ALTER TABLE {text} ALTER COLUMN vector SET NOT NULL")
        schema_editor.execute(f"ALTER TABLE {text} ADD CONSTRAINT {text}_pkey PRIMARY KEY ({key})")
        schema_editor.execute(f"CREATE INDEX {text}_vector ON {text} USING gin (vector)")


def widen(apps, schema_editor):
    _rebuilt(schema_editor, "entry.*", "id")


def narrow(apps, schema_editor):
    _rebuilt(schema_editor, "entry.id AS entry_id", "entry_id")


class Migration(migrations.Migration):
    dependencies = [("search", "0006_profiles")]

    operations = [migrations.RunPython(widen, narrow)]
