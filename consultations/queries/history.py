"""The history of a comment, its submission and its answer, as records that a person can read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultations.models import Comment, Disposition, Submission
from consultations.permissions import is_own
from consultations.queries.senders import sees_proposals

_FIELDS: dict[type[models.Model], tuple[str, ...]] = {
    Comment: (
        "state",
        "stance",
        "kind",
        "rationale",
        "proposed_text",
        "visibility",
        "identity",
        "duplicate_of",
    ),
    Submission: ("state", "signed_off_at", "received_at", "late", "return_reason", "withdrawal_reason"),
    Disposition: ("value", "reason", "decided_at", "decided_in"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Record:
    """One saved state: when, who, for whom, why, and what changed."""

    at: datetime
    actor: str
    acting_for: str
    reason: str
    subject: str
    changes: tuple[Change, ...]


def history_of(user: Any, comment: Comment) -> list[Record]:
    """Newest first. The drafts of a body are no business of others: they see the time from its sending on."""
    submission = comment.submission
    found = [
        *_records(user, comment, comment.reference),
        *_records(user, submission, submission.reference),
    ]
    if not is_own(user, submission):
        since = submission.received_at
        found = [record for record in found if since is not None and record.at >= since]
        if comment.is_withheld:
            found = []
    found += _of_answer(user, comment)
    return sorted(found, key=lambda record: record.at, reverse=True)


def _of_answer(user: Any, comment: Comment) -> list[Record]:
    """Proposals are working papers: the senders of the comment see the answer from its decision on."""
    answer = Disposition.objects.filter(comment=comment).first()
    if answer is None:
        return []
    amendment = comment.submission.round.version.amendment
    if amendment is not None and sees_proposals(user, amendment):
        return _records(user, answer, _("Answer"))
    decided = answer.history.filter(decided_at__isnull=False)
    return _changes_between(user, decided, answer, _("Answer"))


def _records(user: Any, row: Comment | Submission | Disposition, subject: str) -> list[Record]:
    return _changes_between(user, row.history.all(), row, subject)


def _changes_between(
    user: Any,
    history: Any,  # a QuerySet of a history model, which exists at run time only
    row: Comment | Submission | Disposition,
    subject: str,
) -> list[Record]:
    states = list(history.select_related("history_user").order_by("history_date", "history_id"))
    fields = [type(row)._meta.get_field(name) for name in _FIELDS[type(row)]]
    records = []
    for before, after in zip([None, *states], states, strict=False):
        changes = tuple(change for field in fields if (change := _change(user, field, before, after)))
        records.append(
            Record(
                after.history_date,
                after.actor_label or str(after.history_user or ""),
                after.acting_for,
                after.history_change_reason or "",
                subject,
                changes,
            )
        )
    return records


def _change(user: Any, field: Any, before: models.Model | None, after: models.Model) -> Change | None:
    old = _words(user, field, before) if before is not None else ""
    new = _words(user, field, after)
    return Change(str(field.verbose_name), old, new) if old != new else None


def _words(user: Any, field: Any, state: models.Model) -> str:
    value = getattr(state, field.attname)
    if value in (None, "", False):
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if field.is_relation:
        return _reference(user, value)
    return _("yes") if value is True else str(value)


def _reference(user: Any, comment: int) -> str:
    readable = Comment.objects.visible_to(user).filter(pk=comment).first()
    return readable.reference if readable else _("a comment that you may not read")
