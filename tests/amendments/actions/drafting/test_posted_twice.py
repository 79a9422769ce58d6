"""An instruction that is posted twice, by a double click or under load, is added once."""

import pytest

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.audit.actor import Actor
from amendments.errors import AddedBefore
from amendments.queries.drafting.drafts import working_draft
from tests.factories import law

ANNEXED = "ACT\n\nArticle 1. Scope\n1. It applies:\na) here.\n\nAnnex\nOrder\n\n1. The name is kept.\n2. The name is read:\na) there.\n"
POSTED = [
    ("replace_words", "annex(1)", {"old": "name", "new": "name and address"}),
    ("replace_words", "annex(2)", {"old": "name", "new": "name and address"}),
    ("append_element", "1(1)(b)", {"new": "there."}),
    ("renumber_and_add", "1(1)(a)", {"children": [{"number": "c", "heading": "", "text": ""}]}),
    ("insert_element", "2", {"heading": "Fees", "new": "1. They are paid.\n2. They are kept."}),
    ("repeal", "annex(2)(a)", {}),
]


def test_an_instruction_posted_twice_stands_once(world):
    first = law.add(world.amendment, world.drafter, "add_sentence", "2.2", new="So do dogs.")
    assert law.add(world.amendment, world.drafter, "add_sentence", "2.2", new="So do dogs.") == first
    assert law.add(world.amendment, world.drafter, "add_sentence", "2.2", new="So do cats.") != first


def test_words_before_points_that_are_posted_twice_stand_once(world):
    first = law.add(world.amendment, world.drafter, "restate", "1.2", new="It is not for:")
    assert first.operation["level"] == "paragraph:1"
    assert law.add(world.amendment, world.drafter, "restate", "1.2", new="It is not for:") == first


def test_a_heading_that_is_posted_twice_stands_once(world):
    first = law.add(world.amendment, world.drafter, "restate", "2", heading="Ships")
    assert first.operation["op"] == "restate_heading"
    assert law.add(world.amendment, world.drafter, "restate", "2", heading="Ships") == first


@pytest.mark.whole
@pytest.mark.parametrize("folds", [False, True])
@pytest.mark.parametrize(("op", "target", "given"), POSTED)
def test_what_is_posted_twice_stands_once_however_the_text_completes_it(world, op, target, given, folds):
    base = law.make_act(world.section, world.drafter, text=ANNEXED, number="9-L")
    amendment = law.make_amendment(world.section, base, world.drafter, "Ninth")
    if folds:
        law.add(amendment, world.drafter, "replace_words", "annex(1)", old="name", new="full name")
    first = law.add(amendment, world.drafter, op, target, **given)
    said = [(row.status, row.operation) for row in amendment.instructions.order_by("key")]
    assert law.add(amendment, world.drafter, op, target, **given) == first
    assert [(row.status, row.operation) for row in amendment.instructions.order_by("key")] == said


def test_what_was_changed_since_can_be_added_again(world):
    first = law.add(world.amendment, world.drafter, "add_sentence", "2.2", new="So do dogs.")
    other = law.operation("add_sentence", "2.2", new="So do cats.")
    EditInstruction(first, other, actor=Actor.now(world.drafter)).execute()
    assert law.add(world.amendment, world.drafter, "add_sentence", "2.2", new="So do dogs.") != first


def test_an_instruction_posted_twice_stands_once_beside_what_another_drafter_adds(world):
    other = law.make_drafter(world.section, "second drafter")
    said = {"new": "A sentence.", "level": ""}
    first = law.add(world.amendment, world.drafter, "add_sentence", "2.1", **said)
    law.add(world.amendment, other, "repeal", "2.2")
    assert law.add(world.amendment, world.drafter, "add_sentence", "2.1", **said) == first


def posted(act, operation, seen_list, *, again=False):
    actor = Actor.now(act.amendment.owner)
    action = AddInstruction(act, operation, actor=actor, seen_list=seen_list, again=again)
    return action.execute(), action.is_repeated


def revision(act):
    act.refresh_from_db()
    return act.revision


@pytest.mark.whole
def test_a_form_opened_before_an_equal_instruction_was_saved_repeats_it_whatever_was_saved_since(world):
    act = world.amendment.amended_acts.get()
    seen = revision(act)
    dogs = law.operation("add_sentence", "2.2", new="So do dogs.")
    first, is_repeated = posted(act, dogs, seen)
    assert not is_repeated
    law.add(world.amendment, world.drafter, "add_sentence", "2.1", new="So do cats.")
    assert posted(act, dogs, seen) == (first, True)
    with pytest.raises(AddedBefore, match=first.key):  # the browser's way back opens the form anew
        posted(act, dogs, revision(act))
    count, now = act.instructions.count(), revision(act)
    second, is_repeated = posted(act, dogs, now, again=True)
    assert (second != first, is_repeated) == (True, False)
    assert posted(act, dogs, now, again=True) == (second, True)
    assert act.instructions.count() == count + 1


def test_a_form_opened_before_its_instruction_was_changed_adds_it_again(world):
    act = world.amendment.amended_acts.get()
    seen, dogs = revision(act), law.operation("add_sentence", "2.2", new="So do dogs.")
    first, _is_repeated = posted(act, dogs, seen)
    cats = law.operation("add_sentence", "2.2", new="So do cats.")
    EditInstruction(first, cats, actor=Actor.now(world.drafter)).execute()
    again, is_repeated = posted(act, dogs, seen)
    assert (again != first, is_repeated) == (True, False)


def test_equal_words_from_a_form_opened_since_change_the_next_place(world):
    text = "ACT\n\nArticle 1. Fees\nOne coin, one note and one cheque.\n"
    base = law.make_act(world.section, world.drafter, text=text, number="9-L")
    act = law.make_amendment(world.section, base, world.drafter, "Ninth").amended_acts.get()
    operation = law.operation("replace_words", "1", old="one", new="two", qualifier="first")
    for said in ("One coin, two note and one cheque.", "One coin, two note and two cheque."):
        assert not posted(act, operation, revision(act), again=True)[1]
        assert [each.text for each in working_draft(act).tree if each.kind == "article"] == [said]
