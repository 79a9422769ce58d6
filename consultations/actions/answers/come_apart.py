"""Parts comments from one with which they were to be answered, when that one is withdrawn or replaced."""

from collections.abc import Iterable
from uuid import UUID

from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.actions.sent_event import merge
from consultations.models import Comment, Disposition
from consultations.rules.answer_kinds import Answer
from consultations.values import CommentState


def come_apart(gone: Iterable[UUID], actor: Actor) -> list[UUID]:
    """The comments that need an answer of their own again, because those that they were merged into get none.

    An answer that is decided already stays theirs.
    """
    merged = Comment.objects.filter(duplicate_of__in=list(gone), state=CommentState.SUBMITTED)
    apart = merged.exclude(duplicate_of__disposition__decided_at__isnull=False)
    rows = list(apart.select_for_update(of=("self",), no_key=True))  # whoever covers one now is waited for
    for comment in rows:
        merge(comment, None, actor)
        for answer in Disposition.objects.filter(comment=comment, value=Answer.MERGED, decided_at=None):
            attribute(answer, actor)
            answer.delete()
    return [comment.pk for comment in rows]
