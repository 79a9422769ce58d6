"""Writes what happens to something that was sent, each time before the change itself."""

from dataclasses import asdict, dataclass
from typing import Any

from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.models import Comment, Submission
from consultations.models.sent_event import SentEvent
from consultations.values import CommentState, SentEventKind, SubmissionState


@dataclass(frozen=True, slots=True)
class Shown:
    """What readers see instead of the words as sent (None: these), and whether the files are covered."""

    shown_rationale: str | None = None
    shown_proposed_text: str | None = None
    covers_files: bool = False


def withdraw(row: Comment | Submission, actor: Actor) -> None:
    """Withdraw a comment or a whole submission, with the reason of the actor."""
    note(row, SentEventKind.WITHDRAWN, actor, reason=actor.reason)
    row.state = CommentState.WITHDRAWN if isinstance(row, Comment) else SubmissionState.WITHDRAWN
    row.withdrawn_at, row.withdrawal_reason = actor.at, actor.reason
    attribute(row, actor)
    row.save()


def supersede(row: Comment | Submission, by: Submission, actor: Actor) -> None:
    """Mark a comment or a submission as replaced by a later submission."""
    note(row, SentEventKind.SUPERSEDED, actor, said={"submission": str(by.pk)})
    row.state = CommentState.SUPERSEDED if isinstance(row, Comment) else SubmissionState.SUPERSEDED
    attribute(row, actor)
    row.save()


def merge(comment: Comment, main: Comment | None, actor: Actor) -> None:
    """Merge a comment with another one, or part it from the one with which it was merged (None)."""
    kind = SentEventKind.MERGED if main else SentEventKind.PARTED
    note(comment, kind, actor, other=main, reason=actor.reason)
    comment.duplicate_of = main
    attribute(comment, actor)
    comment.save()


def cover(comment: Comment, shown: Shown, actor: Actor) -> None:
    """Show something else over what was sent."""
    note(comment, SentEventKind.COVERED, actor, reason=actor.reason, **asdict(shown))
    for name, value in asdict(shown).items():
        setattr(comment, name, value)
    attribute(comment, actor)
    comment.save()


def note(row: Comment | Submission, kind: SentEventKind, actor: Actor, **more: Any) -> None:
    """Write the event."""
    event = SentEvent(kind=kind, at=actor.at, by=actor.user, **more)
    if isinstance(row, Comment):
        event.comment, event.submission = row, row.submission
    else:
        event.submission = row
    event.save()
