"""Entries as narrow rows with codes of facets, what hits show beside them, and the dictionary of public words.

The index is empty afterwards: `manage.py rebuild_index` fills it from what the apps hold.
"""

import django.db.models.deletion
from django.db import migrations, models

TEXTS = ("search_publictext", "search_confidentialtext")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]

    operations = [
        *(
            migrations.RunSQL(f"DELETE FROM {text}", migrations.RunSQL.noop)
            for text in TEXTS
        ),
        migrations.DeleteModel("AudienceToken"),
        migrations.DeleteModel("ConfidentialEntry"),
        migrations.DeleteModel("PublicEntry"),
        migrations.CreateModel(
            name='AudienceToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='ConfidentialEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=50)),
                ('key', models.CharField(max_length=200)),
                ('object_id', models.CharField(max_length=200)),
                ('group_code', models.BigIntegerField()),
                ('is_current', models.BooleanField()),
                ('instrument', models.BigIntegerField()),
                ('status', models.BigIntegerField()),
                ('institution', models.BigIntegerField()),
                ('right', models.BigIntegerField()),
                ('language', models.BigIntegerField()),
                ('year', models.IntegerField()),
                ('day', models.IntegerField()),
                ('place', models.IntegerField()),
                ('valid_from', models.DateField(null=True)),
                ('valid_to', models.DateField(null=True)),
            ],
            options={
                'abstract': False,
            },
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
            name='PublicEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=50)),
                ('key', models.CharField(max_length=200)),
                ('object_id', models.CharField(max_length=200)),
                ('group_code', models.BigIntegerField()),
                ('is_current', models.BooleanField()),
                ('instrument', models.BigIntegerField()),
                ('status', models.BigIntegerField()),
                ('institution', models.BigIntegerField()),
                ('right', models.BigIntegerField()),
                ('language', models.BigIntegerField()),
                ('year', models.IntegerField()),
                ('day', models.IntegerField()),
                ('place', models.IntegerField()),
                ('valid_from', models.DateField(null=True)),
                ('valid_to', models.DateField(null=True)),
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
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='content', serialize=False, to='search.confidentialentry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='confidentialentry',
            index=models.Index(fields=['source', 'object_id'], name='confidentialentry_object'),
        ),
        migrations.AddConstraint(
            model_name='confidentialentry',
            constraint=models.UniqueConstraint(fields=('source', 'key'), name='confidentialentry_once'),
        ),
        migrations.AddField(
            model_name='audiencetoken',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='audience', to='search.confidentialentry'),
        ),
        migrations.AddIndex(
            model_name='facetvalues',
            index=models.Index(fields=['facet'], name='facetvalues_facet'),
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
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='content', serialize=False, to='search.publicentry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='publicentry',
            index=models.Index(fields=['source', 'object_id'], name='publicentry_object'),
        ),
        migrations.AddConstraint(
            model_name='publicentry',
            constraint=models.UniqueConstraint(fields=('source', 'key'), name='publicentry_once'),
        ),
        migrations.AddIndex(
            model_name='publicterm',
            index=models.Index(fields=['begins', 'length'], name='publicterm_begins'),
        ),
        migrations.AddIndex(
            model_name='publicterm',
            index=models.Index(fields=['ends', 'length'], name='publicterm_ends'),
        ),
        migrations.AddConstraint(
            model_name='audiencetoken',
            constraint=models.UniqueConstraint(fields=('token', 'entry'), name='audience_token_once'),
        ),
    ]
