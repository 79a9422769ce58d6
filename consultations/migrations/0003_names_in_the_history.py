import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0002_confidentiallogentry"),
    ]

    operations = [
        migrations.AlterField(
            model_name="comment",
            name="duplicate_of",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duplicates",
                to="consultations.comment",
                verbose_name="merged with",
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="identity",
            field=models.CharField(
                choices=[("shown", "shown"), ("withheld", "withheld")],
                default="shown",
                max_length=10,
                verbose_name="identity of the author",
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("discarded", "Discarded draft"),
                    ("submitted", "Submitted"),
                    ("superseded", "Superseded"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="draft",
                max_length=20,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="visibility",
            field=models.CharField(
                choices=[
                    ("public", "everybody"),
                    ("committee", "the committee only"),
                    ("secretariat", "the secretariat only"),
                ],
                default="public",
                max_length=20,
                verbose_name="who may read it",
            ),
        ),
        migrations.AlterField(
            model_name="disposition",
            name="decided_at",
            field=models.DateTimeField(null=True, verbose_name="decided"),
        ),
        migrations.AlterField(
            model_name="historicalcomment",
            name="duplicate_of",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="consultations.comment",
                verbose_name="merged with",
            ),
        ),
        migrations.AlterField(
            model_name="historicalcomment",
            name="identity",
            field=models.CharField(
                choices=[("shown", "shown"), ("withheld", "withheld")],
                default="shown",
                max_length=10,
                verbose_name="identity of the author",
            ),
        ),
        migrations.AlterField(
            model_name="historicalcomment",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("discarded", "Discarded draft"),
                    ("submitted", "Submitted"),
                    ("superseded", "Superseded"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="draft",
                max_length=20,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="historicalcomment",
            name="visibility",
            field=models.CharField(
                choices=[
                    ("public", "everybody"),
                    ("committee", "the committee only"),
                    ("secretariat", "the secretariat only"),
                ],
                default="public",
                max_length=20,
                verbose_name="who may read it",
            ),
        ),
        migrations.AlterField(
            model_name="historicaldisposition",
            name="decided_at",
            field=models.DateTimeField(null=True, verbose_name="decided"),
        ),
        migrations.AlterField(
            model_name="historicalsubmission",
            name="late",
            field=models.BooleanField(default=False, verbose_name="late"),
        ),
        migrations.AlterField(
            model_name="historicalsubmission",
            name="received_at",
            field=models.DateTimeField(null=True, verbose_name="received"),
        ),
        migrations.AlterField(
            model_name="historicalsubmission",
            name="return_reason",
            field=models.TextField(blank=True, verbose_name="reason of the return"),
        ),
        migrations.AlterField(
            model_name="historicalsubmission",
            name="signed_off_at",
            field=models.DateTimeField(null=True, verbose_name="signed off"),
        ),
        migrations.AlterField(
            model_name="historicalsubmission",
            name="withdrawal_reason",
            field=models.TextField(blank=True, verbose_name="reason of the withdrawal"),
        ),
        migrations.AlterField(
            model_name="submission",
            name="late",
            field=models.BooleanField(default=False, verbose_name="late"),
        ),
        migrations.AlterField(
            model_name="submission",
            name="received_at",
            field=models.DateTimeField(null=True, verbose_name="received"),
        ),
        migrations.AlterField(
            model_name="submission",
            name="return_reason",
            field=models.TextField(blank=True, verbose_name="reason of the return"),
        ),
        migrations.AlterField(
            model_name="submission",
            name="signed_off_at",
            field=models.DateTimeField(null=True, verbose_name="signed off"),
        ),
        migrations.AlterField(
            model_name="submission",
            name="withdrawal_reason",
            field=models.TextField(blank=True, verbose_name="reason of the withdrawal"),
        ),
    ]
