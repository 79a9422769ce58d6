"""What the instructions of a list touch is written by every action that changes the list."""

import random

import pytest

from amendments.actions.drafting.add_derived_instructions import AddDerivedInstructions
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.instructions.execute import execute
from amendments.instructions.touches import LEANING
from amendments.models import Instruction, InstructionTarget, VersionTarget
from amendments.provisions.tree import Tree, text_hash
from amendments.queries.drafting.drafts import executable, working_draft
from amendments.queries.drafting.edits import ProvisionEdit
from amendments.queries.proof.hashes import broken_seals
from amendments.queries.showing.trees import tree_of
from tests.amendments.instructions.touches import changed
from tests.factories import law
from tests.shares import telling


def targets(row):
    return {target.number: target.touch for target in row.targets.all()}


def act_of(world):
    return law.act_of(world.amendment)


def add(world, op, target, **given):
    return law.add(world.amendment, world.drafter, op, target, **given)


def why(world):
    return Actor.now(world.drafter, reason="Because.")


def stepwise(act):
    """The list carried out anew on the stored text, each tree made anew: instruction, before, after."""
    tree = tree_of(act.base_version)
    for row in act.instructions.filter(status=Instruction.Status.TAKEN).order_by("order", "key"):
        before = Tree(tree.elements)
        tree = execute(before, [executable(row)])
        yield row, before, Tree(tree.elements)


def check(act):
    """Whether the rows say exactly what each instruction changes, with the hash of every text."""
    base = tree_of(act.base_version)
    for row, before, after in stepwise(act):
        written = {str(target.provision_id): target for target in row.targets.all()}
        found = {key for key, target in written.items() if target.touch not in LEANING}
        assert found == changed(before, after)
        for key, target in written.items():
            if key in base.by_key or target.touch == "inserts":
                assert target.text_hash == (text_hash(base.by_key[key]) if key in base.by_key else "")


OPERATIONS = (
    ("replace_number", "2.1", {"old": "10", "new": "12"}),
    ("replace_words", "2.1", {"old": "coins", "new": "manats"}),
    ("replace_words", "1", {"old": "Law", "new": "Act", "qualifier": "all"}),
    ("global_replace", "*", {"old": "Republic", "new": "State", "qualifier": "all"}),
    ("restate", "2.2", {"new": "Children travel free."}),
    ("restate", "1.2", {"new": "It does not apply to:", "children": [{"number": "1.2.2", "text": "rafts"}, {"number": "1.2.3", "text": "kayaks."}]}),
    ("restate_heading", "2", {"new": "Prices"}),
    ("add_sentence", "2.2", {"new": "So do dogs."}),
    ("insert_element", "2.3", {"new": "Dogs pay half."}),
    ("insert_element", "2-1", {"new": "Boats", "children": [{"number": "2-1.1", "text": "New."}]}),
    ("append_element", "1.2.3", {"new": "canoes."}),
    ("repeal", "1.2.1", {}),
    ("repeal", "2.3", {}),
    ("renumber_and_add", "2.2", {"children": [{"number": "2.9"}]}),
    ("replace_words", "2.3", {"old": "half", "new": "a third"}),
)  # fmt: skip


def step(world, chance):
    """One random change by one of the actions; many are refused."""
    rows = list(world.amendment.instructions.all())
    op, target, given = chance.choice(OPERATIONS)
    operation, actor = law.operation(op, target, **given), why(world)
    made = chance.choice(["add", "add", "propose", "edit", "withdraw", "take", "move"]) if rows else "add"
    row = chance.choice(rows) if rows else None
    if made == "add":
        return AddInstruction(act_of(world), operation, actor=actor)
    if made == "propose":
        return ProposeInstruction(act_of(world), operation, actor=actor)
    if made == "move":
        return MoveInstruction(row, chance.choice(rows), actor=actor)
    if made == "edit":
        return EditInstruction(row, operation, actor=actor)
    return {"withdraw": WithdrawInstruction, "take": TakeInstruction}[made](row, actor=actor)


@pytest.mark.whole
@pytest.mark.parametrize("seed", telling(range(6), 0))
def test_the_rows_are_what_the_list_changes_whatever_was_done_to_it(world, seed):
    chance = random.Random(seed)  # noqa: S311 - the same changes in every run
    done = 0
    for _ in range(25):
        try:
            step(world, chance).execute()
            done += 1
        except AmendmentsError:
            continue
        if not working_draft(act_of(world)).problems:
            check(act_of(world))
    assert done > 8


def test_of_every_target_there_is_a_row_with_its_hash(world):
    row = add(world, "repeal", "1.2.1", targets=["1.2.1", "1.2.2"])
    assert targets(row) == {"1.2.1": "repeals", "1.2.2": "repeals"}
    texts = {element.number: text_hash(element) for element in tree_of(world.base)}
    assert {each.number: each.text_hash for each in row.targets.all()} == {
        number: texts[number] for number in ("1.2.1", "1.2.2")
    }


