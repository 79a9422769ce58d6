"""Whoever decides later between two wordings keeps the own one beside the list."""

import pytest

from amendments.actions.drafting.propose_edit import ProposeEdit
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from amendments.errors import EditConflict
from amendments.provisions.tree import text_hash
from amendments.queries.drafting.drafts import scheme_of, working_draft
from amendments.queries.drafting.edits import ProvisionEdit
from tests.factories import law

pytestmark = pytest.mark.whole


def keep(world, text, seen=""):
    act = law.act_of(world.amendment)
    (element,) = working_draft(act).tree.numbered("2.1")
    edit = ProvisionEdit(element.key, element.heading, text, seen or text_hash(element))
    return ProposeEdit(act, edit, actor=Actor.now(world.drafter), reason="Later.").execute()


def test_the_text_stays_until_somebody_takes_the_proposals_in(world):
    before = working_draft(law.act_of(world.amendment)).tree
    rows = keep(world, "The fare is 12 coins. It is paid after the crossing.")
    assert [(row.status, row.reason) for row in rows] == [("proposed", "Later.")] * 2
    assert working_draft(law.act_of(world.amendment)).tree == before


def test_points_typed_below_the_words_keep_their_labels(world):
    text = "The fare is 10 coins. It is paid before the crossing:\na) in coins;\nb) by card."
    rows = keep(world, text)
    new = rows[-1].operation
    assert (new["target"], new["label"], new["children"][0]["label"]) == ("2.1(a)", "a)", "b)")
    TakeInstruction(rows[-1], actor=Actor.now(world.drafter)).execute()
    draft = working_draft(law.act_of(world.amendment))
    assert "\na) in coins;\nb) by card." in scheme_of(draft.act).render(draft.tree)


def test_two_clicks_keep_one_proposal(world):
    text = "The fare is 12 coins. It is paid before the crossing."
    assert keep(world, text) == keep(world, text)
    assert world.amendment.instructions.count() == 1


def test_what_was_written_on_an_older_text_is_refused(world):
    with pytest.raises(EditConflict):
        keep(world, "The fare is 12 coins.", "another hash")
    assert not world.amendment.instructions.exists()
