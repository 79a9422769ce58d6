"""A list is taken away as a file and imported again: dry run, errors by line, everything or nothing."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import ModelLogEntry

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.vocabulary_rows.import_rows import ImportRows
from consultations.errors.of_tables import BadTable
from consultations.models import Right, Term
from consultations.rules.benchmarks import RightRow, TermKind
from consultations.spreadsheets import CSV, XLSX, read, written
from tests.consultations.views.cms.vocabularies.desk import address, browser, right


def exported(client, slug="rights", suffix=CSV):
    response = client.get(address("export_vocabulary", slug, suffix))
    assert response.status_code == 200
    return read(f"x.{suffix}", response.content)


def looked_at(client, table, slug="rights", suffix=CSV):
    file = SimpleUploadedFile(f"x.{suffix}", written(table, suffix))
    return client.post(address("import_vocabulary", slug), {"file": file})


def line_of(table, code):
    return next(row for row in table if row[0] == code)


@pytest.mark.parametrize("suffix", [CSV, XLSX])
def test_a_list_that_was_taken_away_changes_nothing_when_it_comes_back(world, suffix):
    client = browser(world, "admin")
    table = exported(client, suffix=suffix)
    assert len(table) == Right.objects.count() + 1
    page = looked_at(client, table, suffix=suffix).content.decode()
    assert "The file changes nothing." in page
    assert 'name="table"' not in page


def test_a_changed_and_a_new_row_are_shown_first_and_written_then(world):
    client, table = browser(world, "admin"), exported(browser(world, "admin"))
    english = table[0].index("name_en")
    line_of(table, "B01")[english] = "A new name"
    table.append(["B77", *line_of(table, "B01")[1:]])
    before = Right.objects.count()
    page = looked_at(client, table).content.decode()
    assert "Added: 1. Changed: 1." in " ".join(page.split())
    assert Right.objects.count() == before
    given = {"table": json.dumps(table), "reason": ""}
    assert client.post(address("import_vocabulary", "rights"), given).status_code == 422
    done = client.post(address("import_vocabulary", "rights"), {**given, "reason": "Reviewed."})
    assert done.status_code == 302
    assert (Right.objects.count(), right().labels["en"]) == (before + 1, "A new name")
    assert right("B77").articles == right().articles
    newest = right().history.first()
    assert (newest.history_change_reason, newest.labels["en"]) == ("Reviewed.", "A new name")
    entry = ModelLogEntry.objects.get(action="consultations.import_rows")
    assert (entry.data["added"], entry.data["changed"]) == (1, 1)


def test_one_wrong_line_stops_everything(world):
    client, table = browser(world, "admin"), exported(browser(world, "admin"))
    english = table[0].index("name_en")
    line_of(table, "B01")[english] = "A new name"
    line_of(table, "B02")[english] = ""
    page = looked_at(client, table)
    assert page.status_code == 422
    words = " ".join(page.content.decode().split())
    assert "right B02 has no label in en" in words
    assert f'<th scope="row">{table.index(line_of(table, "B02")) + 1}</th>' in words
    posted = {"table": json.dumps(table), "reason": "R."}
    assert client.post(address("import_vocabulary", "rights"), posted).status_code == 422
    assert right().labels["en"] != "A new name"
    with pytest.raises(BadTable):
        ImportRows(RightRow, table, actor=Actor.now(world.admin)).execute()


def test_a_change_takes_the_signature_away_and_the_dry_run_says_so(world):
    Right.objects.filter(code="B01").update(reviewed_by=world.admin, reviewed_on="2026-11-01")
    client, table = browser(world, "admin"), exported(browser(world, "admin"))
    line_of(table, "B01")[table[0].index("name_en")] = "A new name"
    assert "removes: 1." in " ".join(looked_at(client, table).content.decode().split())
    ImportRows(RightRow, table, actor=Actor.now(world.admin, reason="R.")).execute()
    assert (right().is_signed, right().is_edited) == (False, True)
    assert not Right.objects.exclude(code="B01").filter(is_edited=True).exists()


def test_a_file_that_is_no_table_and_a_table_that_was_tampered_with_are_refused(world):
    client = browser(world, "admin")
    url = address("import_vocabulary", "ground")
    file = SimpleUploadedFile("x.xlsx", b"no workbook")
    assert "The file is no Excel workbook." in client.post(url, {"file": file}).content.decode()
    for table in ("x", "[1]", '[["code"], 2]'):
        response = client.post(url, {"table": table, "reason": "R."})
        assert response.status_code == 422
    assert "are missing" in looked_at(client, [["code"], ["x"]], "ground").content.decode()
    assert client.get(address("export_vocabulary", "ground", "pdf")).status_code == 404


def test_the_ombudsman_imports_rights_and_no_grounds_and_a_signer_takes_files_away(world):
    analyst, signer = browser(world, "rights_analyst"), browser(world, "auditor")
    assert analyst.get(address("import_vocabulary", "rights")).status_code == 200
    assert analyst.get(address("import_vocabulary", "ground")).status_code == 302
    assert exported(signer, "ground")[1][0] == Term.objects.filter(kind="ground").first().code
    assert signer.get(address("import_vocabulary", "rights")).status_code == 302
    step = ImportRows(TermKind.GROUND, exported(analyst, "ground"), actor=Actor.now(world.rights_analyst))
    with pytest.raises(NotAllowed):
        step.execute()
