"""Sign-off, submission, receipt, nil return, withdrawal, late acceptance."""

import re
from datetime import timedelta

import pytest

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.comments.content import Content
from consultations.actions.comments.discard_comment import DiscardComment
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.submissions import submit
from consultations.actions.submissions.ask_sign_off import AskSignOff
from consultations.actions.submissions.nil_return import NilReturn
from consultations.actions.submissions.return_submission import ReturnSubmission
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.errors import (
    AlreadyAnswered,
    CommentNotEditable,
    NotComplete,
    NothingToSubmit,
    ReasonNeeded,
    RoundNotOpen,
)
from consultations.errors.of_states import StepNotPossible
from consultations.models import Submission
from consultations.record.receipts import receipt_hash
from consultations.rules.answer_kinds import Stance
from consultations.values import CommentState, SubmissionState
from tests.factories import consultation as make


def written(world, **more):
    return make.draft(
        world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, "2.1"), **more)
    )


def at_the_end(world, person, **more):
    return Actor(person, world.round.closes + timedelta(hours=1), **more)


def test_a_submission_is_asked_for_signed_off_and_sent(world):
    submission = written(world).submission
    assert make.ask(submission, world.ngo_author).state == SubmissionState.IN_REVIEW
    sent = make.send(submission, world.ngo_focal)
    assert (sent.state, sent.signed_off_by, sent.late) == (SubmissionState.SUBMITTED, world.ngo_focal, False)
    assert re.fullmatch("[0-9a-f]{64}", sent.sha256)
    assert sent.sha256 == receipt_hash(sent, sent.comments.all())
    assert sent.comments.get().state == CommentState.SUBMITTED


@pytest.mark.parametrize("step", [CloseRound, CancelRound])
def test_a_round_that_is_closed_while_somebody_sends_refuses_or_counts_what_came(world, monkeypatch, step):
    """On PostgreSQL a submission was received half a second after its round was closed, and not marked as late."""
    submission = written(world).submission
    make.ask(submission, world.ngo_author)
    SignOffSubmission(submission, actor=Actor(world.ngo_focal, make.NOW)).execute()
    sends = Actor(world.ngo_focal, make.NOW + timedelta(seconds=1))
    closes = Actor(world.secretary, make.NOW, reason="Everybody has answered.")
    held = []

    def hold(row):  # the round is closed while we wait for its row
        held.append(row)
        type(row).objects.filter(pk=row.pk).update(closed_at=make.NOW)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(submit, "hold", hold)
        with pytest.raises(RoundNotOpen):
            Submit(submission, actor=sends).execute()
    assert held == [world.round]
    type(world.round).objects.filter(pk=world.round.pk).update(closed_at=None)
    received = Submit(submission, actor=sends).execute().received_at
    world.round.refresh_from_db()
    ended = step(world.round, actor=closes).execute()
    assert received in {ended.closed_at, ended.cancelled_at}


def test_a_second_click_gives_the_same_receipt_also_after_the_closing_time(world):
    submission = written(world).submission
    first = make.send(submission, world.ngo_focal)
    records = first.history.count()
    again = Submit(submission, actor=at_the_end(world, world.ngo_focal)).execute()
    assert (again.sha256, again.received_at) == (first.sha256, first.received_at)
    assert again.history.count() == records


def test_a_person_sends_an_individual_view_without_sign_off(world):
    comment = make.draft(world.round, world.citizen, None, make.content())
    sent = make.send(comment.submission, world.citizen)
    assert (sent.state, sent.person) == (SubmissionState.SUBMITTED, world.citizen)


@pytest.mark.parametrize("action", [SignOffSubmission, Submit, ReturnSubmission, WithdrawSubmission])
def test_only_a_focal_point_or_head_of_the_institution_signs_and_sends(world, action):
    submission = written(world).submission
    for person in ("ngo_author", "body_focal", "secretary", "drafter", "chair", "admin", "citizen"):
        with pytest.raises(NotAllowed):
            action(submission, actor=Actor.now(getattr(world, person), reason="x")).execute()


def test_nobody_sends_the_individual_view_of_another(world):
    comment = make.draft(world.round, world.citizen, None, make.content())
    with pytest.raises(NotAllowed):
        Submit(comment.submission, actor=Actor.now(world.legal_reader)).execute()


