"""From which texts the values of the table of conformity are carried, and against which ones they are compared."""

import pytest
from django.utils.timezone import localdate

from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.open_issue import OpenIssue
from rights.queries.conformity import conformity_table
from rights.queries.issue_texts import issue_texts
from rights.values import Conformity
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import next_draft, released

pytestmark = pytest.mark.whole  # stories over several actions


def adopted(office, draft, number):
    text = law.adopt(draft, office.world.drafter, number, localdate())
    law.release(text, "public", office.world.drafter, office.world.secretary)
    return text


def answer(office, issue, version, value):
    AssessText(issue, version, value, actor=office.act()).execute()


def cell_of(office, version, number):
    """The value and the signs of a provision in a text."""
    table = conformity_table(office.analyst, version.instrument, str(version.pk))
    assert table.version == version
    (row,) = [one for one in table.rows if one.called == number]
    return row.touched[0].value, [one.sign for one in row.touched[0].changes if one.is_in_force]


def test_a_draft_has_no_sign_against_a_later_law_where_it_leaves_the_words_alone(office):
    world = office.world
    base = world.base
    other = OpenIssue(
        base, [passage(base, "2.2")], content(), actor=office.act(), reference="HR-02"
    ).execute()
    answer(office, office.issue, world.text, Conformity.SILENT)
    assert cell_of(office, world.text, "2.2") == (Conformity.DOES_NOT, [])
    last = released(office, world.amendment, "replace_words", "2.2", old="free of charge", new="freely")
    now = adopted(office, last.draft, "2-L")
    for issue in (other, office.issue):
        answer(office, issue, now, Conformity.CONFORMS)
    assert cell_of(office, world.text, "2.2") == (Conformity.DOES_NOT, [])
    assert cell_of(office, world.text, "2.1") == (Conformity.SILENT, ["▼"])  # the draft changes it


def test_an_answer_on_a_draft_is_not_carried_past_the_law_that_nobody_has_assessed(office):
    world = office.world
    answer(office, office.issue, world.text, Conformity.CONFORMS)
    now = adopted(office, world.draft, "2-L")
    world.amendment = law.make_amendment(world.section, now, world.drafter, "Another amendment")
    OpenIssue(now, [passage(now, "1.2.1")], content(), actor=office.act(), reference="HR-02").execute()
    draft = released(office, world.amendment, "repeal", "1.2.1")
    assert (cell_of(office, now, "2.1")[0], cell_of(office, draft, "2.1")[0]) == (None, None)
    answer(office, office.issue, now, Conformity.PARTLY)
    assert cell_of(office, now, "2.1")[0] == cell_of(office, draft, "2.1")[0] == Conformity.PARTLY


def test_the_page_of_the_issue_carries_no_answer_past_the_law_either(office):
    world = office.world
    answer(office, office.issue, world.text, Conformity.CONFORMS)
    now = adopted(office, world.draft, "2-L")
    world.amendment = law.make_amendment(world.section, now, world.drafter, "Another amendment")
    next_draft(office, "20 coins", "30 coins")
    back = next_draft(office, "It is paid", "It is owed")
    texts = {one.version: one.assessment for one in issue_texts(office.analyst, office.issue)}
    assert (texts[now], texts[back]) == (None, None)


def test_what_was_said_of_an_earlier_law_is_not_carried_past_the_law_that_nobody_has_assessed(office):
    world = office.world
    raised = [passage(world.base, "2.2")]
    issue = OpenIssue(world.base, raised, content(), actor=office.act(), reference="HR-02").execute()
    now = adopted(office, world.draft, "2-L")
    other = law.make_amendment(world.section, now, world.drafter, "Another amendment")
    draft = released(office, other, "repeal", "1.2.1")
    OpenIssue(now, [passage(now, "1.2.1")], content(), actor=office.act(), reference="HR-03").execute()
    assert (cell_of(office, now, "2.2")[0], cell_of(office, draft, "2.2")[0]) == (None, None)
    answer(office, issue, now, Conformity.CONFORMS)
    assert cell_of(office, now, "2.2")[0] == cell_of(office, draft, "2.2")[0] == Conformity.CONFORMS


def test_a_draft_with_the_words_of_an_earlier_law_has_no_answer_that_its_law_lost(office):
    world = office.world
    issue = office.issue
    now = adopted(office, world.draft, "2-L")  # 20 coins
    answer(office, issue, now, Conformity.CONFORMS)
    world.amendment = law.make_amendment(world.section, now, world.drafter, "Thirty")
    later = adopted(office, next_draft(office, "20 coins", "30 coins").draft, "3-L")
    answer(office, issue, later, Conformity.DOES_NOT)
    world.amendment = law.make_amendment(world.section, later, world.drafter, "Twenty")
    back = next_draft(office, "30 coins", "20 coins")
    assert (cell_of(office, later, "2.1")[0], cell_of(office, back, "2.1")[0]) == (Conformity.DOES_NOT, None)
