"""The full text beside the entries, in the form that the database offers: written for it by `search.backends`."""

from django.db import migrations

TABLES = ("search_publictext", "search_confidentialtext")
# the words are analysed before: every character but white space belongs to one
TOKENIZER = "unicode61 remove_diacritics 0 categories ''L* M* N* P* S* Co''"
VOCABULARY = "search_publicvocabulary"


def create(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for text in TABLES:
        if vendor == "sqlite":
            schema_editor.execute(
                f"CREATE VIRTUAL TABLE {text} USING fts5(heading, body, exact, cite, tokenize='{TOKENIZER}')"
            )
        elif vendor == "postgresql":
            schema_editor.execute(
                f"CREATE TABLE {text} (entry_id bigint PRIMARY KEY, vector tsvector NOT NULL)"
            )
            schema_editor.execute(f"CREATE INDEX {text}_vector ON {text} USING gin (vector)")
        else:
            raise NotImplementedError(f"The embedded search knows SQLite and PostgreSQL, not {vendor}.")
    if vendor == "sqlite":
        schema_editor.execute(f"CREATE VIRTUAL TABLE {VOCABULARY} USING fts5vocab(search_publictext, row)")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE {VOCABULARY}")
    for text in TABLES:
        schema_editor.execute(f"DROP TABLE {text}")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
