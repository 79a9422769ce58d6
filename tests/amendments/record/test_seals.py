"""What was sealed cannot be changed: through the ORM, or in SQL on the database of the run."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError, SystemCheckError
from django.db import DatabaseError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from amendments.models import (
    Commencement,
    Draft,
    EntryText,
    Provision,
    ProvisionText,
    Release,
    StateChange,
    Version,
    VersionEntry,
    VersionFold,
    VersionInstruction,
    VersionTarget,
    WordingTranslation,
)
from amendments.record import seals
from tests.factories import law

SEALED = [
    Draft,
    Version,
    VersionEntry,
    EntryText,
    VersionInstruction,
    VersionTarget,
    Provision,
    ProvisionText,
    Release,
    Commencement,
    StateChange,
    WordingTranslation,
]


@pytest.fixture(scope="module")
def standing_world(standing_world, add):
    """With a sealed draft."""
    standing_world.draft = add(lambda: _sealed(standing_world))
    return standing_world


def _sealed(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    # Folded into the first
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="12", new="14")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    law.translate(world.base, world.drafter, "2.1", "Gediş haqqı 10 qəpikdir.")
    return draft


@pytest.fixture
def sealed(world):
    """The text of the act in the draft."""
    return law.text_in(world.draft)


def refused(statement, *, message=seals.REFUSAL):
    with pytest.raises(DatabaseError, match=message), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("model", SEALED, ids=lambda model: model.__name__)
def test_every_sealed_table_refuses_update_and_delete(sealed, model):
    fields = [f for f in model._meta.fields if not f.primary_key]
    field = next((f for f in fields if not f.is_relation), fields[0]).attname
    standing = getattr(model.objects.first(), field)
    with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
        model.objects.update(**{field: standing})
    with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
        model.objects.all()._raw_delete("default")


@pytest.mark.parametrize("model", SEALED, ids=lambda model: model.__name__)
def test_no_insert_replaces_a_sealed_row(sealed, model):
    table = model._meta.db_table
    if connection.vendor == "sqlite":
        refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")
        refused(f"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")
    else:
        refused(f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1 ON CONFLICT DO NOTHING")


@pytest.mark.parametrize("model", SEALED, ids=lambda model: model.__name__)
def test_truncate_is_refused(sealed, model):
    if connection.vendor == "sqlite":
        refused(f"DELETE FROM {model._meta.db_table}")  # SQLite's only way to empty a table
    else:
        connection.check_constraints()  # no deferred check may be pending
        refused(f"TRUNCATE {model._meta.db_table} CASCADE")


def test_an_insert_under_another_key_does_not_replace_the_wording(sealed):
    row = ProvisionText.objects.first()
    with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
        ProvisionText.objects.create(
            provision=row.provision, language=row.language, body="other", sha256=row.sha256
        )


def test_nothing_joins_a_sealed_version(sealed):
    entry = sealed.entries.first()
    with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
        VersionEntry.objects.create(
            version=sealed,
            provision=Provision.objects.create(instrument=sealed.instrument, kind="part"),
            order=999,
        )
    with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
        EntryText.objects.create(entry=entry, language="ru", text=entry.texts.first().text)
    with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
        VersionInstruction.objects.create(
            version=sealed, instruction=sealed.sealed_instructions.first().instruction, order=9, operation={}
        )


def test_nothing_joins_a_sealed_draft(world, sealed):
    other = law.make_act(world.section, world.drafter, number="2-L")
    with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
        Version.objects.create(
            instrument=other.instrument,
            draft=sealed.draft,
            order=2,
            number=1,
            sealed_at=sealed.sealed_at,
            sealed_by=world.drafter,
        )


def test_saving_and_deleting_through_the_orm_is_refused(sealed):
    sealed.note = "changed"
    with pytest.raises(DatabaseError), transaction.atomic():
        sealed.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        sealed.entries.first().delete()


def test_a_dropped_trigger_is_named_by_the_check_and_put_back_by_migrate(sealed):
    name = "amendments_version_sealed_update"
    on = " ON amendments_version" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")
    with pytest.raises(Exception, match=name):
        call_command("check", databases=["default"])
    with pytest.raises(CommandError, match="do not stand"):
        call_command("verify_seals")
    seals.install_after_migrate("default")
    call_command("check", databases=["default"])


def test_seals_of_newer_code_stop_no_migration(sealed, capsys):
    """A warning while a migration waits, since the seals that newer code names cannot stand before it."""
    on = " ON amendments_version" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER amendments_version_sealed_update{on}")
    MigrationRecorder(connection).record_unapplied("amendments", "0001_initial")
    call_command("check", databases=["default"])
    assert "amendments_version_sealed_update is missing" in capsys.readouterr().err
    MigrationRecorder(connection).record_applied("amendments", "0001_initial")
    with pytest.raises(SystemCheckError):
        call_command("check", databases=["default"])
    seals.install_after_migrate("default")


def test_verify_names_a_version_that_was_changed_behind_the_seals(sealed, capsys):
    call_command("verify")
    seals.lift(connection)
    EntryText.objects.filter(entry__version=sealed, entry__number="2.2").update(
        text=EntryText.objects.get(entry__version=sealed, entry__number="1.1").text
    )
    seals.install(connection)
    with pytest.raises(CommandError, match="1 of 3"):
        call_command("verify_seals")
    assert "its rows do not give its hash" in capsys.readouterr().err


def test_verify_names_a_version_in_which_another_instruction_says_the_words_of_a_folded_one(sealed, capsys):
    fold = sealed.sealed_folds.get()
    assert (fold.instruction.key, fold.folded_into.key) == ("a02", "a01")
    seals.lift(connection)
    VersionFold.objects.filter(pk=fold.pk).update(folded_into=fold.instruction)
    seals.install(connection)
    with pytest.raises(CommandError, match="1 of 3"):
        call_command("verify_seals")
    assert "its rows do not give its hash" in capsys.readouterr().err


def test_verify_names_a_draft_that_was_changed_behind_the_seals(sealed, capsys):
    seals.lift(connection)
    Draft.objects.filter(pk=sealed.draft_id).update(note="Never said.")
    seals.install(connection)
    with pytest.raises(CommandError, match="1 of 3"):
        call_command("verify_seals")
    assert "Draft 1: its rows do not give its hash" in capsys.readouterr().err


def _without_parent(version):
    Version.objects.filter(pk=version.pk).update(parent=None)


def _from_another_text(version):
    Version.objects.filter(pk=version.pk).update(text_of=version.parent)


def _in_another_language(version):
    EntryText.objects.filter(entry__version=version, entry__number="2.2").update(language="ru")


def _with_a_wording_of_another_language(version):
    ProvisionText.objects.filter(
        entry_texts__entry__version=version, entry_texts__entry__number="2.2"
    ).update(language="ru")


def _of_an_unknown_kind(version):
    Provision.objects.filter(entries__version=version, entries__number="2.2").update(kind="poem")


def _with_a_broken_mark(version):
    ProvisionText.objects.filter(
        entry_texts__entry__version=version, entry_texts__entry__number="2.2"
    ).update(marks=[[1]])


@pytest.mark.parametrize(
    ("tampering", "named"),
    [
        (_without_parent, "1 of 3"),
        (_from_another_text, "1 of 3"),
        (_in_another_language, "1 of 3"),
        (_with_a_wording_of_another_language, "2 of 3"),  # the base shares the wording
        (_of_an_unknown_kind, "2 of 3"),
        (_with_a_broken_mark, "2 of 3"),
    ],
)
def test_verify_names_what_was_changed_and_hides_nothing_behind_it(sealed, capsys, tampering, named):
    seals.lift(connection)
    tampering(sealed)
    seals.install(connection)
    with pytest.raises(CommandError, match=named):
        call_command("verify_seals")
    assert "Draft 1: its rows" in capsys.readouterr().err


def test_the_first_altered_wording_is_named(sealed, capsys):
    seals.lift(connection)
    for number in ("2.2", "2.1"):
        row = sealed.entries.get(number=number).texts.get().text
        ProvisionText.objects.filter(pk=row.pk).update(body="Never sealed.")
    with pytest.raises(CommandError):
        call_command("verify_seals")
    assert f"its rows do not give its hash, the first altered row is the wording {row.pk} of 2.1" in (
        capsys.readouterr().err
    )
    seals.install(connection)
