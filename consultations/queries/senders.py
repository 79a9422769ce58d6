"""Who stands behind a comment, as far as the reader may know; and which answers a reader may see."""

from typing import Any

from django.utils.translation import gettext as _

from amendments.models import Amendment
from amendments.permissions import may_draft
from consultations.models import Comment, Disposition
from consultations.permissions import is_own, is_secretary, reads_committee_comments


def sender_of(comment: Comment, user: Any) -> str:
    """The institution, "individual view", or that the identity is withheld."""
    submission = comment.submission
    if comment.is_withheld and not is_own(user, submission):
        return _("Identity withheld")
    return submission.sender


def is_text_open(comment: Comment, user: Any) -> bool:
    """A withdrawn comment keeps its text for its own body and the secretary; others see the tombstone."""
    return comment.withdrawn_at is None or is_own(user, comment.submission) or is_secretary(user)


def sees_proposals(user: Any, amendment: Amendment) -> bool:
    """Proposed answers are working papers of the drafter, the secretary and the committee until decided."""
    return is_secretary(user) or reads_committee_comments(user) or may_draft(user, amendment)


def answer_for(comment: Comment, user: Any) -> Disposition | None:
    """The answer that the reader may see: decided ones by all who read the comment."""
    answer: Disposition | None = getattr(comment, "disposition", None)
    if answer is None or answer.is_decided:
        return answer
    amendment = comment.submission.round.version.amendment
    return answer if sees_proposals(user, amendment) else None