def test_what_the_list_brings_is_named_by_the_uuid_that_it_will_have(world):
    brought = add(world, "insert_element", "2.3", new="Dogs pay half.")
    beside = add(world, "insert_element", "2.3-1", new="Cats pay a third.")
    new, same = brought.targets.get(touch="inserts"), beside.targets.get(touch="after")
    assert (new.number, new.text_hash) == ("2.3", "")
    assert (same.provision_id, same.number) == (new.provision_id, "2.3")
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    assert str(new.provision_id) in tree_of(draft).by_key


def test_an_edit_in_place_writes_the_targets_of_what_it_becomes(world):
    element = next(element for element in tree_of(world.base) if element.number == "2.1")
    edit = ProvisionEdit(element.key, "", element.text.replace("10", "12"), text_hash(element))
    rows = AddDerivedInstructions(act_of(world), edit, actor=why(world)).execute()
    assert [targets(row) for row in rows] == [{"2.1": "words"}]


def test_a_change_of_one_is_seen_in_what_the_others_touch(world):
    first = add(world, "insert_element", "2.3", new="Dogs pay half.")
    last = add(world, "insert_element", "2.5", new="Cats pay a third.")
    assert targets(last) == {"2.5": "inserts", "2.3": "after", "2": "under"}
    change = law.operation(
        "insert_element", "2.3", new="Dogs pay half.", children=[{"number": "2.4", "text": "None."}]
    )
    EditInstruction(first, change, actor=why(world)).execute()
    assert targets(first)["2.4"] == "inserts"
    check(act_of(world))


def test_a_change_that_is_folded_is_seen_in_what_the_holder_touches(world):
    holder = add(world, "replace_number", "2.1", old="10", new="12")
    folded = add(world, "replace_number", "2.1", old="12", new="14")
    folded.refresh_from_db()
    assert folded.folded_into == holder
    assert targets(holder) == {"2.1": "words"}
    check(act_of(world))


def test_a_proposal_and_what_was_withdrawn_keep_what_they_touch(world):
    change = law.operation("insert_element", "2.3", new="Dogs pay half.")
    row = ProposeInstruction(act_of(world), change, actor=Actor.now(world.secretary)).execute()
    proposed = targets(row)
    assert proposed == {"2.3": "inserts", "2.2": "after", "2": "under"}
    TakeInstruction(row, actor=why(world)).execute()
    assert targets(row) == proposed
    WithdrawInstruction(row, actor=why(world)).execute()
    assert targets(row) == proposed


@pytest.mark.whole
def test_what_another_law_changed_is_stale_until_it_is_saved_again(world):
    """Every target counts, not only the first."""
    row = add(world, "repeal", "", targets=["1.2.1", "2.1"])
    rival = law.make_amendment(world.section, world.base, world.drafter, "Rival")
    law.add(rival, world.drafter, "replace_number", "2.1", old="10", new="20")
    newer = law.adopt(law.seal(rival, world.drafter), world.drafter)
    RebaseAmendment(act_of(world), newer, actor=why(world)).execute()
    (found,) = working_draft(act_of(world)).steps
    assert found.is_stale
    assert "2.1" in found.problem
    assert "1.2.1" not in found.problem
    add(world, "add_sentence", "2.2", new="So do dogs.")  # no other change of the list makes it fresh
    assert working_draft(act_of(world)).steps[0].is_stale
    EditInstruction(row, law.operation("repeal", "", targets=["1.2.1", "2.1"]), actor=why(world)).execute()
    assert not working_draft(act_of(world)).problems
    check(act_of(world))


@pytest.mark.whole
def test_the_targets_are_sealed_with_the_draft_and_covered_by_its_hash(world):
    add(world, "repeal", "1.2.1")
    add(world, "insert_element", "2.3", new="Dogs pay half.")
    add(world, "restate", "2", new="None.", children=[{"number": "2.1", "text": "All is free."}])
    version = law.text_in(law.seal(world.amendment, world.drafter))
    rows = VersionTarget.objects.filter(sealed__version=version)
    assert {(row.provision_id, row.touch, row.number, row.text_hash) for row in rows} == {
        (row.provision_id, row.touch, row.number, row.text_hash)
        for row in InstructionTarget.objects.filter(instruction__status=Instruction.Status.TAKEN)
    }
    assert "removes" in rows.values_list("touch", flat=True)
    assert not broken_seals([version])


def test_a_changed_target_breaks_the_seal(world, monkeypatch):
    add(world, "repeal", "1.2.1")
    version = law.text_in(law.seal(world.amendment, world.drafter))
    monkeypatch.setattr("amendments.queries.proof.hashes.sealed_targets", lambda version: {})
    assert broken_seals([version])
