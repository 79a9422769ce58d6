"""The page of a submission for its own people and the secretary: comments, missing parts, and next steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consultations.access.permissions import is_own, may, phase_for
from consultations.models import Comment, Submission
from consultations.models.named import NAMED
from consultations.queries.comments.comment_lines import Line, for_lines, lines
from consultations.queries.rounds.late_ends import end_for
from consultations.queries.submissions.completeness import lacking
from consultations.rules.phases import Feature, Phase
from consultations.values import WORKING_STATES, CommentState, SubmissionState


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A comment with its missing parts."""

    line: Line
    lacks: Mapping[str, str]  # the labels of the missing parts by the names of their fields

    @property
    def is_ready(self) -> bool:
        """Whether it is a draft that can be sent now."""
        return self.line.comment.state == CommentState.DRAFT and not self.lacks


@dataclass(frozen=True, slots=True)
class Review:
    """Everything on the page. Only its own people see comments with withheld identity there, and how many there are."""

    submission: Submission
    phase: Phase
    lines: tuple[ReviewLine, ...]
    is_own: bool
    may_write: bool
    may_ask: bool
    may_sign: bool
    may_send: bool
    may_withdraw: bool
    may_return: bool
    may_ask_late: bool
    earlier: Submission | None
    ends: datetime  # until when it can be sent

    @property
    def may_choose(self) -> bool:
        """Whether the reader may still leave a comment out. A sign-off fixes the choice."""
        return self.may_sign or (self.may_send and self.submission.state == SubmissionState.DRAFT)

    @property
    def needs_focal_point(self) -> bool:
        """Whether the round closed before it was sent, and the reader cannot ask that it be accepted late."""
        unsent = self.submission.state in WORKING_STATES and self.submission.institution_id is not None
        return self.is_own and unsent and self.phase == Phase.CLOSED and not self.may_ask_late

    @property
    def incomplete(self) -> int:
        """How many comments stay drafts, because a part is missing."""
        return sum(bool(line.lacks) for line in self.lines)


def review_of(user: Any, submission: Submission, at: datetime) -> Review:
    """The page of a submission. Read the submission with `visible_to`."""
    own = is_own(user, submission, at)
    comments = Comment.objects.visible_to(user).filter(submission=submission)
    shown = comments if own else comments.with_identity_known_to(user)
    rows = lines(for_lines(shown).in_law_order().prefetch_related(*NAMED), user)

    def possible(feature: Feature, *states: str) -> bool:
        allowed = may(user, feature, submission.round, submission.institution, at)
        return own and submission.state in states and allowed

    draft, review, signed = SubmissionState.DRAFT, SubmissionState.IN_REVIEW, SubmissionState.SIGNED_OFF
    official = submission.institution_id is not None
    sign = official and possible(Feature.SIGN_OFF, draft, review)
    return Review(
        submission,
        phase_for(submission.round, submission.institution, user, at),
        tuple(ReviewLine(row, _lacks(row.comment)) for row in rows),
        own,
        may_write=possible(Feature.WRITE, draft),
        may_ask=official and possible(Feature.WRITE, draft) and not sign,
        may_sign=sign,
        may_send=possible(Feature.SUBMIT, signed) or (not official and possible(Feature.SUBMIT, draft)),
        may_withdraw=possible(Feature.WITHDRAW, SubmissionState.SUBMITTED),
        may_return=possible(Feature.SIGN_OFF, review, signed),
        may_ask_late=possible(Feature.ASK_LATE, *WORKING_STATES),
        earlier=None if submission.is_received else submission.earlier(),
        ends=end_for(submission.round, submission.institution, user, at),
    )


def _lacks(comment: Comment) -> dict[str, str]:
    return lacking(comment) if comment.state == CommentState.DRAFT else {}
