"""The provision on which an issue is recommended stands in the text of the recommendation."""

import pytest

from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.queries.opinion_issues import recommended_place
from tests.factories import law
from tests.rights.conftest import content, passage

pytestmark = pytest.mark.whole


def sealed(office, *instruction, **given):
    """The next draft of the amendment, released."""
    world = office.world
    law.add(world.amendment, world.drafter, *instruction, **given)
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return law.text_in(draft)


def place(office, version, *numbers, **more):
    """The text and the number in it on which an issue is recommended that was raised on a text."""
    words = [passage(version, number) for number in numbers]
    raised = OpenIssue(version, words, content(**more), actor=office.act()).execute()
    subject = office.world.amendment
    drafted = DraftOpinion(subject, OpinionContent("T", "en"), actor=office.act()).execute()

    def found():
        text, provision = recommended_place(office.analyst, drafted, raised)
        return text, text.entries.get(provision=provision).number

    return found


@pytest.mark.parametrize(("numbers", "last"), [(("2.1", "2.3"), 3), (("2.3", "2.1"), 3), (("2.3",), 2)])
def test_no_issue_is_recommended_on_a_provision_that_the_text_does_not_have(office, numbers, last):
    world = office.world
    second = sealed(office, "insert_element", "2.3", new="Dogs pay 2 coins.")
    found = place(office, second, *numbers)
    inserted = second.sealed_instructions.last().instruction
    WithdrawInstruction(inserted, actor=office.act(world.drafter, "No.")).execute()
    texts = {2: second, 3: sealed(office, "repeal", "1.2.1")}
    assert found() == (texts[last], "2.1" if last == 3 else "2.3")


def test_an_issue_that_was_raised_on_the_draft_is_recommended_on_what_it_changes(office):
    world = office.world
    assert place(office, world.text, "1.1", "2.1")() == (world.text, "2.1")
    later = place(office, world.text, "1.1", "2.1")
    third = sealed(office, "repeal", "1.2.1")
    assert later() == (third, "2.1")
    first = place(office, third, "1.1", "2.1", recommended_text="Ferries cross by day.")
    assert first() == (third, "1.1")