def test_remarks_without_reasons_are_not_sent(world):
    comment = written(world, rationale=" ")
    submission = comment.submission
    for action, person in ((AskSignOff, world.ngo_author), (SignOffSubmission, world.ngo_focal)):
        with pytest.raises(NotComplete, match=comment.reference):
            action(submission, actor=Actor.now(person)).execute()


def test_an_incomplete_draft_does_not_block_the_others_and_goes_on_in_a_new_submission(world):
    ready, empty = written(world), written(world, rationale=" ")
    submission = ready.submission
    make.ask(submission, world.ngo_author)
    sent = make.send(submission, world.ngo_focal)
    for comment in (ready, empty):
        comment.refresh_from_db()
    assert (ready.state, ready.submission) == (CommentState.SUBMITTED, sent)
    assert (empty.state, empty.is_left_out) == (CommentState.DRAFT, False)
    assert (empty.submission.state, empty.submission.institution) == (SubmissionState.DRAFT, world.ngo)
    assert sent.sha256 == receipt_hash(sent, [ready])


def test_the_signer_leaves_one_comment_out(world):
    one, other = written(world), written(world)
    actor = Actor.now(world.ngo_focal)
    SignOffSubmission(one.submission, actor=actor, leave_out=[other.pk]).execute()
    Submit(one.submission, actor=actor, leave_out=[one.pk]).execute()  # what was signed is fixed
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, other.state) == (CommentState.SUBMITTED, CommentState.DRAFT)
    again = Submit(one.submission, actor=actor).execute()
    other.refresh_from_db()
    assert other.submission != again


def test_a_person_leaves_one_individual_view_out(world):
    one, other = (make.draft(world.round, world.citizen, None, make.content()) for _ in range(2))
    Submit(one.submission, actor=Actor.now(world.citizen), leave_out=[other.pk]).execute()
    other.refresh_from_db()
    assert (other.state, other.submission.person) == (CommentState.DRAFT, world.citizen)


@pytest.mark.whole
def test_a_comment_that_was_left_out_can_be_signed_off_after_a_return(world):
    one, other = written(world), written(world)
    focal = Actor.now(world.ngo_focal, reason="Both after all.")
    SignOffSubmission(one.submission, actor=focal, leave_out=[other.pk]).execute()
    ReturnSubmission(one.submission, actor=focal).execute()
    sent = make.send(one.submission, world.ngo_focal)
    assert sent.comments.filter(state=CommentState.SUBMITTED).count() == 2


def test_nothing_is_signed_if_everything_is_left_out(world):
    comment = written(world)
    with pytest.raises(NothingToSubmit):
        SignOffSubmission(
            comment.submission, actor=Actor.now(world.ngo_focal), leave_out=[comment.pk]
        ).execute()


def test_support_needs_no_reasons(world):
    submission = written(world, stance=Stance.SUPPORTS, rationale="").submission
    assert make.send(submission, world.ngo_focal).is_received


def test_what_is_not_signed_off_is_not_sent(world):
    submission = written(world).submission
    with pytest.raises(StepNotPossible):
        Submit(submission, actor=Actor.now(world.ngo_focal)).execute()


def test_a_discarded_draft_is_not_sent(world):
    comment = written(world)
    DiscardComment(comment, actor=Actor.now(world.ngo_author)).execute()
    with pytest.raises(NothingToSubmit):
        SignOffSubmission(comment.submission, actor=Actor.now(world.ngo_focal)).execute()


def test_nothing_is_discarded_from_what_was_signed_off(world):
    comment = written(world)
    SignOffSubmission(comment.submission, actor=Actor.now(world.ngo_focal)).execute()
    with pytest.raises(CommentNotEditable):
        DiscardComment(comment, actor=Actor.now(world.ngo_author)).execute()


def test_the_focal_point_returns_with_a_reason(world):
    submission = written(world).submission
    make.ask(submission, world.ngo_author)
    with pytest.raises(ReasonNeeded):
        ReturnSubmission(submission, actor=Actor.now(world.ngo_focal)).execute()
    ReturnSubmission(submission, actor=Actor.now(world.ngo_focal, reason="Shorter.")).execute()
    submission.refresh_from_db()
    assert (submission.state, submission.return_reason) == (SubmissionState.DRAFT, "Shorter.")


