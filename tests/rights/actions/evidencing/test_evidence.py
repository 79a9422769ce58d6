from dataclasses import replace
from uuid import uuid4

import pytest
from wagtail.models import ModelLogEntry

from amendments.errors import NotAllowed
from consultations.errors import ReasonNeeded
from consultations.models import ConfidentialLogEntry
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.edit_evidence import EditEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import BringBackEvidence, RemoveEvidence
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.notes.add_note import AddNote
from rights.errors import (
    EvidenceChangedMeanwhile,
    NoCase,
    NoEvidenceSummary,
    NoPeriod,
    ShowsSomebody,
    TooLong,
)
from rights.models import Evidence
from rights.values import LONGEST, EvidenceKind
from tests.rights.conftest import content, passage

WORDS = EvidenceContent(
    EvidenceKind.COMPLAINT, "spring 2026", "Two families paid twice.", "a harbour", 2, "Register"
)


@pytest.fixture
def row(office):
    return AddEvidence(office.issue, WORDS, actor=office.act()).execute()


def test_the_office_alone_reads_it_whatever_was_issued(office, row):
    assert list(Evidence.objects.visible_to(office.analyst)) == [row]
    assert list(Evidence.objects.visible_to(office.head)) == [row]
    for role in ("drafter", "secretary", "chair", "admin", "auditor", "anonymous", "body_focal"):
        assert not Evidence.objects.visible_to(office.world.people[role]).exists()
        assert not Evidence.objects.standing_or_removed(office.world.people[role]).exists()


def test_its_log_is_confidential(office, row):
    assert ConfidentialLogEntry.objects.filter(action="rights.add_evidence", object_id=row.pk).count() == 1
    assert not ModelLogEntry.objects.filter(action__contains="evidence").exists()


def test_a_second_click_writes_no_second_row(office):
    key = uuid4()
    rows = {AddEvidence(office.issue, WORDS, actor=office.act(), key=key).execute() for _click in range(2)}
    assert len(rows) == Evidence.objects.count() == 1


def test_a_form_sent_for_another_issue_writes_there(office):
    key, other = (
        uuid4(),
        OpenIssue(
            office.world.base, [passage(office.world.base, "2.1")], content(), actor=office.act()
        ).execute(),
    )
    rows = [
        AddEvidence(issue, WORDS, actor=office.act(), key=key).execute() for issue in (office.issue, other)
    ]
    notes = [
        AddNote(issue, "Look.", actor=office.act(), key=key).execute() for issue in (office.issue, other)
    ]
    assert [row.issue for row in (*rows, *notes)] == [office.issue, other] * 2


@pytest.mark.parametrize("reason", ["It names +994 50 123 45 67", "a.person@example.org"])
def test_the_reason_of_taking_it_out_shows_nobody_either(office, row, reason):
    with pytest.raises(ShowsSomebody):
        RemoveEvidence(row, actor=office.act(reason=reason)).execute()
    row.refresh_from_db()
    assert row.removed_at is None


def test_a_change_needs_the_newest_revision_and_its_history_names_who_made_it(office, row):
    changed = replace(WORDS, summary="Three families paid twice.", cases=3)
    EditEvidence(row, changed, 1, actor=office.act(office.head)).execute()
    row.refresh_from_db()
    assert (row.summary, row.cases, row.revision) == ("Three families paid twice.", 3, 2)
    assert row.history.first().actor_label == str(office.head)
    with pytest.raises(EvidenceChangedMeanwhile):
        EditEvidence(row, WORDS, 1, actor=office.act()).execute()
    assert EditEvidence(row, changed, 1, actor=office.act()).execute() == row  # it says so already
    assert row.history.count() == 2


def test_taking_it_out_asks_for_a_reason_keeps_the_row_and_can_be_undone(office, row):
    with pytest.raises(ReasonNeeded):
        RemoveEvidence(row, actor=office.act()).execute()
    RemoveEvidence(row, actor=office.act(reason="Told twice.")).execute()
    assert not Evidence.objects.visible_to(office.analyst).exists()
    assert list(Evidence.objects.standing_or_removed(office.analyst)) == [row]
    assert row.history.first().history_change_reason == "Told twice."
    with pytest.raises(EvidenceChangedMeanwhile):
        EditEvidence(row, replace(WORDS, cases=5), 1, actor=office.act()).execute()
    BringBackEvidence(row, actor=office.act()).execute()
    assert list(Evidence.objects.visible_to(office.analyst)) == [row]


@pytest.mark.parametrize("name", ["period", "place", "summary", "source"])
def test_an_identifier_is_refused_in_every_field_and_named(office, name):
    told = replace(WORDS, **{name: "Ask a.person@example.org"})
    with pytest.raises(ShowsSomebody, match=r"a\.person@example\.org.*e-mail"):
        AddEvidence(office.issue, told, actor=office.act()).execute()
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"period": " "}, NoPeriod),
        ({"summary": "\n"}, NoEvidenceSummary),
        ({"cases": 0}, NoCase),
        ({"cases": 1_000_001}, NoCase),
        ({"summary": "x" * (LONGEST + 1)}, TooLong),
    ],
)
def test_a_summary_says_when_what_and_how_often(office, more, refusal):
    with pytest.raises(refusal):
        AddEvidence(office.issue, replace(WORDS, **more), actor=office.act()).execute()


def test_nobody_outside_the_office_takes_a_step(office, row):
    for role in ("drafter", "secretary", "admin", "body_focal"):
        actor = office.act(office.world.people[role], reason="So.")
        for step in (
            AddEvidence(office.issue, WORDS, actor=actor),
            EditEvidence(row, WORDS, 1, actor=actor),
            RemoveEvidence(row, actor=actor),
            BringBackEvidence(row, actor=actor),
        ):
            with pytest.raises(NotAllowed):
                step.execute()
