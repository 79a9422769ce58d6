"""On PostgreSQL a copy of each entry stands beside its vector, so that a question to the index joins nothing.

The copy goes with its entry, however that is deleted: nothing is found that is gone.
"""

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


FORGET = """
CREATE FUNCTION search_forget_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        EXECUTE format('TRUNCATE %I', TG_ARGV[0]);
    ELSE
        EXECUTE format('DELETE FROM %I WHERE id = $1', TG_ARGV[0]) USING OLD.id;
    END IF;
    RETURN NULL;
END $$
"""


def widen(apps, schema_editor):
    _rebuilt(schema_editor, "entry.*", "id")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FORGET, params=None)
        for text, entries in PAIRS:
            for event, each in (("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
                schema_editor.execute(
                    f"CREATE TRIGGER {text}_{event.lower()} AFTER {event} ON {entries}"
                    f" FOR EACH {each} EXECUTE FUNCTION search_forget_copy('{text}')"
                )


def narrow(apps, schema_editor):
    _rebuilt(schema_editor, "entry.id AS entry_id", "entry_id")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION search_forget_copy CASCADE")


class Migration(migrations.Migration):
    dependencies = [("search", "0006_profiles")]

    operations = [migrations.RunPython(widen, narrow)]
