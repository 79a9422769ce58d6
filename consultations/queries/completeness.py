"""Finds what is missing before a submission can be signed off or sent."""

from django.utils.translation import gettext as _

from consultations.errors import NotComplete, NothingToSubmit
from consultations.models import Comment, Submission
from consultations.models.named import NAMED
from consultations.rules.answers import Kind, Said, Stance, missing
from consultations.values import CommentState


def complete_comments(submission: Submission) -> list[Comment]:
    """The drafts of the submission. Raises `NotComplete`, which names the missing parts, if one is not complete."""
    drafts = submission.comments.filter(state=CommentState.DRAFT)
    comments = list(drafts.prefetch_related(*NAMED))
    if not comments:
        raise NothingToSubmit
    for comment in comments:
        lacks = lacking(comment)
        if lacks:
            raise NotComplete(
                _("Comment %(number)s still lacks: %(parts)s.")
                % {"number": comment.reference, "parts": ", ".join(lacks)}
            )
    return comments


def lacking(comment: Comment) -> list[str]:
    """The names of the missing parts of a draft, in the reader's language."""
    words = {"rationale": _("reasons"), "proposed_text": _("proposed text")}
    if not comment.stance:
        return [_("stance")]
    said = Said(Stance(comment.stance), comment.rationale, comment.proposed_text)
    return [words[part] for part in missing(Kind(comment.kind), said)]
