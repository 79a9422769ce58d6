"""What was sent is a link of the chain, and so is each thing that happens to it."""

import pytest

from amendments.audit.actor import Actor
from amendments.models import ChainLink
from amendments.queries.proof.chain_faults import chain_faults
from consultations.actions.comments.withdraw_comment import WithdrawComment
from tests.factories import consultation as make


@pytest.fixture(scope="module")
def standing_world(standing_world, add):
    """With a submission that was received."""
    standing_world.sent = add(lambda: _sent(standing_world))
    return standing_world


def _sent(world):
    said = make.content(
        make.chosen(world.draft, "2.1"), proposed_text="8 coins", rights=("E03",), files=(make.attached(),)
    )
    return make.send(make.draft(world.round, world.ngo_author, world.ngo, said).submission, world.ngo_focal)


def test_a_draft_is_no_link_and_a_submission_is_one(world):
    assert list(ChainLink.objects.filter(kind="submission").values_list("row", flat=True)) == [
        str(world.sent.pk)
    ]
    make.draft(world.round, world.citizen, None, make.content(make.chosen(world.draft, "2.2")))
    assert ChainLink.objects.filter(kind="submission").count() == 1
    assert chain_faults() == []


def test_a_withdrawal_leaves_what_was_sent_and_is_a_link_of_its_own(world):
    comment = world.sent.comments.get()
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Said elsewhere.")).execute()
    assert ChainLink.objects.order_by("number").last().kind == "event"
    assert (comment.events.get().kind, comment.events.get().reason) == ("withdrawn", "Said elsewhere.")
    assert chain_faults() == []