@pytest.mark.parametrize("action", [AskSignOff, SignOffSubmission, Submit])
def test_after_the_closing_time_the_server_refuses(world, action):
    submission = written(world).submission
    if action is Submit:
        SignOffSubmission(submission, actor=Actor.now(world.ngo_focal)).execute()
    with pytest.raises(RoundNotOpen):
        action(submission, actor=at_the_end(world, world.ngo_focal)).execute()


def test_a_nil_return_is_an_answer_and_given_once(world):
    first = NilReturn(world.round, world.ngo, actor=Actor.now(world.ngo_focal)).execute()
    again = NilReturn(world.round, world.ngo, actor=Actor.now(world.ngo_focal)).execute()
    assert first == again
    assert (first.nil, first.state) == (True, SubmissionState.SUBMITTED)
    assert first.sha256
    with pytest.raises(NotAllowed):
        NilReturn(world.round, world.ngo, actor=Actor.now(world.ngo_author)).execute()


def test_a_draft_that_says_nothing_does_not_contradict_a_nil_return(world):
    comment = written(world)
    make.draft(world.round, world.ngo_author, world.ngo, Content(), comment=comment, revision=1)
    sent = NilReturn(world.round, world.ngo, actor=Actor.now(world.ngo_focal)).execute()
    comment.refresh_from_db()
    assert (sent.nil, comment.state) == (True, CommentState.DISCARDED)


def test_a_nil_return_beside_comments_is_refused(world):
    written(world)
    with pytest.raises(AlreadyAnswered):
        NilReturn(world.round, world.ngo, actor=Actor.now(world.ngo_focal)).execute()


def test_a_withdrawn_comment_leaves_number_date_and_reason(world):
    comment = written(world)
    make.send(comment.submission, world.ngo_focal)
    with pytest.raises(ReasonNeeded):
        WithdrawComment(comment, actor=Actor.now(world.ngo_focal)).execute()
    WithdrawComment(comment, actor=at_the_end(world, world.ngo_focal, reason="Solved.")).execute()
    comment.refresh_from_db()
    assert (comment.state, comment.withdrawal_reason) == (CommentState.WITHDRAWN, "Solved.")
    assert comment.withdrawn_at


def test_a_withdrawn_submission_takes_its_comments_with_it(world):
    submission = make.send(written(world).submission, world.ngo_focal)
    WithdrawSubmission(submission, actor=Actor.now(world.ngo_focal, reason="Mistake.")).execute()
    assert submission.comments.get().state == CommentState.WITHDRAWN


@pytest.mark.whole
def test_a_later_submission_supplements_or_supersedes_and_keeps_the_earlier(world):
    first = make.send(written(world).submission, world.ngo_focal)
    second = make.send(written(world).submission, world.ngo_focal)
    assert second.supplements == first
    third = make.send(written(world).submission, world.ngo_focal, supersedes=True)
    assert third.supersedes == second
    second.refresh_from_db()
    assert (second.state, second.comments.get().state) == (
        SubmissionState.SUPERSEDED,
        CommentState.SUPERSEDED,
    )
    assert Submission.objects.count() == 3


def test_the_secretary_accepts_one_body_late_with_a_reason(world):
    focal = at_the_end(world, world.ngo_focal, reason="The form had an error.")
    AskLate(world.round, world.ngo, actor=focal).execute()
    until = world.round.closes + timedelta(days=2)
    with pytest.raises(ReasonNeeded):
        AcceptLate(world.round, world.ngo, until, actor=at_the_end(world, world.secretary)).execute()
    AcceptLate(
        world.round, world.ngo, until, actor=at_the_end(world, world.secretary, reason="Our form was wrong.")
    ).execute()
    comment = SaveCommentDraft(
        world.round, make.content(), actor=at_the_end(world, world.ngo_author), institution=world.ngo
    ).execute()
    SignOffSubmission(comment.submission, actor=focal).execute()
    sent = Submit(comment.submission, actor=focal).execute()
    assert (sent.late, sent.late_reason) == (True, "Our form was wrong.")
    with pytest.raises(RoundNotOpen):
        SaveCommentDraft(
            world.round, make.content(), actor=at_the_end(world, world.body_author), institution=world.body
        ).execute()


@pytest.mark.parametrize("person", ["ngo_focal", "drafter", "chair", "admin", "member"])
def test_only_the_secretary_accepts_late(world, person):
    actor = at_the_end(world, getattr(world, person), reason="x")
    with pytest.raises(NotAllowed):
        AcceptLate(world.round, world.ngo, world.round.closes + timedelta(days=2), actor=actor).execute()
