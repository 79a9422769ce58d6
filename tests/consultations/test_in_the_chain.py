"""What was sent is a link of the chain, with everything that its receipt covers."""

from datetime import timedelta

import pytest

from amendments.audit.actor import Actor
from amendments.models import ChainLink
from amendments.queries.chain_faults import chain_faults
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.models import Anchor, Attachment, Comment, NamedRight, Submission
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


def test_a_withdrawal_leaves_what_was_sent(world):
    comment = world.sent.comments.get()
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Said elsewhere.")).execute()
    assert chain_faults() == []


CHANGED = {
    "a word": lambda sent: sent.comments.update(rationale="Never said."),
    "the proposed text": lambda sent: sent.comments.update(proposed_text="9 coins"),
    "who reads it": lambda sent: sent.comments.update(visibility="secretariat"),
    "whose name it bears": lambda sent: sent.comments.update(identity="withheld"),
    "a position": lambda sent: sent.comments.update(stance="supports"),
    "the anchored words": lambda sent: Anchor.objects.filter(comment__submission=sent).update(
        sha256="0" * 64
    ),
    "a right": lambda sent: NamedRight.objects.filter(comment__submission=sent).delete(),
    "the name of a file": lambda sent: Attachment.objects.filter(comment__submission=sent).update(
        name="a.pdf"
    ),
    "the content of a file": lambda sent: Attachment.objects.filter(comment__submission=sent).update(
        sha256="0" * 64
    ),
    "the moment": lambda sent: Submission.objects.filter(pk=sent.pk).update(
        received_at=sent.received_at + timedelta(seconds=1)
    ),
    "that it was late": lambda sent: Submission.objects.filter(pk=sent.pk).update(
        late=True, late_reason="Snow"
    ),
    "its receipt": lambda sent: Submission.objects.filter(pk=sent.pk).update(sha256="0" * 64),
    "one comment less": lambda sent: sent.comments.update(state="draft", submitted_at=None),
}


@pytest.mark.parametrize("what", CHANGED, ids=str)
def test_a_change_of_what_was_sent_is_named(world, what):
    CHANGED[what](world.sent)
    assert chain_faults() == [f"The submission {world.sent.pk} is not as it was recorded."]


def test_a_submission_that_was_never_sent_is_named(world):
    Submission.objects.filter(pk=world.sent.pk).update(state="draft", received_at=None, sha256="")
    assert chain_faults() == [f"The submission {world.sent.pk} is gone: the chain knows it."]
    assert Comment.objects.filter(submission=world.sent).exists()
