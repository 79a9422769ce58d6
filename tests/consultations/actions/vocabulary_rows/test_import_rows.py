"""A table of rows is imported whole, once, or not at all."""

import pytest

from amendments.audit.actor import Actor
from consultations.actions.vocabulary_rows.import_rows import ImportRows, plan_import
from consultations.errors.of_tables import BadTable
from consultations.models import Treaty
from consultations.rules.benchmarks import TreatyRow
from consultations.rules.vocabulary_table import cells_of, columns_of

LANGUAGES = ("az", "en", "ru")


def table_of(*changes):
    row = Treaty.objects.select_related("system").get(code="CRC")
    lines = [cells_of(row.given, LANGUAGES) for _change in changes]
    head = columns_of(TreatyRow, LANGUAGES)
    for line, change in zip(lines, changes, strict=True):
        for name, words in change.items():
            line[head.index(name)] = words
    return [head, *lines]


def test_a_table_is_imported_once_and_a_second_time_changes_nothing(world):
    table = table_of({"reference": "UNTS 9"}, {"code": "NEW1", "name_en": "Another treaty"})
    first = ImportRows(TreatyRow, table, actor=Actor.now(world.admin, reason="R.")).execute()
    assert (first.added, first.changed) == (1, 1)
    crc, new = (Treaty.objects.get(code=code) for code in ("CRC", "NEW1"))
    assert (crc.reference, crc.is_edited, new.labels["en"]) == ("UNTS 9", True, "Another treaty")
    kept = crc.history.count()
    again = ImportRows(TreatyRow, table, actor=Actor.now(world.admin)).execute()
    assert (again.added, again.changed, crc.history.count()) == (0, 0, kept)


def test_nothing_is_written_where_one_line_is_wrong(world):
    table = table_of({"reference": "UNTS 9"}, {"code": "NEW1", "system": "nobody"})
    assert not plan_import(TreatyRow, table).may_be_done
    step = ImportRows(TreatyRow, table, actor=Actor.now(world.admin))
    with pytest.raises(BadTable):
        step.execute()
    assert not Treaty.objects.filter(code="NEW1").exists()
    assert Treaty.objects.get(code="CRC").reference != "UNTS 9"
