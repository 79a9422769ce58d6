"""The hash of a receipt covers everything that was sent, so that both sides can prove it."""

from collections.abc import Iterable
from datetime import UTC

from django.db.models import prefetch_related_objects

from amendments.record.digest import digest
from consultations.models import Comment, Submission
from consultations.models.named import NAMED

_FIELDS = (
    "kind",
    "stance",
    "rationale",
    "proposed_text",
    "visibility",
    "identity",
    "language",
    "priority",
)


def receipt_hash(submission: Submission, comments: Iterable[Comment]) -> str:
    """The hash of sender, round, moment, and of the hash of each comment."""
    return digest(receipt_body(submission, comments_sent(comments)))


def receipt_body(submission: Submission, sent: Iterable[dict[str, object]]) -> dict[str, object]:
    """What the hash of a receipt covers: of each comment its hash, so that a proof can leave covered words out."""
    received = submission.received_at
    return {
        "reference": submission.reference,
        "round": str(submission.round_id),
        "sender": str(submission.institution_id or submission.person_id),
        "received": received.astimezone(UTC).isoformat() if received else "",
        "nil": submission.nil,
        "comments": [digest(comment) for comment in sent],
    }


def comments_sent(comments: Iterable[Comment]) -> list[dict[str, object]]:
    """The words, anchors, codes and files of each comment, by reference. A file stands in it by its name and its SHA-256."""
    comments = sorted(comments, key=lambda comment: comment.reference)
    prefetch_related_objects(comments, *NAMED, "attachments")
    return [_comment(comment) for comment in comments]


def _comment(comment: Comment) -> dict[str, object]:
    anchors = [
        [str(a.version_id), str(a.provision_id), a.field, a.start, a.end, a.quote, a.sha256]
        for a in comment.anchors.all()
    ]
    said = {name: getattr(comment, name) for name in _FIELDS} | comment.named.codes
    files = [[row.name, row.sha256] for row in comment.attachments.all()]
    asked = {"question": comment.question.text} if comment.question else {}
    return {"reference": comment.reference, "anchors": anchors, "attachments": files, **asked, **said}
