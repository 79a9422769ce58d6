"""What a sign-off covers: the complete comments that the signer did not leave out. The others stay drafts."""

from collections.abc import Collection
from uuid import UUID

from consultations.actions.base import SubmissionAction
from consultations.actions.comments.content import working_submission
from consultations.models import Comment, Submission
from consultations.queries.submissions.completeness import lacking, ready_comments
from consultations.values import CommentState


def sign(action: SubmissionAction[Submission], leave_out: Collection[UUID]) -> None:
    """Write the signature, and which comments it does not cover."""
    submission = action.instance
    signed = {comment.pk for comment in ready_comments(submission, leave_out)}
    for comment in submission.comments.filter(state=CommentState.DRAFT):
        if comment.is_left_out is (comment.pk in signed):
            comment.is_left_out = comment.pk not in signed
            action.save(comment)
    submission.signed_off_by = action.actor.user
    submission.signed_off_at = action.actor.at


def signed_comments(submission: Submission) -> list[Comment]:
    """The comments that the sign-off covers."""
    left_out = submission.comments.filter(is_left_out=True).values_list("pk", flat=True)
    return ready_comments(submission, set(left_out))


def go_on_with_the_rest(action: SubmissionAction[Submission]) -> None:
    """Put the drafts that were not sent into a new submission, where their authors can go on."""
    sent = action.instance
    rest = list(sent.comments.filter(state=CommentState.DRAFT))
    if not rest:
        return
    working = working_submission(sent.round, sent.institution, action.actor)
    if working._state.adding:
        action.save(working)
    for comment in rest:
        comment.submission = working
        comment.is_left_out = not lacking(comment)  # somebody chose not to send it
        action.save(comment)
    action.touched("consultations.submission", [working.pk])
    action.touched("consultations.comment", [comment.pk for comment in rest])
