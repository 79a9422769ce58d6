"""The list of an amendment: add, change, withdraw, take back, order, and what is refused."""

import pytest
from django.db import transaction
from wagtail.models import ModelLogEntry

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.actions.publication.seal_draft import SealDraft
from amendments.audit.actor import Actor
from amendments.errors import (
    AlreadyAdopted,
    EditConflict,
    NoActor,
    NotAdoptable,
    NothingToSeal,
    ReasonNeeded,
    RefusedInstruction,
    StaleInstruction,
)
from amendments.models import Instruction
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.showing.trees import tree_of
from tests.factories import law


def number_of(tree, number):
    return next(element for element in tree if element.number == number)


def test_an_instruction_changes_the_working_text(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    assert number_of(working_draft(law.act_of(world.amendment)).tree, "2.1").text.startswith(
        "The fare is 12 coins."
    )


@pytest.mark.parametrize(
    ("op", "target", "given", "reason"),
    [
        ("replace_words", "2.1", {"old": "20 coins", "new": "x"}, "20 coins"),
        ("replace_words", "9.9", {"old": "x", "new": "y"}, "9.9"),
        ("replace_words", "1.1", {"old": "the", "new": "a"}, "the"),
        ("insert_element", "1.2", {"new": "There is one already."}, "1.2"),
        ("restate", "2.1", {}, "[Nn]ew text"),
    ],
    ids=["missing anchor", "missing target", "ambiguous anchor", "taken number", "no new text"],
)
def test_what_cannot_be_carried_out_is_refused_with_the_reason(world, op, target, given, reason):
    with pytest.raises(RefusedInstruction, match=reason):
        law.add(world.amendment, world.drafter, op, target, **given)
    assert not world.amendment.instructions.exists()


def test_a_form_opened_on_another_wording_is_stale(world):
    with pytest.raises(StaleInstruction):
        law.add(
            world.amendment,
            world.drafter,
            "replace_words",
            "2.2",
            old="Children",
            new="Pupils",
            target_text_hash="0" * 64,
        )


def test_two_editors_are_told(world):
    row = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    change = law.operation("replace_number", "2.1", old="10", new="14")
    EditInstruction(row, change, actor=Actor.now(world.drafter), seen_revision=1).execute()
    with pytest.raises(EditConflict):
        EditInstruction(row, change, actor=Actor.now(world.drafter), seen_revision=1).execute()


@pytest.mark.whole
def test_two_who_move_are_told_and_both_moves_stand(world):
    rows = [
        *(law.add(world.amendment, world.drafter, "repeal", each) for each in ("1.1", "1.2.1", "1.2.2")),
        law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12"),
    ]

    def move(upper, lower):
        MoveInstruction(rows[upper], rows[lower], actor=Actor.now(world.drafter)).execute()
        return [row.key for row in world.amendment.instructions.all()]

    assert move(0, 1) == ["a02", "a01", "a03", "a04"]
    assert move(2, 3) == ["a02", "a01", "a04", "a03"]  # on the list as it was before the first move
    with pytest.raises(EditConflict, match="a02 is no longer directly before a03"):
        move(1, 2)
    assert move(0, 1) == ["a02", "a01", "a04", "a03"]  # the second click
    moved = ModelLogEntry.objects.filter(action="amendments.move_instruction")
    assert moved.count() == 2


@pytest.mark.parametrize("step", [WithdrawInstruction, TakeInstruction])
def test_what_somebody_else_changed_is_neither_withdrawn_nor_taken_unread(world, step):
    change = law.operation("replace_number", "2.1", old="10", new="12")
    if step is TakeInstruction:
        row = ProposeInstruction(
            law.act_of(world.amendment), change, actor=Actor.now(world.secretary)
        ).execute()
    else:
        row = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    other = law.operation("replace_number", "2.1", old="10", new="14")
    EditInstruction(row, other, actor=Actor.now(world.drafter)).execute()
    actor = Actor.now(world.drafter, reason="Because.")
    with pytest.raises(EditConflict, match="changed instruction a01"):
        step(row, actor=actor, seen_revision=1).execute()
    done = step(row, actor=actor, seen_revision=2).execute()
    assert step(row, actor=actor, seen_revision=2).execute() == done  # the second click
    assert row.history.count() == 3


def test_withdrawal_needs_a_reason_and_can_be_taken_back(world):
    row = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    with pytest.raises(ReasonNeeded):
        WithdrawInstruction(row, actor=Actor.now(world.drafter)).execute()
    WithdrawInstruction(row, actor=Actor.now(world.drafter, reason="Too dear.")).execute()
    assert "10 coins" in number_of(working_draft(law.act_of(world.amendment)).tree, "2.1").text
    TakeInstruction(row, actor=Actor.now(world.drafter)).execute()
    assert "12 coins" in number_of(working_draft(law.act_of(world.amendment)).tree, "2.1").text
    assert Instruction.objects.filter(pk=row.pk).exists()


def test_the_history_names_person_and_reason(world):
    row = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    actor = Actor.now(world.drafter, acting_for="Ferry Authority", reason="Too dear.")
    WithdrawInstruction(row, actor=actor).execute()
    last = row.history.latest()
    assert (last.history_user, last.actor_label, last.acting_for, last.history_change_reason) == (
        world.drafter, "drafter", "Ferry Authority", "Too dear.",
    )  # fmt: skip


def test_a_proposal_changes_no_draft_until_it_is_taken(world):
    change = law.operation("delete_words", "2.2", old="free of charge")
    row = ProposeInstruction(law.act_of(world.amendment), change, actor=Actor.now(world.secretary)).execute()
    assert not working_draft(law.act_of(world.amendment)).steps
    TakeInstruction(row, actor=Actor.now(world.drafter)).execute()
    assert number_of(working_draft(law.act_of(world.amendment)).tree, "2.2").text == "Children travel."


def test_the_order_is_changed_only_where_every_instruction_still_fits(world):
    first = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    second = law.add(
        world.amendment, world.drafter, "insert_element", "2.4", after="2.3", new="Cats pay a third."
    )
    with pytest.raises(RefusedInstruction), transaction.atomic():
        MoveInstruction(first, second, actor=Actor.now(world.drafter)).execute()
    assert [row.key for row in world.amendment.instructions.all()] == [first.key, second.key]


def test_a_created_provision_keeps_its_identity_from_draft_to_draft(world):
    row = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    first = law.seal(world.amendment, world.drafter)
    change = law.operation("insert_element", "2.3", new="Dogs pay a third.")
    EditInstruction(row, change, actor=Actor.now(world.drafter)).execute()
    second = law.seal(world.amendment, world.drafter)
    keys = [number_of(tree_of(law.text_in(draft)), "2.3").key for draft in (first, second)]
    assert keys[0] == keys[1]


def test_a_draft_is_not_sealed_twice_without_a_change(world):
    with pytest.raises(NothingToSeal):
        SealDraft(world.amendment, actor=Actor.now(world.drafter)).execute()
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)
    with pytest.raises(NothingToSeal):
        SealDraft(world.amendment, actor=Actor.now(world.drafter)).execute()
    assert world.amendment.drafts.count() == 1


