"""What the chain of the record covers of consultations: each submission with everything that was sent in it."""

from django.db.models import Q

from amendments.record.recorded_kind import RecordedKind
from consultations.models import Submission
from consultations.receipts import receipt_hash


def submissions() -> RecordedKind:
    """Received submissions. A change of words, anchors, visibility, identity, codes or files changes the hash."""
    return RecordedKind(
        "submission",
        Submission,
        _content,
        "received_at",
        Q(received_at__isnull=False),
        ("institution",),
    )


def _content(row: Submission) -> list[object]:
    sent = row.comments.filter(submitted_at__isnull=False)
    return [row.sha256, receipt_hash(row, sent), row.channel, row.source, row.late, row.late_reason]
