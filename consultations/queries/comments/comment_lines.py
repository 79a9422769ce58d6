"""Comments as lines of a list."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch

from amendments.text.language import reader_language
from consultations.access.permissions import is_own
from consultations.models import Anchor, Comment, Disposition
from consultations.models.visibility import CommentQuerySet
from consultations.queries.comments.comment_translations import translated_reasons
from consultations.queries.comments.provision_texts import ProvisionWording, Wordings, wordings
from consultations.queries.comments.senders import answers_for, is_text_open, knows_sender, sender_of
from consultations.values import CommentState


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a comment points at: of the draft, or of its base if the draft strikes them out."""

    words: str
    is_struck_out: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A comment in a list, with no more than the reader may see."""

    comment: Comment
    sender: str
    knows_sender: bool  # if false, nothing is shown that is the same for another comment of this sender
    is_official: bool
    is_own: bool  # of the reader or an institution of the reader
    number: str  # of the provision as printed: "5.2.3"; "" where it bears none
    cited: str  # what it is on: "5.2.3", "preamble", "Question 2"; "" = the whole document
    act: str  # the title of the commented act; "" if the draft changes only one
    quotes: tuple[Quote, ...]
    is_text_open: bool
    answer: Disposition | None
    translation: str = ""  # of its reasons, into the reader's language

    @property
    def language(self) -> str:
        """The language of the act that it points at; for a comment on the whole document, the language of the comment."""
        anchor = next(iter(self.comment.anchors.all()), None)
        return anchor.version.instrument.language if anchor else self.comment.language

    @property
    def is_withdrawn(self) -> bool:
        """Whether the comment was withdrawn and its text is not shown."""
        return self.comment.state == CommentState.WITHDRAWN


def for_lines(comments: CommentQuerySet[Comment]) -> CommentQuerySet[Comment]:
    """Load everything that lines show, in a bounded number of queries."""
    return comments.select_related(
        "submission__institution",
        "submission__round__draft__amendment__referral",
        "disposition",
        "question",
    ).prefetch_related(
        Prefetch("anchors", Anchor.objects.select_related("version__instrument")),
        "submission__round__draft__versions",
        "attachments",
    )


def lines(comments: Iterable[Comment], user: Any) -> list[Line]:
    """The lines of comments. Read the comments with `for_lines` and `visible_to`."""
    comments = list(comments)
    texts, answers = texts_of(comments), answers_for(user, comments)
    reasons = translated_reasons(comments, reader_language())
    found = [_line(comment, user, texts, answers.get(comment.pk)) for comment in comments]
    return [
        replace(line, translation=reasons.get(line.comment.pk, "") if line.is_text_open else "")
        for line in found
    ]


def texts_of(comments: Iterable[Comment]) -> Wordings:
    """The wordings that the comments point at, in the versions that were commented on."""
    anchors = [anchor for comment in comments for anchor in comment.anchors.all()]
    return wordings({a.version for a in anchors}, {a.provision_id for a in anchors})


def _line(comment: Comment, user: Any, texts: Wordings, answer: Disposition | None) -> Line:
    anchors = list(comment.anchors.all())
    first = texts.get((anchors[0].version_id, str(anchors[0].provision_id))) if anchors else None
    return Line(
        comment,
        sender_of(comment, user),
        knows_sender(comment, user),
        comment.submission.institution_id is not None,
        is_own(user, comment.submission),
        first.name if first and first.number else "",
        _called(comment, first),
        anchors[0].version.instrument.shown_title if anchors and _has_several_acts(comment) else "",
        tuple(Quote(anchor.quote, not anchor.version.is_draft) for anchor in anchors if anchor.quote),
        is_text_open(comment, user),
        answer,
    )


def _called(comment: Comment, first: ProvisionWording | None) -> str:
    if comment.question is not None:
        return comment.question.label
    return first.called if first else ""


def _has_several_acts(comment: Comment) -> bool:
    return len(comment.submission.round.draft.versions.all()) > 1
