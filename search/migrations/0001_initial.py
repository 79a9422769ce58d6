"""The tables of the search, and the full text beside the entries in the form that the database offers."""

import django.db.models.deletion
import django.utils.timezone
import search.models.saved
import uuid
from django.conf import settings
from django.db import migrations, models

# The words are analysed before: every character but white space belongs to one.
TOKENIZER = "unicode61 remove_diacritics 0 categories ''L* M* N* P* S* Co''"
FORGET = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        EXECUTE format('TRUNCATE %I', TG_ARGV[0]);
    ELSE
        EXECUTE format('DELETE FROM %I WHERE id = $1', TG_ARGV[0]) USING OLD.id;
    END IF;
    RETURN NULL;
END $$
"""


def create_full_text(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "sqlite":
        create_on_sqlite(_entries(apps), schema_editor.execute)
    elif vendor == "postgresql":
        create_on_postgresql(_entries(apps), schema_editor.execute)
        order_by_bytes(apps.get_model("madda_search", "PublicTerm")._meta.db_table, schema_editor.execute)
    else:
        raise NotImplementedError(f"The embedded search knows SQLite and PostgreSQL, not {vendor}.")


def drop_full_text(apps, schema_editor):
    public, confidential = _entries(apps)
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE IF EXISTS {public}_text_words")
    else:
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {public}_forget CASCADE")
    for entries in (public, confidential):
        schema_editor.execute(f"DROP TABLE IF EXISTS {entries}_text")


def create_on_sqlite(tables, execute):
    for entries in tables:
        execute(
            f"CREATE VIRTUAL TABLE {entries}_text"
            f" USING fts5(heading, body, exact, cite, filed, tokenize='{TOKENIZER}')"
        )
    execute(f"CREATE VIRTUAL TABLE {tables[0]}_text_words USING fts5vocab({tables[0]}_text, row)")


def create_on_postgresql(tables, execute):
    """A copy of each entry stands beside its vector, so that a question to the index joins nothing.

    The copy goes with its entry, however that is deleted: nothing is found that is gone.
    """
    forget = f"{tables[0]}_forget"
    execute(FORGET.format(name=forget), params=None)
    for entries in tables:
        text = f"{entries}_text"
        execute(f"CREATE TABLE {text} (LIKE {entries}, vector tsvector NOT NULL, PRIMARY KEY (id))")
        execute(f"CREATE INDEX {text}_vector ON {text} USING gin (vector)")
        for event, each in (("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            execute(
                f"CREATE TRIGGER {text}_{event.lower()} AFTER {event} ON {entries}"
                f" FOR EACH {each} EXECUTE FUNCTION {forget}('{text}')"
            )


def order_by_bytes(terms, execute):
    """What a word begins with is asked for as a range, which in the order of a language would lack words."""
    execute(f'ALTER TABLE {terms} ALTER COLUMN begins TYPE varchar(3) COLLATE "C"')


def _entries(apps):
    """The tables of the entries, public and confidential."""
    return [
        apps.get_model("madda_search", name)._meta.db_table for name in ("PublicEntry", "ConfidentialEntry")
    ]


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AudienceToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=50)),
                ('key', models.CharField(max_length=200)),
                ('noted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('due_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='ConfidentialEntry',
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
            },
        ),
        migrations.CreateModel(
            name='DeadLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=50)),
                ('key', models.CharField(max_length=200)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('entries', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='FacetValues',
            fields=[
                ('code', models.BigIntegerField(primary_key=True, serialize=False)),
                ('facet', models.CharField(max_length=20)),
                ('joined', models.TextField()),
                ('folded', models.TextField()),
                ('label', models.CharField(blank=True, max_length=1000)),
            ],
        ),
        migrations.CreateModel(
            name='Found',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=50)),
                ('key', models.CharField(max_length=200)),
                ('day', models.DateField(null=True)),
                ('is_mailed', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['-day', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Generation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('new', 'new'), ('building', 'being built'), ('live', 'live'), ('kept', 'kept for going back'), ('failed', 'failed'), ('dropped', 'dropped')], default='new', max_length=10)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('switched_at', models.DateTimeField(null=True)),
                ('entries', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='News',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=50)),
                ('object_id', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'news',
            },
        ),
        migrations.CreateModel(
            name='PublicEntry',
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
            },
        ),
        migrations.CreateModel(
            name='PublicTerm',
            fields=[
                ('term', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('entries', models.PositiveIntegerField(default=1)),
                ('begins', models.CharField(blank=True, max_length=3)),
                ('ends', models.CharField(blank=True, max_length=3)),
                ('length', models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='SavedSearch',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('address', models.TextField()),
                ('by_mail', models.BooleanField(default=True, verbose_name='tell me by e-mail')),
                ('language', models.CharField(max_length=10)),
                ('token', models.CharField(default=search.models.saved.new_token, max_length=43, unique=True)),
                ('feeds_all', models.BooleanField(default=False)),
                ('saved_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'saved search',
                'verbose_name_plural': 'saved searches',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ConfidentialContent',
            fields=[
                ('url', models.CharField(max_length=1000)),
                ('context', models.TextField()),
                ('instrument', models.CharField(max_length=200)),
                ('status', models.CharField(max_length=50)),
                ('institution', models.CharField(max_length=300)),
                ('date', models.DateField(null=True)),
                ('texts', models.JSONField()),
                ('cites', models.JSONField(default=list)),
                ('names', models.JSONField(default=list)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='content', serialize=False, to='madda_search.confidentialentry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='confidentialentry',
            index=models.Index(fields=['source', 'object_id'], name='madda_confidentialentry_object'),
        ),
        migrations.AddIndex(
            model_name='confidentialentry',
            index=models.Index(fields=['group_code'], name='madda_confidentialentry_group'),
        ),
        migrations.AddConstraint(
            model_name='confidentialentry',
            constraint=models.UniqueConstraint(fields=('source', 'key'), name='madda_confidentialentry_once'),
        ),
        migrations.AddField(
            model_name='audiencetoken',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='audience', to='madda_search.confidentialentry'),
        ),
        migrations.AddConstraint(
            model_name='deadletter',
            constraint=models.UniqueConstraint(fields=('source', 'key'), name='madda_deadletter_once'),
        ),
        migrations.AddIndex(
            model_name='facetvalues',
            index=models.Index(fields=['facet', 'code'], name='madda_facetvalues_facet'),
        ),
        migrations.CreateModel(
            name='PublicContent',
            fields=[
                ('url', models.CharField(max_length=1000)),
                ('context', models.TextField()),
                ('instrument', models.CharField(max_length=200)),
                ('status', models.CharField(max_length=50)),
                ('institution', models.CharField(max_length=300)),
                ('date', models.DateField(null=True)),
                ('texts', models.JSONField()),
                ('cites', models.JSONField(default=list)),
                ('names', models.JSONField(default=list)),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='content', serialize=False, to='madda_search.publicentry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='publicentry',
            index=models.Index(fields=['source', 'object_id'], name='madda_publicentry_object'),
        ),
        migrations.AddIndex(
            model_name='publicentry',
            index=models.Index(fields=['group_code'], name='madda_publicentry_group'),
        ),
        migrations.AddConstraint(
            model_name='publicentry',
            constraint=models.UniqueConstraint(fields=('source', 'key'), name='madda_publicentry_once'),
        ),
        migrations.AddIndex(
            model_name='publicterm',
            index=models.Index(fields=['begins', 'length'], name='madda_publicterm_begins'),
        ),
        migrations.AddIndex(
            model_name='publicterm',
            index=models.Index(fields=['ends', 'length'], name='madda_publicterm_ends'),
        ),
        migrations.AddField(
            model_name='savedsearch',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_searches', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='found',
            name='saved',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='found', to='madda_search.savedsearch'),
        ),
        migrations.AddConstraint(
            model_name='audiencetoken',
            constraint=models.UniqueConstraint(fields=('token', 'entry'), name='madda_audiencetoken_once'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.UniqueConstraint(fields=('owner', 'address'), name='madda_savedsearch_once'),
        ),
        migrations.AddConstraint(
            model_name='found',
            constraint=models.UniqueConstraint(fields=('saved', 'source', 'key'), name='madda_found_once'),
        ),
        migrations.RunPython(create_full_text, drop_full_text),
    ]
