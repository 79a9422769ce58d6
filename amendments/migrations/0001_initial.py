import amendments.admin.record_pages
import amendments.routing
import django.db.models.deletion
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('users', '__first__'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('state', models.CharField(choices=[('concept', 'Concept'), ('drafting', 'Drafting (working version)'), ('legal_check', 'Legal service check'), ('interagency', 'Interagency agreement (razılaşdırma)'), ('consultation', 'Open for consultation'), ('consolidation', 'Consolidating comments'), ('committee_review', 'Committee review'), ('revised', 'Revised draft published'), ('legal_expertise', 'Mandatory legal expertise (hüquqi ekspertiza)'), ('linguistic_expertise', 'Mandatory linguistic expertise'), ('submitted', 'Submitted to the rule-making body'), ('first_reading', 'First reading'), ('second_reading', 'Second reading'), ('third_reading', 'Third reading'), ('signed', 'Signed'), ('registered', 'Entered in the State Register'), ('published', 'Officially published'), ('in_force', 'In force (consolidated)'), ('returned', 'Returned for rework'), ('withdrawn', 'Withdrawn'), ('rejected', 'Rejected')], default='drafting', editable=False, max_length=30, verbose_name='state')),
                ('summary', models.TextField(blank=True, help_text='Two or three plain sentences for the public page.', verbose_name='purpose')),
            ],
            options={
                'verbose_name': 'amendment',
                'verbose_name_plural': 'amendments',
                'permissions': [('review_amendment', 'Can return an amendment from the legal check'), ('move_amendment', 'Can move amendments through the steps of the secretariat')],
            },
            bases=(amendments.admin.record_pages.RecordPage, amendments.routing.AmendmentRoutes, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Library',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'acts',
            },
            bases=(amendments.routing.LibraryRoutes, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'drafting body',
                'verbose_name_plural': 'drafting bodies',
            },
            bases=(amendments.routing.SectionRoutes, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='AmendedAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('revision', models.PositiveIntegerField(default=0)),
                ('amendment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amended_acts', to='amendments.amendment')),
            ],
            options={
                'verbose_name': 'amended act',
                'verbose_name_plural': 'amended acts',
                'ordering': ['order'],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('root_hash', models.CharField(max_length=64)),
                ('previous_hash', models.CharField(blank=True, max_length=64)),
                ('sealed_at', models.DateTimeField(verbose_name='sealed')),
                ('sealed_by_label', models.CharField(max_length=200)),
                ('amendment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='amendments.amendment')),
                ('sealed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'draft',
                'verbose_name_plural': 'drafts',
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('amendment', 'number'), name='draft_number')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalInstruction',
            fields=[
                ('actor_label', models.CharField(blank=True, max_length=200)),
                ('acting_for', models.CharField(blank=True, max_length=200)),
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('key', models.SlugField(max_length=20)),
                ('order', models.PositiveIntegerField()),
                ('op', models.CharField(choices=[('replace_words', 'Replace words'), ('replace_number', 'Replace a figure'), ('insert_after', 'Insert words after'), ('insert_before', 'Insert words before'), ('delete_words', 'Delete words'), ('restate', 'Restate a provision'), ('restate_heading', 'Restate a heading'), ('restate_sentence', 'Restate a sentence'), ('add_sentence', 'Add a sentence'), ('insert_element', 'Insert a provision'), ('append_element', 'Append a provision to a list'), ('repeal', 'Repeal a provision'), ('renumber_and_add', 'Renumber and add'), ('global_replace', 'Replace throughout the act'), ('commencement', 'Entry into force')], max_length=20)),
                ('operation', models.JSONField()),
                ('target_text_hash', models.CharField(blank=True, max_length=64)),
                ('status', models.CharField(choices=[('proposed', 'proposed'), ('taken', 'in the draft'), ('withdrawn', 'withdrawn')], default='taken', max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('amended_act', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='amendments.amendedact')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical instruction',
                'verbose_name_plural': 'historical instructions',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Instruction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('key', models.SlugField(max_length=20)),
                ('order', models.PositiveIntegerField()),
                ('op', models.CharField(choices=[('replace_words', 'Replace words'), ('replace_number', 'Replace a figure'), ('insert_after', 'Insert words after'), ('insert_before', 'Insert words before'), ('delete_words', 'Delete words'), ('restate', 'Restate a provision'), ('restate_heading', 'Restate a heading'), ('restate_sentence', 'Restate a sentence'), ('add_sentence', 'Add a sentence'), ('insert_element', 'Insert a provision'), ('append_element', 'Append a provision to a list'), ('repeal', 'Repeal a provision'), ('renumber_and_add', 'Renumber and add'), ('global_replace', 'Replace throughout the act'), ('commencement', 'Entry into force')], max_length=20)),
                ('operation', models.JSONField()),
                ('target_text_hash', models.CharField(blank=True, max_length=64)),
                ('status', models.CharField(choices=[('proposed', 'proposed'), ('taken', 'in the draft'), ('withdrawn', 'withdrawn')], default='taken', max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('amended_act', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='instructions', to='amendments.amendedact')),
            ],
            options={
                'verbose_name': 'instruction',
                'ordering': ['order', 'key'],
                'permissions': [('propose_instruction', 'Can propose instructions to the drafters')],
                'constraints': [models.UniqueConstraint(fields=('amended_act', 'key'), name='one_instruction_per_key')],
            },
        ),
        migrations.CreateModel(
            name='Instrument',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('type', models.CharField(choices=[('constitution', 'Constitution'), ('code', 'Code'), ('law', 'Law'), ('decree', 'Decree'), ('decision', 'Cabinet decision'), ('other', 'Other act')], default='law', max_length=20, verbose_name='type')),
                ('number', models.CharField(help_text='As printed, for example 27-L or 713-IVQ.', max_length=50, verbose_name='number')),
                ('date', models.DateField(blank=True, null=True, verbose_name='date of adoption')),
                ('country', models.CharField(blank=True, help_text='Two letters; empty for a fictional act.', max_length=2, verbose_name='country')),
                ('language', models.CharField(default='en', max_length=3, verbose_name='language of the authentic text')),
                ('gazette_references', models.TextField(blank=True, verbose_name='gazette references')),
                ('source', models.CharField(blank=True, help_text='Where the imported text comes from.', max_length=500, verbose_name='source')),
                ('register_number', models.CharField(blank=True, max_length=50, verbose_name='number in the State Register')),
                ('eli', models.CharField(blank=True, max_length=200, verbose_name='European Legislation Identifier')),
                ('is_official', models.BooleanField(default=False, help_text='Otherwise the pages say “not an official text”.', verbose_name='official text')),
                ('discarded_at', models.DateTimeField(editable=False, null=True)),
                ('discard_reason', models.TextField(blank=True, editable=False)),
                ('discarded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('drafting_body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='instruments', to='amendments.section', verbose_name='responsible body')),
            ],
            options={
                'verbose_name': 'act',
                'verbose_name_plural': 'acts',
                'constraints': [models.UniqueConstraint(condition=models.Q(('discarded_at', None)), fields=('country', 'type', 'number', 'date'), name='one_instrument_per_number_and_date'), models.CheckConstraint(condition=models.Q(('discarded_at', None), models.Q(('discarded_by__isnull', False), models.Q(('discard_reason', ''), _negated=True)), _connector='OR'), name='discarded_act_has_person_and_reason')],
            },
            bases=(amendments.admin.record_pages.RecordPage, amendments.routing.InstrumentRoutes, 'wagtailcore.page'),
        ),
        migrations.AddField(
            model_name='amendedact',
            name='instrument',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amended_in', to='amendments.instrument'),
        ),
        migrations.CreateModel(
            name='Provision',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('title', 'title'), ('preamble', 'preamble'), ('section', 'section'), ('chapter', 'chapter'), ('division', 'division'), ('article', 'article'), ('part', 'part'), ('point', 'point'), ('subpoint', 'subpoint'), ('paragraph', 'paragraph'), ('note', 'note'), ('table', 'table'), ('row', 'row of a table'), ('annex', 'annex'), ('contents', 'table of contents'), ('closing', 'signature'), ('apparatus', 'sources and footnotes')], max_length=20)),
                ('instrument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provisions', to='amendments.instrument')),
            ],
            options={
                'verbose_name': 'provision',
            },
        ),
        migrations.CreateModel(
            name='ProvisionText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=3)),
                ('heading', models.TextField(blank=True)),
                ('body', models.TextField(blank=True, help_text='Paragraphs separated by a line feed, without footnote marks.')),
                ('marks', models.JSONField(blank=True, default=list, help_text='Footnote marks: number, field, offset, printed.')),
                ('sha256', models.CharField(max_length=64)),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='amendments.provision')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('provision', 'language', 'sha256'), name='one_row_per_wording')],
            },
        ),
        migrations.CreateModel(
            name='StateChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('concept', 'Concept'), ('drafting', 'Drafting (working version)'), ('legal_check', 'Legal service check'), ('interagency', 'Interagency agreement (razılaşdırma)'), ('consultation', 'Open for consultation'), ('consolidation', 'Consolidating comments'), ('committee_review', 'Committee review'), ('revised', 'Revised draft published'), ('legal_expertise', 'Mandatory legal expertise (hüquqi ekspertiza)'), ('linguistic_expertise', 'Mandatory linguistic expertise'), ('submitted', 'Submitted to the rule-making body'), ('first_reading', 'First reading'), ('second_reading', 'Second reading'), ('third_reading', 'Third reading'), ('signed', 'Signed'), ('registered', 'Entered in the State Register'), ('published', 'Officially published'), ('in_force', 'In force (consolidated)'), ('returned', 'Returned for rework'), ('withdrawn', 'Withdrawn'), ('rejected', 'Rejected')], max_length=30)),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True)),
                ('note', models.TextField(blank=True)),
                ('amendment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='state_changes', to='amendments.amendment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('order', models.PositiveIntegerField(default=0)),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('law_number', models.CharField(blank=True, max_length=50, verbose_name='by law')),
                ('note', models.TextField(blank=True, help_text='A corrigendum says here what it corrects.', verbose_name='note')),
                ('root_hash', models.CharField(max_length=64)),
                ('previous_hash', models.CharField(blank=True, max_length=64)),
                ('sealed_at', models.DateTimeField(verbose_name='sealed')),
                ('sealed_by_label', models.CharField(max_length=200)),
                ('draft', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='amendments.draft')),
                ('instrument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='amendments.instrument')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='amendments.version')),
                ('sealed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='consolidations', to='amendments.version')),
            ],
            options={
                'verbose_name': 'version',
                'ordering': ['number', 'order'],
                'permissions': [('release_version', 'Can release versions (secretariat)'), ('approve_release', 'Can approve a release (chair)'), ('read_requested', 'Can read every version whose release is asked for'), ('read_released', 'Can read every version that left its drafting body')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('draft', None)), fields=('instrument', 'number'), name='consolidated_version_number'), models.UniqueConstraint(fields=('draft', 'instrument'), name='one_version_per_act_of_a_draft'), models.UniqueConstraint(fields=('draft', 'order'), name='one_version_per_place_in_a_draft')],
            },
        ),
        migrations.CreateModel(
            name='ReleaseRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(max_length=20)),
                ('requested_at', models.DateTimeField()),
                ('reason', models.TextField(blank=True)),
                ('approved_at', models.DateTimeField(null=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='release_requests', to='amendments.draft')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='release_requests', to='amendments.version')),
            ],
            options={
                'ordering': ['requested_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('draft__isnull', False), ('version', None)), models.Q(('draft', None), ('version__isnull', False)), _connector='OR'), name='request_for_a_draft_or_a_version'), models.UniqueConstraint(fields=('draft', 'audience'), name='one_request_per_draft_and_audience'), models.UniqueConstraint(fields=('version', 'audience'), name='one_request_per_version_and_audience'), models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('requested_by')), _negated=True), _connector='OR'), name='nobody_approves_the_own_request')],
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='amendments.draft')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='release', to='amendments.releaserequest')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='amendments.version')),
            ],
            options={
                'ordering': ['at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('draft__isnull', False), ('version', None)), models.Q(('draft', None), ('version__isnull', False)), _connector='OR'), name='release_of_a_draft_or_a_version'), models.UniqueConstraint(fields=('draft', 'audience'), name='one_release_per_draft_and_audience'), models.UniqueConstraint(fields=('version', 'audience'), name='one_release_per_version_and_audience')],
            },
        ),
        migrations.CreateModel(
            name='ConfirmedFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40)),
                ('line', models.PositiveIntegerField(help_text='Of the first finding.')),
                ('count', models.PositiveIntegerField(help_text='Lines or provisions that are meant.')),
                ('reason', models.TextField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmed_findings', to='amendments.version')),
            ],
            options={
                'verbose_name': 'confirmed finding',
                'ordering': ['version', 'line', 'code'],
                'constraints': [models.UniqueConstraint(fields=('version', 'code'), name='one_confirmation_of_a_code')],
            },
        ),
        migrations.CreateModel(
            name='Commencement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField(help_text='Empty: undetermined.', null=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('recorded_at', models.DateTimeField()),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commencements', to='amendments.version')),
            ],
            options={
                'ordering': ['recorded_at', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='amendedact',
            name='base_version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amendments.version', verbose_name='base version'),
        ),
        migrations.CreateModel(
            name='ActImport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField()),
                ('spoken', models.CharField(help_text='The language in which who asked is answered.', max_length=10)),
                ('given', models.JSONField(help_text='The particulars of the act.')),
                ('confirmed', models.JSONField(default=dict, help_text='Reasons for the findings, by their code.')),
                ('text', models.TextField(blank=True, help_text='Empty once the act is imported.')),
                ('digest', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('reading', 'being read'), ('saving', 'being saved'), ('done', 'imported'), ('failed', 'not imported')], default='waiting', max_length=10)),
                ('moved_at', models.DateTimeField(help_text='When it came into this state.')),
                ('provisions', models.PositiveIntegerField(default=0, help_text='How many there are, once they are read.')),
                ('error', models.TextField(blank=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='amendments.section')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amendments.version')),
            ],
            options={
                'verbose_name': 'import of a long act',
                'ordering': ['-asked_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('section', 'digest'), name='one_import_of_the_same')],
            },
        ),
        migrations.CreateModel(
            name='VersionEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('number', models.CharField(blank=True, max_length=60)),
                ('eid', models.CharField(blank=True, max_length=200)),
                ('is_repealed', models.BooleanField(default=False)),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='amendments.provision')),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='amendments.provision')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='amendments.version')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('version', 'provision'), name='one_entry_per_provision'), models.UniqueConstraint(fields=('version', 'order'), name='one_entry_per_place')],
            },
        ),
        migrations.CreateModel(
            name='EntryText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=3)),
                ('status', models.CharField(choices=[('authentic', 'authentic text'), ('translation', 'unofficial translation')], default='authentic', max_length=20)),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entry_texts', to='amendments.provisiontext')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='amendments.versionentry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('entry', 'language'), name='one_text_per_language')],
            },
        ),
        migrations.CreateModel(
            name='VersionInstruction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('operation', models.JSONField()),
                ('instruction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sealed', to='amendments.instruction')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sealed_instructions', to='amendments.version')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('version', 'instruction'), name='one_sealed_row_per_instruction')],
            },
        ),
        migrations.AddConstraint(
            model_name='amendedact',
            constraint=models.UniqueConstraint(fields=('amendment', 'instrument'), name='an_act_is_amended_once'),
        ),
        migrations.AddConstraint(
            model_name='amendedact',
            constraint=models.UniqueConstraint(fields=('amendment', 'order'), name='one_amended_act_per_place'),
        ),
    ]
