"""An amendment moved to a newer text of its act: what follows, what is stale, what needs a decision."""

import pytest

from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, NothingToSeal
from amendments.queries.drafting.drafts import working_draft
from tests.factories import law


@pytest.fixture
def moved(world):
    """Move the amendment to a text that another law made: 2.2 is 2.3 there, and 2.2 is another provision."""

    def move():
        rival = law.make_amendment(world.section, world.base, world.drafter, "Rival")
        children = [{"number": "2.3"}, {"number": "2.2", "text": "Dogs pay half."}]
        law.add(rival, world.drafter, "renumber_and_add", "2.2", children=children)
        newer = law.adopt(law.seal(rival, world.drafter), world.drafter)
        action = RebaseAmendment(law.act_of(world.amendment), newer, actor=Actor.now(world.drafter))
        action.execute()
        return action

    return move


def add(world, op, target, **given):
    return law.add(world.amendment, world.drafter, op, target, **given)


def state(world):
    draft = working_draft(law.act_of(world.amendment))
    texts = {element.number: element.text for element in draft.tree}
    return texts, [step.problem for step in draft.steps]


@pytest.mark.whole
def test_an_instruction_follows_its_provision_to_its_new_number(world, moved):
    row = add(world, "replace_words", "2.2", old="Children", new="Pupils")
    last = add(world, "add_sentence", "2.2", new="So do students.")
    assert moved().followed == [row.key, last.key]
    texts, problems = state(world)
    assert texts["2.3"] == "Pupils travel free of charge. So do students."
    assert texts["2.2"] == "Dogs pay half."
    assert problems == ["", ""]
    row.refresh_from_db()
    assert (row.operation["target"], row.revision) == ("2.3", 2)
    assert [(each.number, each.touch) for each in row.targets.all()] == [("2.3", "words")]
    assert row.history.latest().history_user == world.drafter


def test_what_was_withdrawn_is_taken_back_on_its_own_provision(world, moved):
    row = add(world, "repeal", "2.2")
    WithdrawInstruction(row, actor=Actor.now(world.drafter, reason="Not yet.")).execute()
    moved()
    TakeInstruction(row, actor=Actor.now(world.drafter)).execute()
    texts, _ = state(world)
    assert (texts["2.2"], texts["2.3"]) == ("Dogs pay half.", "")


@pytest.mark.whole
def test_an_insertion_waits_for_a_decision_where_its_place_has_another_number(world, moved):
    row = add(world, "insert_element", "2.2-1", new="Students pay half.")
    moved()
    _, problems = state(world)
    assert "2.2" in problems[0]
    change = law.operation("insert_element", "2.3-1", new="Students pay half.")
    EditInstruction(row, change, actor=Actor.now(world.drafter)).execute()
    texts, problems = state(world)
    assert texts["2.3-1"] == "Students pay half."
    assert problems == [""]


@pytest.mark.whole
def test_what_was_folded_can_still_be_left_out(world, moved):
    add(world, "replace_words", "2.2", old="Children", new="Pupils")
    folded = add(world, "replace_words", "2.2", old="Pupils", new="Pupils and students")
    moved()
    assert state(world)[0]["2.3"] == "Pupils and students travel free of charge."
    folded.refresh_from_db()
    WithdrawInstruction(folded, actor=Actor.now(world.drafter, reason="No.")).execute()
    texts, problems = state(world)
    assert texts["2.3"] == "Pupils travel free of charge."
    assert problems == [""]


def test_an_instruction_on_other_provisions_stays_as_it_is(world, moved):
    row = add(world, "replace_number", "2.1", old="10", new="12")
    assert moved().followed == []
    row.refresh_from_db()
    assert row.revision == 1
    assert state(world)[1] == [""]


@pytest.mark.whole
def test_what_the_list_brings_is_followed_too(world, moved):
    add(world, "renumber_and_add", "2.2", children=[{"number": "2.8"}])
    add(world, "add_sentence", "2.8", new="So do students.")
    moved()
    texts, problems = state(world)
    assert problems == ["", ""]
    assert texts["2.8"] == "Children travel free of charge. So do students."
    assert texts["2.2"] == "Dogs pay half."


def test_only_drafters_move_it_and_only_forward(world):
    act = law.act_of(world.amendment)
    for person in (world.other, world.secretary, world.chair):
        with pytest.raises(NotAllowed):
            RebaseAmendment(act, world.base, actor=Actor.now(person)).execute()
    with pytest.raises(NothingToSeal):
        RebaseAmendment(act, world.base, actor=Actor.now(world.drafter)).execute()
