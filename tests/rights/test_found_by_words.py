"""Words of issues are found on each database, however their letters i are written."""

import pytest

from rights.actions.issues.edit_issue import EditIssue
from rights.actions.notes.add_note import AddNote
from rights.queries.issue_lines import filtered, for_lines
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
