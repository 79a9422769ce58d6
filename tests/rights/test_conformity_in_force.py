"""A cell of the table of conformity is better or worse than the text in force, and says both alike."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from amendments.models import Commencement
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.open_issue import OpenIssue
from rights.queries.conformity import conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.conformity_changes import changes_since
from rights.values import Conformity
from tests.factories import law
from tests.rights.conftest import content, passage

pytestmark = pytest.mark.whole

VALUES = {value.value: value for value in Conformity} | {"n-a": Conformity.NOT_APPLICABLE}
BACKEND = "django.contrib.auth.backends.ModelBackend"


def answer(office, version, value):
    AssessText(office.issue, version, value, actor=office.act()).execute()
    return version


@pytest.fixture
def in_force(office):
    """The law of the first amendment, which is in force and conforms in part; as raised it did not conform."""
    world = office.world
    text = law.adopt(world.draft, world.drafter, "2-L", localdate())
    law.release(text, "public", world.drafter, world.secretary)
    return answer(office, text, Conformity.PARTLY)


def draft(office, base, value, new="30 coins"):
    """A draft of a further amendment, with an answer."""
    world = office.world
    amendment = law.make_amendment(world.section, base, world.drafter, f"Amendment {new}")
    law.add(amendment, world.drafter, "replace_words", "2.1", old="20 coins", new=new)
    sealed = law.seal(amendment, world.drafter)
    law.release(sealed, "public", world.drafter, world.secretary)
    return answer(office, law.text_in(sealed), value)


def cell_of(office, version):
    table = conformity_table(office.analyst, version.instrument, str(version.pk))
    return table.rows[0].cells[0], table


def signs(cell):
    return [(str(one.words), one.sign) for one in cell.changes]


def test_a_cell_that_is_worse_than_in_force_says_so_beside_the_comparison_with_the_text_as_raised(
    office, in_force
):
    version = draft(office, in_force, Conformity.DOES_NOT)
    cell, table = cell_of(office, version)
    assert (table.in_force, signs(cell)) == (in_force, [("worse than in force", "▼")])
    better = draft(office, in_force, Conformity.CONFORMS, "5 coins")
    cell, _table = cell_of(office, better)
    assert signs(cell) == [("better than the text as raised", "↑"), ("better than in force", "▲")]
    worse = draft(office, in_force, Conformity.SILENT, "40 coins")
    assert ("worse than in force", "▼") in signs(cell_of(office, worse)[0])


def test_the_text_in_force_and_those_before_it_are_compared_with_the_text_as_raised_alone(office, in_force):
    cell, table = cell_of(office, in_force)
    assert (table.in_force, signs(cell)) == (None, [("better than the text as raised", "↑")])
    assert cell_of(office, office.world.base)[1].in_force is None
    assert cell_of(office, office.world.text)[1].in_force == in_force  # its amendment is signed


def test_an_adopted_text_that_comes_is_compared_with_the_one_that_it_replaces(office, in_force):
    version = draft(office, in_force, Conformity.DOES_NOT)
    coming = law.adopt(version.draft, office.world.drafter, "3-L")
    law.release(coming, "public", office.world.drafter, office.world.secretary)
    answer(office, coming, Conformity.DOES_NOT)
    cell, table = cell_of(office, coming)
    assert (table.in_force, signs(cell)) == (in_force, [("worse than in force", "▼")])
    Commencement.objects.create(version=coming, date=localdate(), recorded_at=coming.sealed_at)
    assert cell_of(office, coming)[1].in_force is None


def test_where_the_text_in_force_is_the_one_as_raised_a_cell_has_one_sign(office):
    answer(office, office.world.text, Conformity.EXCEEDS)
    cell, _table = cell_of(office, office.world.text)
    assert signs(cell) == [("better than the text as raised", "↑")]
    answer(office, office.world.text, Conformity.PARTLY)
    office.issue.assessments.filter(version=office.world.base).update(value=Conformity.CONFORMS)
    assert signs(cell_of(office, office.world.text)[0]) == [("worse than the text as raised", "↓")]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("does-not does-not", "does-not does-not", []),
        ("does-not conforms", "does-not partly", [("worse than in force for some of its issues", "▼")]),
        (
            "does-not conforms",
            "conforms partly",
            [("better than in force", "▲"), ("worse than in force for some of its issues", "▼")],
        ),
        ("conforms conforms", "conforms partly", [("worse than in force", "▼")]),
        ("does-not partly", "does-not conforms", []),
        ("does-not n-a", "does-not partly", []),
        ("- conforms", "does-not partly", [("worse than in force for some of its issues", "▼")]),
        ("- partly", "does-not conforms", []),
    ],
)
def test_a_cell_of_several_issues_is_worse_where_one_of_them_is(before, after, said):
    def values(names):
        return [None if name == "-" else VALUES[name] for name in names.split()]

    found = changes_since(zip(values(before), values(after), strict=True), is_in_force=True)
    assert [(str(one.words), one.sign) for one in found] == said


def test_the_cell_of_two_issues_shows_the_weakest_value_and_that_one_became_worse(office, in_force):
    words = [passage(in_force, "2.1")]
    other = OpenIssue(
        in_force, words, content(), actor=office.act(), conformity=Conformity.CONFORMS
    ).execute()
    version = draft(office, in_force, Conformity.PARTLY)
    AssessText(other, version, Conformity.PARTLY, actor=office.act()).execute()
    cell, _table = cell_of(office, version)
    assert cell.value == Conformity.PARTLY
    assert ("worse than in force for some of its issues", "▼") in signs(cell)


def test_page_panel_list_for_a_phone_and_file_say_it_in_words(office, in_force, client):
    version = draft(office, in_force, Conformity.DOES_NOT)
    client.force_login(office.analyst, backend=BACKEND)
    cell = f"{version.entries.get(number='2.1').provision_id}:B01"
    url = reverse("rights:conformity", args=[version.instrument_id])
    page = " ".join(client.get(url, {"text": version.pk, "cell": cell}).content.decode().split())
    attention = page.partition('id="attention"')[2].partition("</section>")[0]
    panel = page.partition('id="cell"')[2]
    legend = page.partition('class="conformity-legend')[2].partition("</ul>")[0]
    for part in (page.partition("<tbody>")[2].partition("</tbody>")[0], attention, panel, legend):
        assert "worse than in force" in part
        assert "▼" in part
    assert "HR-01. In force now, Law 2-L: Partly conforms" in panel
    assert "against Law 2-L" in panel
    assert "against Law 1-L" in panel
    shown = cell_page(office.analyst, conformity_table(office.analyst, version.instrument, ""), cell)
    assert [[span.text for span in one.spans][1:3] for one in shown.comparisons] == [
        ["20", "30"],
        ["10", "30"],
    ]
    file = reverse("rights:conformity_file", args=[version.instrument_id, "conformity-xlsx"])
    book = load_workbook(BytesIO(client.get(file, {"text": version.pk}).content))
    words = [value for row in book.worksheets[0].iter_rows(values_only=True) for value in row if value]
    assert any("worse than in force" in str(value) for value in words)


def test_a_cell_whose_weakest_issue_is_not_of_the_text_in_force_is_not_compared_with_it(office, in_force):
    version = draft(office, in_force, Conformity.CONFORMS)
    assert ("better than in force", "▲") in signs(cell_of(office, version)[0])
    new = [passage(version, "2.1", "30 coins")]
    OpenIssue(version, new, content(), actor=office.act(), reference="HR-02").execute()
    cell, _table = cell_of(office, version)
    assert (cell.value, len(cell.issues)) == (Conformity.DOES_NOT, 2)
    assert signs(cell) == []


def test_an_issue_raised_on_the_text_in_force_is_compared_beside_older_ones(office, in_force):
    new = [passage(in_force, "2.1", "20 coins")]
    raised = OpenIssue(in_force, new, content(), actor=office.act(), reference="HR-02").execute()
    version = draft(office, in_force, Conformity.CONFORMS)
    AssessText(raised, version, Conformity.DOES_NOT, actor=office.act()).execute()
    assert signs(cell_of(office, version)[0]) == []
    AssessText(raised, version, Conformity.PARTLY, actor=office.act()).execute()
    assert ("better than in force", "▲") in signs(cell_of(office, version)[0])


def test_what_did_not_apply_in_force_and_does_not_conform_now_makes_a_cell_no_better(office, in_force):
    new = [passage(in_force, "2.1", "20 coins")]
    raised = OpenIssue(in_force, new, content(), actor=office.act(), reference="HR-02").execute()
    raised.assessments.update(value=Conformity.NOT_APPLICABLE)
    version = draft(office, in_force, Conformity.CONFORMS)
    AssessText(raised, version, Conformity.DOES_NOT, actor=office.act()).execute()
    assert ("worse than in force", "▼") in signs(cell_of(office, version)[0])


def test_the_panel_names_the_value_in_force_of_an_issue_that_was_raised_on_that_text(office, in_force):
    new = [passage(in_force, "2.1", "20 coins")]
    raised = OpenIssue(in_force, new, content(), actor=office.act(), reference="HR-02").execute()
    version = draft(office, in_force, Conformity.CONFORMS)
    AssessText(raised, version, Conformity.PARTLY, actor=office.act()).execute()
    cell, table = cell_of(office, version)
    panel = cell_page(office.analyst, table, f"{table.rows[0].provision}:{cell.right.code}")
    named = [[(row.reference, value) for row, value in one.values] for one in panel.comparisons]
    assert named == [[("HR-01", Conformity.PARTLY), ("HR-02", Conformity.DOES_NOT)], []]
