"""Words of issues are found on each database, however their letters i are written."""

import pytest

from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import RemoveEvidence
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.notes.add_note import AddNote
from rights.models import RightsIssue
from rights.queries.issue_lines import filtered, for_lines
from rights.values import EvidenceKind
from tests.rights.conftest import content


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("insan hüquqları", True),
        ("İNSAN HÜQUQLARI", True),
        ("INSAN qizil İŞIQ", True),
        ("işıq", True),
        ("i\N{COMBINING DOT ABOVE}nsan i\N{COMBINING DOT ABOVE}şıq", True),
        ("ınsanlar", False),
        ("i.san", False),
    ],
)
def test_an_issue_is_found_by_words_in_either_case(office, words, is_found):
    written = content(title="İnsan hüquqları", analysis="Qızıl bilet.")
    EditIssue(office.issue, written, 1, actor=office.act()).execute()
    AddNote(office.issue, "İşıq yoxdur.", actor=office.act()).execute()
    found = filtered(for_lines(office.analyst), office.analyst, {"words": words})
    assert list(found) == ([office.issue] if is_found else [])


@pytest.mark.parametrize("words", ["İşıqlı otaq", "yaz 2026", "sərhəddə", "qeyd kitabı"])
def test_the_office_alone_finds_an_issue_by_its_evidence_as_long_as_that_stands(office, words):
    written = EvidenceContent(
        EvidenceKind("visit"), "Yaz 2026", "ışıqlı otaq yoxdur.", "sərhəddə", 3, "Qeyd kitabı"
    )
    row = AddEvidence(office.issue, written, actor=office.act()).execute()
    found = filtered(for_lines(office.analyst), office.analyst, {"words": words})
    assert list(found) == [office.issue]
    others = [person for name, person in office.world.people.items() if not name.startswith("rights")]
    assert not any(filtered(for_lines(person), person, {"words": words}) for person in others)
    assert not filtered(RightsIssue.objects.all(), others[0], {"words": words})
    RemoveEvidence(row, actor=office.act(reason="Wrong.")).execute()
    assert not filtered(for_lines(office.analyst), office.analyst, {"words": words})
