"""Who stands behind a comment, as far as the reader may know; and which answers a reader may see."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from amendments.models import Amendment, Version, VersionInstruction
from amendments.permissions import holds, may_draft
from consultations.models import Comment, Disposition, DispositionTarget
from consultations.permissions import is_own
from consultations.powers import Power


def sender_of(comment: Comment, user: Any) -> str:
    """The institution, "individual view", or that the identity is withheld."""
    return comment.submission.sender if knows_sender(comment, user) else _("Identity withheld")


def knows_sender(comment: Comment, user: Any) -> bool:
    """Whether the person may know who sent it.

    Whoever may not is not told when it came or was withdrawn, whether it was late or came by letter: other comments of
    the same sender tell the same.
    """
    return not comment.is_withheld or is_own(user, comment.submission)


def is_text_open(comment: Comment, user: Any) -> bool:
    """A withdrawn comment keeps its text for its own body and the secretary; others see the tombstone."""
    return (
        comment.withdrawn_at is None or is_own(user, comment.submission) or holds(user, Power.READ_WITHDRAWN)
    )


def sees_proposals(user: Any, amendment: Amendment) -> bool:
    """Proposed answers are working papers of the drafter, the secretary and the committee until decided."""
    return holds(user, Power.READ_PROPOSED) or may_draft(user, amendment)


def answers_for(user: Any, comments: Iterable[Comment]) -> dict[UUID, Disposition]:
    """The answers that the reader may see, by comment.

    All who read a comment see its decided answer, and one whose instruction stands in a draft that they may read:
    the draft says it already. Other proposals are working papers.
    """
    answers = [found for comment in comments if (found := _answer_of(comment)) is not None]
    undecided = [answer for answer in answers if not answer.is_decided]
    told = set(_told_by_drafts(user, undecided)) if undecided else set()
    may_see: dict[object, bool] = {}
    shown = {}
    for answer in answers:
        amendment = answer.comment.submission.round.amendment
        if amendment.pk not in may_see:
            may_see[amendment.pk] = sees_proposals(user, amendment)
        if answer.is_decided or answer.pk in told or may_see[amendment.pk]:
            shown[answer.comment_id] = answer
    return shown


def _answer_of(comment: Comment) -> Disposition | None:
    answer: Disposition | None = getattr(comment, "disposition", None)
    return answer


def _told_by_drafts(user: Any, answers: Iterable[Disposition]) -> Iterable[UUID]:
    sealed = VersionInstruction.objects.filter(
        instruction=OuterRef("instruction"), version__in=Version.objects.visible_to(user)
    )
    rows = DispositionTarget.objects.filter(Exists(sealed), disposition__in=[a.pk for a in answers])
    return rows.values_list("disposition", flat=True)
