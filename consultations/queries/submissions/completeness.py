"""Finds what is missing before a submission can be signed off or sent."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from consultations.errors import NotComplete, NothingToSubmit
from consultations.models import Comment, Submission
from consultations.models.named import NAMED
from consultations.rules.answer_kinds import Kind, Said, Stance, missing
from consultations.values import CommentState


def ready_comments(submission: Submission, leave_out: Collection[UUID] = ()) -> list[Comment]:
    """The drafts that can be sent, without those that are left out.

    Raises `NothingToSubmit` if there are no drafts, and `NotComplete`, which names the missing parts, if none is complete.
    """
    drafts = submission.comments.filter(state=CommentState.DRAFT).exclude(pk__in=leave_out)
    comments = list(drafts.prefetch_related(*NAMED))
    if not comments:
        raise NothingToSubmit
    ready = [comment for comment in comments if not lacking(comment)]
    if not ready:
        first = comments[0]
        parts = ", ".join(lacking(first).values())
        raise NotComplete(
            _("Comment %(number)s still lacks: %(parts)s.") % {"number": first.reference, "parts": parts}
        )
    return ready


def lacking(comment: Comment) -> dict[str, str]:
    """The missing parts of a draft: the names of their fields, with labels in the reader's language."""
    words = {"rationale": _("reasons"), "proposed_text": _("proposed text")}
    if comment.question_id:
        return {} if comment.rationale.strip() else {"rationale": words["rationale"]}
    if not comment.stance:
        return {"stance": _("stance")}
    said = Said(Stance(comment.stance), comment.rationale, comment.proposed_text)
    return {part: words[part] for part in missing(Kind(comment.kind), said)}
