"""What the chain covers: the rows of each kind, and what is hashed of a row."""

from functools import cache
from typing import Any

from django.db.models import Model, Q

from amendments.hooks import RECORDED_KINDS, collect
from amendments.record.recorded_kind import RecordedKind, values_of


@cache
def recorded_kinds() -> dict[str, RecordedKind]:
    """All kinds of recorded rows, also those of plugins, by slug."""
    from amendments import models as record

    text = ("draft", "version")
    kinds = (
        RecordedKind("version", record.Version, _hash, "sealed_at"),
        RecordedKind("draft", record.Draft, _hash, "sealed_at"),
        RecordedKind("release", record.Release, _release, "at", beside=text),
        RecordedKind(
            "approval", record.ReleaseRequest, _approval, "approved_at", Q(approved_at__isnull=False), text
        ),
        RecordedKind("commencement", record.Commencement, _commencement, "recorded_at", beside=("version",)),
        RecordedKind("step", record.StateChange, _step, "at"),
        RecordedKind("check", record.LegalCheck, _check, "answered_at", Q(answered_at__isnull=False)),
    )
    return {kind.slug: kind for kind in (*kinds, *collect(RECORDED_KINDS))}


@cache
def recorded_models() -> frozenset[type[Model]]:
    """Whose rows the chain looks at."""
    return frozenset(kind.model for kind in recorded_kinds().values())


def _hash(row: Any) -> list[object]:
    return [row.root_hash]


def _release(row: Any) -> list[object]:
    return [row.text.root_hash, *values_of(row, "audience", "at", "by_id", "request_id")]


def _approval(row: Any) -> list[object]:
    asked = values_of(row, "audience", "requested_at", "requested_by_id", "reason")
    return [row.text.root_hash, *asked, *values_of(row, "approved_at", "approved_by_id")]


def _commencement(row: Any) -> list[object]:
    return [row.version.root_hash, *values_of(row, "date", "source", "recorded_at")]


def _step(row: Any) -> list[object]:
    said = values_of(row, "amendment_id", "state", "at", "by_id", "reason", "note")
    return [*said, *values_of(row, "day", "number", "source", "in_force", "takes_back_id")]


def _check(row: Any) -> list[object]:
    asked = values_of(
        row, "amendment_id", "reviewer_id", "reviewer_label", "asked_at", "asked_by_id", "due", "note"
    )
    return [*asked, *values_of(row, "text_hash", "result", "answered_at", "answered_by_id", "answer")]
