"""The follow-up of a recommendation on a provision that a later draft repeals or leaves out."""

import pytest

from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.models import Opinion
from rights.values import FollowUpValue
from tests.factories import law
from tests.rights.actions.recommended_steps.conftest import follow, story
from tests.rights.conftest import content, finished, issue, passage
from tests.rights.drafts import next_without, released
from tests.rights.pages import text_of


def test_of_a_provision_that_a_draft_repeals_the_follow_up_says_so(office, row):
    released(office, office.world.amendment, "repeal", "2.1")
    assert [text.told for text in story(office, row).texts] == ["repealed"]


@pytest.mark.whole
def test_of_a_provision_that_a_draft_dropped_the_follow_up_says_so(office, client):
    world = office.world
    proposed = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay 2 coins.")
    second = released(office, world.amendment, "repeal", "1.2.1")
    raised = OpenIssue(second, [passage(second, "2.3")], content(), actor=office.act()).execute()
    words = OpinionContent("Dogs", "en", "We looked.")
    drafted = DraftOpinion(world.amendment, words, actor=office.act()).execute()
    GatherIssues(drafted, [raised], actor=office.act()).execute()
    opinion = issue(office, finished(office, Opinion.objects.get(pk=drafted.pk)))
    next_without(office, proposed)
    page = text_of(client.get(opinion.url))
    assert "<strong>Draft 3</strong>: not in the text" in page
    assert "the words of the text are not the recommended ones" not in page


def test_what_was_overtaken_by_a_repeal_is_asked_again_when_the_provision_is_back(office, row):
    world = office.world
    repealing = released(office, world.amendment, "repeal", "2.1")
    follow(office, row, repealing, FollowUpValue.OVERTAKEN)
    assert story(office, row).is_closed
    repeal = world.amendment.amended_acts.get().instructions.filter(op="repeal").last()
    WithdrawInstruction(repeal, actor=office.act(world.drafter, "No.")).execute()
    back = released(office, world.amendment, "repeal", "1.2.1")
    found = story(office, row)
    assert (found.is_closed, found.asks.version) == (False, back)
    follow(office, row, back, FollowUpValue.OVERTAKEN, seen=found.seen)
    assert story(office, row).is_closed
