"""The proof of a receipt for its senders: what they sent, and the chain from there to the head of its day."""

from typing import Any

from amendments.queries.proof.proofs import bundle
from consultations.models import Comment, Submission
from consultations.record.in_the_chain import beside_the_receipt
from consultations.record.receipts import comments_sent, receipt_body


def receipt_bundle(user: Any, submission: Submission, readme: str) -> bytes:
    """A comment whose words were covered since, or that the person may not see, stands in it as its hash alone."""
    sent = list(submission.comments.filter(submitted_at__isnull=False).order_by("reference"))
    contents = comments_sent(sent)
    visible = set(Comment.objects.visible_to(user).filter(submission=submission).values_list("pk", flat=True))
    shown = {row.reference for row in sent if row.pk in visible and not row.is_covered}
    receipt = {
        "kind": "submission",
        "row": str(submission.pk),
        "hash": submission.sha256,
        "more": [submission.sha256, beside_the_receipt(submission)],
        "body": receipt_body(submission, contents),
        "comments": [each if each["reference"] in shown else None for each in contents],
    }
    proof: dict[str, Any] = {"draft": None, "receipt": receipt, "versions": []}
    return bundle(proof, [("submission", str(submission.pk))], readme)
