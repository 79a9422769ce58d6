"""A row that no program can read is named and hides no other."""

import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from amendments.models import ChainLink, StateChange, Version
from amendments.record import seals


@pytest.fixture
def open_record(world):
    """Whose seals are lifted, as whoever owns the tables can."""
    seals.lift(connection)
    yield world
    seals.install(connection)


def spoil(row, field):
    """Put a moment there that no program reads."""
    bad, key = ("-infinity" if connection.vendor == "postgresql" else "2026-99-99"), row._meta.pk
    values = [bad, key.get_db_prep_value(row.pk, connection)]
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {row._meta.db_table} SET {field} = %s WHERE {key.column} = %s", values)


def test_a_moment_that_nobody_can_read_hides_no_other_row(open_record, capsys):
    version, step = Version.objects.first(), StateChange.objects.first()
    link = ChainLink.objects.filter(kind="version").first()
    StateChange.objects.filter(pk=step.pk).update(reason="Never said.")
    spoil(link, "at")
    spoil(version, "sealed_at")
    with pytest.raises(CommandError):
        call_command("verify_seals")
    found = capsys.readouterr().err
    assert f"Link {link.number} of the chain " in found  # SQLite reads what is no moment as none
    assert " is gone" not in found
    assert "stands in no link" not in found
    assert re.search(rf"The version {version.pk} cannot be read|: its rows cannot be read", found)
    assert f"The step {step.pk} is not as it was recorded." in found
