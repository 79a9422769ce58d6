"""The hash of a receipt covers everything that was sent, so that both sides can prove it."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC

from django.db.models import prefetch_related_objects

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
    """The SHA-256 of the canonical JSON of sender, round, moment, and the words, anchors, codes and files of each comment.

    A file stands in it by its name and the SHA-256 of its content.
    """
    comments = list(comments)
    prefetch_related_objects(comments, *NAMED, "attachments")
    received = submission.received_at
    body = {
        "reference": submission.reference,
        "round": str(submission.round_id),
        "sender": str(submission.institution_id or submission.person_id),
        "received": received.astimezone(UTC).isoformat() if received else "",
        "nil": submission.nil,
        "comments": [_comment(comment) for comment in sorted(comments, key=lambda c: c.reference)],
    }
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _comment(comment: Comment) -> dict[str, object]:
    anchors = [
        [str(a.version_id), str(a.provision_id), a.field, a.start, a.end, a.quote, a.sha256]
        for a in comment.anchors.all()
    ]
    said = {name: getattr(comment, name) for name in _FIELDS} | comment.named.codes
    files = [[row.name, row.sha256] for row in comment.attachments.all()]
    asked = {"question": comment.question.text} if comment.question else {}
    return {"reference": comment.reference, "anchors": anchors, "attachments": files, **asked, **said}
