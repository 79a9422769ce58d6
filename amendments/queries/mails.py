"""How the mails of the site stand, for those who look after it. Nothing here shows a text or a subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q

from amendments.models import OutgoingMail

State = OutgoingMail.State
SHOWN = 100  # undelivered mails on the page


@dataclass(frozen=True, slots=True)
class MailStatus:
    """What waits, since when, and what was not delivered."""

    waiting: int
    failing: int
    oldest: datetime | None
    last_sent: datetime | None
    trouble: str
    failed: int
    undelivered: Sequence[OutgoingMail]


def mail_status() -> MailStatus:
    """The numbers, and the newest undelivered mails."""
    waits = Q(state=State.WAITING)
    counted = OutgoingMail.objects.aggregate(
        waiting=Count("pk", filter=waits),
        failing=Count("pk", filter=waits & ~Q(error="")),
        oldest=Min("written_at", filter=waits),
        last_sent=Max("sent_at"),
        failed=Count("pk", filter=Q(state=State.FAILED)),
    )
    tried = OutgoingMail.objects.filter(waits).exclude(error="").order_by("-due_at").first()
    dead = OutgoingMail.objects.filter(state=State.FAILED).defer("content").order_by("-written_at", "-pk")
    return MailStatus(**counted, trouble=tried.error if tried else "", undelivered=list(dead[:SHOWN]))
