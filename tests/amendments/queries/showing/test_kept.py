"""The working draft is kept between requests, and always belongs to the stored list."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.db.models import F

from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.instructions import course as courses
from amendments.instructions.execute import execute
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.showing import kept
from tests.factories import law


@pytest.fixture
def act(world):
    return law.act_of(world.amendment)


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """Forget what earlier tests have kept."""
    monkeypatch.setattr(kept, "_courses", kept.Kept(kept.MOST))


@pytest.fixture
def committed(monkeypatch):
    """Act as outside a transaction, so that what is read counts as committed."""
    monkeypatch.setattr(kept, "connection", SimpleNamespace(in_atomic_block=False))


@pytest.fixture
def carried_out(monkeypatch):
    done = []

    def noted(tree, operations, scheme):
        done.extend(operations)
        return execute(tree, operations, scheme)

    monkeypatch.setattr(courses, "execute", noted)
    return done


def replace(world, old, new):
    return law.add(world.amendment, world.drafter, "replace_words", "2.2", old=old, new=new)


def text_of(act):
    return next(element.text for element in working_draft(act).tree if element.number == "2.2")


def test_an_unchanged_list_is_read_and_carried_out_once(
    world, act, committed, carried_out, django_assert_num_queries
):
    replace(world, "Children", "Pupils")
    first = working_draft(act)
    carried_out.clear()
    with django_assert_num_queries(1):  # the revision
        assert working_draft(act).course is first.course
    assert not carried_out


def test_a_preview_of_one_more_carries_out_one(world, act, committed, carried_out):
    replace(world, "Children", "Pupils")
    replace(world, "free", "quite free")
    working_draft(act)
    carried_out.clear()
    row = Instruction(
        amended_act=act, key="?", order=100, operation={"op": "repeal", "target": "1.2.1"}, op="repeal"
    )
    assert working_draft(act, also=[row]).steps[-1].touched
    assert [operation.target for operation in carried_out] == ["1.2.1"]
    assert text_of(act) == "Pupils travel quite free of charge."


def test_a_change_of_the_first_carries_out_what_follows(world, act, committed, carried_out):
    row = replace(world, "Children", "Pupils")
    replace(world, "free", "quite free")
    working_draft(act)
    carried_out.clear()
    row.operation["new"] = "Scholars"
    assert "Scholars travel quite free" in str([e.text for e in working_draft(act, also=[row]).tree])
    assert len(carried_out) == 2


def test_a_change_by_another_process_is_seen(world, act, committed):
    row = replace(world, "Children", "Pupils")
    assert text_of(act) == "Pupils travel free of charge."
    row.operation["new"] = "Scholars"  # as another process does it: nothing of ours is told
    row.save()
    AmendedAct.objects.filter(pk=act.pk).update(revision=F("revision") + 1)
    assert text_of(act) == "Scholars travel free of charge."


def test_a_withdrawn_instruction_is_out_at_once(world, act, committed):
    row = replace(world, "Children", "Pupils")
    assert "Pupils" in text_of(act)
    WithdrawInstruction(row, actor=Actor.now(world.drafter, reason="No.")).execute()
    assert text_of(act) == "Children travel free of charge."
    assert not working_draft(act).steps


def test_what_is_rolled_back_is_not_kept_under_its_revision(world, act):
    """After a rollback, the next change gets the same revision."""
    working_draft(act)
    before = transaction.savepoint()
    replace(world, "Children", "Pupils")
    assert "Pupils" in text_of(act)
    transaction.savepoint_rollback(before)
    assert "Children" in text_of(act)
    replace(world, "Children", "Scholars")
    assert "Scholars" in text_of(act)


def test_a_list_that_changes_while_it_is_read_is_read_again(world, act, committed, monkeypatch):
    replace(world, "Children", "Pupils")
    monkeypatch.setattr(kept, "_courses", kept.Kept(kept.MOST))  # the action has carried the list out itself
    continued = courses.Course.continued
    changes = iter([lambda: replace(world, "free", "quite free")])

    def disturbed(course, listed, scheme):
        found = continued(course, listed, scheme)
        next(changes, lambda: None)()
        return found

    monkeypatch.setattr(courses.Course, "continued", disturbed)
    assert text_of(act) == "Pupils travel quite free of charge."


@pytest.mark.whole
def test_another_base_is_another_draft(world, act, committed):
    replace(world, "Children", "Pupils")
    assert "10 coins" in str([e.text for e in working_draft(act).tree])
    other = law.make_amendment(world.section, world.base, world.drafter, "Other")
    law.add(other, world.drafter, "replace_number", "2.1", old="10", new="12")
    newer = law.adopt(law.seal(other, world.drafter), world.drafter)
    fresh_act = law.act_of(world.amendment)
    RebaseAmendment(fresh_act, newer, actor=Actor.now(world.drafter)).execute()
    for seen in (act, fresh_act):  # the first was read before the amendment was moved
        texts = str([e.text for e in working_draft(seen).tree])
        assert "12 coins" in texts
        assert "Pupils" in texts


def test_of_too_many_the_one_unused_for_longest_goes():
    some = kept.Kept(2)
    some.put("a", 1)
    some.put("b", 2)
    assert some.get("a") == 1
    some.put("c", 3)
    assert [some.get(key) for key in "abc"] == [1, None, 3]
