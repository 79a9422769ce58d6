"""The receipt of a submission: what was sent with which files, and what its senders have not sent yet."""

from dataclasses import dataclass
from typing import Any

from consultations.models import Comment, Submission
from consultations.queries.comments.comment_lines import Line, for_lines, lines
from consultations.values import WORKING_STATES, CommentState


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt lists. `working` is the submission in which the drafts that were not sent go on."""

    sent: tuple[Line, ...]
    working: Submission | None
    unsent: int


def receipt_of(user: Any, submission: Submission) -> Receipt:
    """The receipt for the senders of a received submission."""
    comments = Comment.objects.visible_to(user)
    sent = comments.filter(submission=submission, submitted_at__isnull=False)
    working = Submission.objects.filter(
        round=submission.round_id,
        institution=submission.institution_id,
        person=submission.person_id,
        state__in=WORKING_STATES,
    ).first()
    drafts = comments.filter(submission=working, state=CommentState.DRAFT) if working else None
    rows = lines(for_lines(sent).in_law_order(), user)
    return Receipt(tuple(rows), working, drafts.count() if drafts is not None else 0)
