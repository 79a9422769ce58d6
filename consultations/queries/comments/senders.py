"""What a reader may know of the sender of a comment, and which answers the reader may see."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from amendments.models import Amendment, Version, VersionFold, VersionInstruction
from amendments.permissions import holds_on, may_draft
from consultations.access.permissions import is_own
from consultations.access.powers import Power
from consultations.models import Comment, Disposition, DispositionTarget


def sender_of(comment: Comment, user: Any) -> str:
    """The institution, "individual view", or that the identity is withheld."""
    return comment.submission.sender if knows_sender(comment, user) else _("Identity withheld")


def knows_sender(comment: Comment, user: Any) -> bool:
    """Whether the person may know who sent it.

    A reader who may not know is also not told when it was sent or withdrawn, whether it was late or came by letter,
    because this is the same for other comments of the sender.
    """
    return not comment.is_withheld or is_own(user, comment.submission)


def is_text_open(comment: Comment, user: Any) -> bool:
    """Whether the person may read the text. Only its institution and the secretary read a withdrawn comment."""
    if comment.withdrawn_at is None or is_own(user, comment.submission):
        return True
    return holds_on(user, Power.READ_WITHDRAWN, comment.submission.round.amendment)


def sees_proposals(user: Any, amendment: Amendment) -> bool:
    """Whether the person may see proposed answers. Only the drafter, the secretary and the committee see them."""
    return holds_on(user, Power.READ_PROPOSED, amendment) or may_draft(user, amendment)


def answers_for(user: Any, comments: Iterable[Comment]) -> dict[UUID, Disposition]:
    """The answers that the reader may see, by comment.

    Readers of a comment see its answer once it is decided. They also see a proposed answer if its instruction is in a
    draft that they may read. Other proposals are working papers.
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
    said = {"instruction": OuterRef("instruction"), "version__in": Version.objects.visible_to(user)}
    is_sealed = Exists(VersionInstruction.objects.filter(**said)) | Exists(VersionFold.objects.filter(**said))
    rows = DispositionTarget.objects.filter(is_sealed, disposition__in=[a.pk for a in answers])
    return rows.values_list("disposition", flat=True)
