"""A law nobody answered for says the same as the answered draft that it came of: later texts stand against it."""

import pytest
from django.utils import timezone

from amendments.redline.provision_redline import Mark
from rights.actions.answers.assess_text import AssessText
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.values import Conformity
from tests.factories import law
from tests.rights.drafts import next_draft, released

pytestmark = pytest.mark.whole  # stories over several actions


def adopted(office, draft, number):
    world = office.world
    text = law.adopt(draft, world.drafter, number)
    law.release(text, "public", world.drafter, world.secretary)
    world.amendment = law.make_amendment(world.section, text, world.drafter, f"Amendment of {number}")
    return text


def change(office):
    """Against which text the first page shows the newest one, and what changed."""
    (row,) = desk(office.analyst, timezone.now()).rows
    question = issue_page(office.analyst, office.issue).question
    assert (question.version, question.since.before) == (row.version, row.before)
    return row.before, [span.text for span in row.spans if span.mark is not Mark.KEPT]


def test_a_draft_on_a_law_that_nobody_answered_for_stands_against_it(office):
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    adopted(office, office.world.draft, "2-L")
    next_draft(office, "20 coins", "15 coins")
    assert change(office) == ("Law 2-L", ["20", "15"])


def test_a_law_made_of_a_later_draft_with_the_answered_words_counts_too(office):
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    last = released(office, office.world.amendment, "repeal", "1.2.1")
    adopted(office, last.draft, "2-L")
    next_draft(office, "20 coins", "15 coins")
    assert change(office) == ("Law 2-L", ["20", "15"])


def test_after_a_law_with_other_words_than_the_answered_draft_texts_stand_against_that_draft(office):
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    last = next_draft(office, "20 coins", "30 coins")
    adopted(office, last.draft, "2-L")
    next_draft(office, "30 coins", "15 coins")
    before, changes = change(office)
    assert before.startswith("draft 1 of ")
    assert changes == ["20", "15"]
