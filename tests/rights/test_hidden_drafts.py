"""A draft that the reader may not read is no reason to ask, and what was said of it stands on no page."""

import pytest
from django.utils import timezone

from rights.actions.answers.assess_text import AssessText
from rights.queries.conformity import conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.values import Conformity
from tests.factories import law

pytestmark = pytest.mark.whole


def drafts(office, *fares):
    """Further drafts of the amendment with these fares, of which the last one is released."""
    world = office.world
    found = []
    for old, new in zip(("20 coins", *fares), fares, strict=False):
        law.add(world.amendment, world.drafter, "replace_words", "2.1", old=old, new=new)
        found.append(law.text_in(law.seal(world.amendment, world.drafter)))
    law.release(found[-1].draft, "public", world.drafter, world.secretary)
    return found


def asked(office, person):
    question = issue_page(person, office.issue).question
    assert desk(office.analyst, timezone.now()).waiting == (
        issue_page(office.analyst, office.issue).question is not None
    )
    return question and question.version


def test_no_question_tells_of_a_draft_that_the_reader_may_not_read(office):
    world = office.world
    AssessText(office.issue, world.text, Conformity.PARTLY, actor=office.act()).execute()
    _hidden, last = drafts(office, "30 coins", "20 coins")
    assert asked(office, office.analyst) is None
    law.join(world.drafter, "rights_analyst")
    assert asked(office, world.drafter) == last


@pytest.mark.parametrize("fare", ["30 coins", "40 coins"])
def test_an_answer_on_a_draft_that_the_reader_may_not_read_stands_on_no_page(office, fare):
    world = office.world
    law.join(world.drafter, "rights_analyst")
    hidden, last = drafts(office, "30 coins", fare) if fare != "30 coins" else _twice(office)
    given = AssessText(
        office.issue, hidden, Conformity.DOES_NOT, actor=office.act(world.drafter), note="Hidden."
    ).execute()
    raised = office.issue.assessments.get(version=office.issue.raised_on)
    for person, own in ((world.drafter, given), (office.analyst, raised)):
        table = conformity_table(person, last.instrument, str(last.pk))
        (cell,) = table.rows[0].touched
        panel = cell_page(person, table, f"{table.rows[0].provision}:{cell.right.code}")
        assert panel.issues[0].assessment == own
        (text,) = [one for one in issue_page(person, office.issue).texts if one.version == last]
        is_same = own == given and fare == "30 coins"
        assert text.assessment == (own if is_same else None)
        assert cell.value == (Conformity.DOES_NOT if is_same else None)
        assert text.is_waiting != is_same


def _twice(office):
    """Two drafts with the same fare, of which the last one is released."""
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return hidden, law.text_in(draft)
