"""Which institutions were told what of a round, for its secretary."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils.functional import Promise

from amendments.models import OutgoingMail
from consultations.letters import about_rounds, reminders
from consultations.letters.kinds import LetterKind
from consultations.models import Institution, Letter, Round

_TOLD: tuple[LetterKind[Any], ...] = (*about_rounds.KINDS, *reminders.KINDS)
_KINDS = {kind.slug: kind for kind in _TOLD}
"""What is told of the round itself. Receipts and answers are told of comments, whose authors may be withheld."""


@dataclass(frozen=True, slots=True)
class ToldCell:
    """How many people of an institution were told something, when last, and what went wrong."""

    label: str | Promise
    sent: int = 0
    last: datetime | None = None
    waiting: int = 0
    undelivered: int = 0
    other: int = 0  # not wanted, or no longer entitled

    @property
    def is_empty(self) -> bool:
        """Whether nobody of the institution was to be told."""
        return not (self.sent or self.waiting or self.undelivered or self.other)


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One institution; None for people who take part in their own name."""

    institution: Institution | None
    cells: Sequence[ToldCell]


@dataclass(frozen=True, slots=True)
class ToldGrid:
    """Institutions by kinds of letters."""

    labels: Sequence[str | Promise]
    lines: Sequence[ToldLine]


def told_grid(round_: Round) -> ToldGrid:
    """The grid of a round in two queries."""
    cells: dict[tuple[Any, str], ToldCell] = {}
    for row in _counted(round_):
        counts = ("sent", "last", "waiting", "undelivered", "other")
        label = _KINDS[row["kind"]].label
        cells[row["institution"], row["kind"]] = ToldCell(label, **{name: row[name] for name in counts})
    kinds = [slug for slug in _KINDS if any(slug == kind for _body, kind in cells)]
    bodies: list[Institution | None] = list(
        Institution.objects.filter(pk__in={body for body, _kind in cells if body}).order_by("name")
    )
    if any(body is None for body, _kind in cells):
        bodies.append(None)
    lines = [
        ToldLine(
            body,
            [cells.get((body.pk if body else None, kind)) or ToldCell(_KINDS[kind].label) for kind in kinds],
        )
        for body in bodies
    ]
    return ToldGrid([_KINDS[kind].label for kind in kinds], lines)


def _counted(round_: Round) -> Any:
    mails = OutgoingMail.objects.filter(message_id=OuterRef("message_id"))
    failed = Exists(mails.filter(state__in=[OutgoingMail.State.FAILED, OutgoingMail.State.STOPPED]))
    queued = Exists(mails.filter(state=OutgoingMail.State.WAITING))
    letters = Letter.objects.filter(round=round_, kind__in=_KINDS).annotate(
        is_failed=failed, is_queued=queued
    )
    written = Q(state=Letter.State.WRITTEN)
    sent = written & Q(is_failed=False, is_queued=False)
    return (
        letters.order_by()
        .values("institution", "kind")
        .annotate(
            sent=Count("pk", filter=sent),
            last=Max("written_at", filter=sent),
            waiting=Count("pk", filter=Q(state=Letter.State.WAITING) | written & Q(is_queued=True)),
            undelivered=Count("pk", filter=written & Q(is_failed=True) | Q(state=Letter.State.FAILED)),
            other=Count("pk", filter=Q(state__in=[Letter.State.UNWANTED, Letter.State.DROPPED])),
        )
    )
