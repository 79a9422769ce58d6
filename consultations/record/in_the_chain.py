"""What the chain of the record covers of consultations: what was sent, co-signatures, and what happened to it."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db.models import Q

from amendments.record.digest import digest
from amendments.record.recorded_kind import RecordedKind, values_of
from consultations.models import Attachment, Comment, CoSignature, Disposition, SentEvent, Submission
from consultations.models.sent_event import ENDINGS
from consultations.record.receipts import receipt_hash
from consultations.values import SentEventKind

_MERGINGS = (SentEventKind.MERGED, SentEventKind.PARTED)
_CHUNK = 2000
COVER = ("shown_rationale", "shown_proposed_text", "covers_files")


def recorded_of_consultations() -> list[RecordedKind]:
    """The kinds of rows. A change of words, anchors, visibility, identity, codes or files changes the hash of the submission."""
    is_received = Q(received_at__isnull=False)
    return [
        RecordedKind(
            "submission", Submission, _sent, "received_at", is_received, ("institution",), _changed_files
        ),
        RecordedKind("co-signature", CoSignature, _co_signature, "consented_at"),
        RecordedKind("event", SentEvent, _event, "at", disagreeing=_disagreeing),
    ]


def _sent(row: Submission) -> list[object]:
    """The hash of the receipt twice, as it was given and as the rows give it now, and the hash of what else is recorded."""
    sent = row.comments.filter(submitted_at__isnull=False)
    return [row.sha256, receipt_hash(row, sent), beside_the_receipt(row)]


def beside_the_receipt(row: Submission) -> str:
    """The hash of how it came and by whom. A proof for its senders shows no more of it."""
    sent = row.comments.filter(submitted_at__isnull=False)
    said = (row.channel, row.source, row.late, row.late_reason)
    names = ("signed_off_by_id", "signed_off_at", "supersedes_id", "supplements_id")
    written = ("reference", "author_id", "in_reply_to_id", "submitted_at")
    comments = [list(values_of(comment, *written)) for comment in sent.order_by("reference")]
    return digest([*said, *values_of(row, *names), comments])


def _co_signature(row: CoSignature) -> list[object]:
    return list(values_of(row, "comment_id", "institution_id", "consented_at", "consented_by_id"))


def _event(row: SentEvent) -> list[object]:
    names = ("submission_id", "comment_id", "kind", "at", "by_id", "reason", "other_id")
    return [*values_of(row, *names), row.said, *(getattr(row, name) for name in COVER)]


def _changed_files() -> Iterator[str]:
    """Files whose content is not the one of which the receipt has the hash. One file is read at a time."""
    sent = Attachment.objects.filter(comment__submission__received_at__isnull=False)
    for row in sent.defer(None).iterator(1):
        if sha256(row.content).hexdigest() != row.sha256:
            yield f"The content of the file {row.pk} is not as it was sent."


def _disagreeing() -> Iterator[str]:
    """States, mergings and answers that are not as the events say."""
    yield from _ends()
    yield from _merged()
    yield from _decided()
    yield from _covered()


def _ends() -> Iterator[str]:
    ended = {
        (event.submission_id, event.comment_id): event for event in SentEvent.objects.filter(kind__in=ENDINGS)
    }
    for row in Submission.objects.filter(received_at__isnull=False).iterator(_CHUNK):
        if not _ends_as(row, ended.pop((row.pk, None), None)):
            yield f"The state of the submission {row.pk} is not as the events say."
    for comment in Comment.objects.filter(submitted_at__isnull=False).iterator(_CHUNK):
        if not _ends_as(comment, ended.pop((comment.submission_id, comment.pk), None)):
            yield f"The state of the comment {comment.pk} is not as the events say."
    for submission, comment_key in ended:
        yield f"An event ended what was never sent: {comment_key or submission}."


def _ends_as(row: Comment | Submission, event: SentEvent | None) -> bool:
    given = (row.state, row.withdrawn_at, row.withdrawal_reason)
    if event is None:
        return given == ("submitted", None, "")
    if event.kind == SentEventKind.SUPERSEDED:
        return given == (event.kind, None, "")
    return given == (event.kind, event.at, event.reason)


def _merged() -> Iterator[str]:
    events = SentEvent.objects.filter(kind__in=_MERGINGS).order_by("pk")
    said = {str(event.comment_id): event.other_id for event in events}
    merged = Comment.objects.exclude(duplicate_of=None).values_list("pk", "duplicate_of")
    standing = {str(key): main for key, main in merged}
    for key in sorted(said.keys() | standing.keys()):
        if said.get(key) != standing.get(key):
            yield f"What the comment {key} is merged with is not as the events say."


def _decided() -> Iterator[str]:
    said: dict[Any, SentEvent] = {
        event.comment_id: event for event in SentEvent.objects.filter(kind=SentEventKind.DECIDED)
    }
    decided = Disposition.objects.filter(decided_at__isnull=False).prefetch_related("targets")
    for row in decided.iterator(_CHUNK):
        event = said.pop(row.comment_id, None)
        if event is None or (event.at, event.by_id, event.said) != (
            row.decided_at,
            row.decided_by_id,
            row.as_decided(),
        ):
            yield f"The answer to the comment {row.comment_id} is not as it was decided."
    for key in said:
        yield f"The answer to the comment {key} is gone: it was decided."


def _covered() -> Iterator[str]:
    events = SentEvent.objects.filter(kind=SentEventKind.COVERED).order_by("pk")
    said = {str(event.comment_id): _cover(event) for event in events}
    for comment in Comment.objects.filter(submitted_at__isnull=False).iterator(_CHUNK):
        if _cover(comment) != said.pop(str(comment.pk), (None, None, False)):
            yield f"What is shown of the comment {comment.pk} is not as the events say."
    for key in said:
        yield f"What is shown of the comment {key} is not as the events say."


def _cover(row: Comment | SentEvent) -> tuple[str | None, str | None, bool]:
    return row.shown_rationale, row.shown_proposed_text, row.covers_files