@pytest.mark.whole
def test_a_stale_base_stops_the_seal_until_the_amendment_is_moved(world):
    rival = law.make_amendment(world.section, world.base, world.drafter, "Rival")
    law.add(rival, world.drafter, "replace_number", "2.1", old="10", new="20")
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    adopted = law.seal(rival, world.drafter)
    newer = law.adopt(adopted, world.drafter)
    with pytest.raises(StaleInstruction, match="2-L"):
        law.seal(world.amendment, world.drafter)
    RebaseAmendment(law.act_of(world.amendment), newer, actor=Actor.now(world.drafter)).execute()
    world.amendment.refresh_from_db()
    assert [step.is_stale for step in working_draft(law.act_of(world.amendment)).steps] == [True]


@pytest.mark.whole
def test_only_the_last_draft_of_an_adopted_amendment_becomes_law_once(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    first = law.seal(world.amendment, world.drafter)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    last = law.seal(world.amendment, world.drafter)
    adoption = SealConsolidated(last, Adoption("2-L", None), actor=Actor.now(world.drafter))
    with pytest.raises(NotAdoptable, match="not adopted yet"):
        adoption.execute()
    with pytest.raises(NotAdoptable, match="Another draft"):
        law.adopt(first, world.drafter)
    assert adoption.execute() == adoption.execute()  # the second click
    with pytest.raises(NotAdoptable, match="recorded already"):
        SealConsolidated(last, Adoption("3-L", None), actor=Actor.now(world.drafter)).execute()
    assert world.base.instrument.consolidated().count() == 2


def test_the_instructions_of_a_recorded_adoption_do_not_change(world):
    row = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    law.adopt(law.seal(world.amendment, world.drafter), world.drafter)
    with pytest.raises(AlreadyAdopted):
        law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    with pytest.raises(AlreadyAdopted):
        WithdrawInstruction(row, actor=Actor.now(world.drafter, reason="Late.")).execute()
    row.refresh_from_db()
    assert row.status == Instruction.Status.TAKEN


def test_the_texts_of_an_act_are_sealed_one_after_the_other(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    law.record_pass(world.amendment, world.drafter)
    actor = Actor.now(world.drafter)
    sealing = SealDraft(world.amendment, actor=actor)
    assert law.holds(sealing, world.amendment)
    assert law.holds(sealing, world.base.instrument)  # the drafts of rivals share its wordings
    draft = sealing.execute()
    assert law.holds(SealConsolidated(draft, Adoption("2-L", None), actor=actor), world.base.instrument)


def test_unchanged_provisions_share_their_wording(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    of = {v: set(v.entries.values_list("texts__text_id", flat=True)) for v in (world.base, draft)}
    assert len(of[draft] - of[world.base]) == 1


def test_an_action_without_a_person_is_refused(world):
    with pytest.raises(NoActor):
        AddInstruction(law.act_of(world.amendment), law.operation("repeal", "1.1"), actor=None)


@pytest.mark.whole
def test_an_amendment_opened_twice_is_one_and_addresses_never_collide(world):
    second = law.make_amendment(world.section, world.base, world.drafter, "Law 2")
    assert law.make_amendment(world.section, world.base, world.drafter, "Law 2") == second
    law.add(second, world.drafter, "repeal", "1.2.1")
    slugs = [
        law.make_amendment(world.section, world.base, world.drafter, title).slug
        for title in ("Law", "Law 2", "Law!")
    ]
    assert slugs == ["law", "law-2-2", "law-3"]
