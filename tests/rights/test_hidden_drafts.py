"""Words that only a draft had that the reader may not read are no reason to ask."""

from django.utils import timezone

from rights.actions.answers.assess_text import AssessText
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.values import Conformity
from tests.factories import law


def test_no_question_tells_of_a_draft_that_the_reader_may_not_read(office):
    world = office.world
    AssessText(office.issue, world.text, Conformity.PARTLY, actor=office.act()).execute()
    for old, new in (("20 coins", "30 coins"), ("30 coins", "20 coins")):
        law.add(world.amendment, world.drafter, "replace_words", "2.1", old=old, new=new)
        draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    assert desk(office.analyst, timezone.now()).waiting == 0
    assert issue_page(office.analyst, office.issue).question is None
    law.join(world.drafter, "rights_analyst")
    assert issue_page(world.drafter, office.issue).question.version == law.text_in(draft)
