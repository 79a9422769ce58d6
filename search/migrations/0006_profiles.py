"""Entries as narrower rows: values that vary together share a code, and what is read of every match stands first.

The index is empty afterwards: `manage.py rebuild_index` fills it from what the apps hold.
"""

import django.db.models.deletion
from django.db import migrations, models

TEXTS = ("search_publictext", "search_confidentialtext")
TOKENIZER = "unicode61 remove_diacritics 0 categories ''L* M* N* P* S* Co''"
VOCABULARY = "search_publicvocabulary"
BEFORE = "heading, body, exact, cite"


def create(columns):
    """The full text anew, empty; only SQLite gives each kind of term a column."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor != "sqlite":
            for text in TEXTS:
                schema_editor.execute(f"DELETE FROM {text}")
            return
        schema_editor.execute(f"DROP TABLE {VOCABULARY}")
        for text in TEXTS:
            schema_editor.execute(f"DROP TABLE {text}")
            schema_editor.execute(f"CREATE VIRTUAL TABLE {text} USING fts5({columns}, tokenize='{TOKENIZER}')")
        schema_editor.execute(f"CREATE VIRTUAL TABLE {VOCABULARY} USING fts5vocab({TEXTS[0]}, row)")

    return run


def entry(name):
    return migrations.CreateModel(
        name=name,
        fields=[
            ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ('group_code', models.BigIntegerField()),
            ('profile', models.BigIntegerField()),
            ('instrument', models.BigIntegerField()),
            ('origin', models.BigIntegerField()),
            ('right', models.BigIntegerField()),
            ('day', models.IntegerField()),
            ('place', models.IntegerField()),
            ('valid_from', models.DateField(null=True)),
            ('valid_to', models.DateField(null=True)),
            ('source', models.CharField(max_length=50)),
            ('key', models.CharField(max_length=200)),
            ('object_id', models.CharField(max_length=200)),
        ],
        options={
            'abstract': False,
            'indexes': [models.Index(fields=['source', 'object_id'], name=f'{name.lower()}_object')],
            'constraints': [models.UniqueConstraint(fields=('source', 'key'), name=f'{name.lower()}_once')],
        },
    )


def content(name, of):
    return migrations.CreateModel(
        name=name,
        fields=[
            ('url', models.CharField(max_length=1000)),
            ('context', models.TextField()),
            ('instrument', models.CharField(max_length=200)),
            ('status', models.CharField(max_length=50)),
            ('institution', models.CharField(max_length=300)),
            ('date', models.DateField(null=True)),
            ('texts', models.JSONField()),
            ('cites', models.JSONField(default=list)),
            ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='content', serialize=False, to=of)),
        ],
        options={'abstract': False},
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0005_saved_searches")]

    operations = [
        migrations.RunPython(create(f"{BEFORE}, share"), create(BEFORE)),
        migrations.RunSQL("DELETE FROM search_facetvalues", migrations.RunSQL.noop),
        *(
            migrations.DeleteModel(name)
            for name in ("AudienceToken", "PublicContent", "ConfidentialContent", "ConfidentialEntry", "PublicEntry")
        ),
        entry('PublicEntry'),
        entry('ConfidentialEntry'),
        content('PublicContent', 'search.publicentry'),
        content('ConfidentialContent', 'search.confidentialentry'),
        migrations.CreateModel(
            name='AudienceToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=200)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='audience', to='search.confidentialentry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('token', 'entry'), name='audience_token_once')],
            },
        ),
    ]
