"""The mails of the demo story: written as the story goes on, each at its moment, into the demo's outbox."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.core.mail import get_connection
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.letters.reminders import Remind, reminding_days
from consultations.models import Letter
from portal.demo.story import Step, moment, read

NINE = time(9)
OUTBOX = "portal.demo.outbox.Backend"  # whatever sends the mails of the site: these people do not exist


def reminders(today: date) -> Iterator[Step]:
    """The mornings before a round of the story closes, as far as they have come."""
    for row in (*read("timeline")["rounds"], *read("amendment_open")["timeline"]["rounds"]):
        closes = moment(row["closes"], today)
        for days in reminding_days():
            at = datetime.combine(closes.date() - timedelta(days=days), NINE, closes.tzinfo)
            if at <= timezone.now():
                yield Step(at, 8, f"{days} days left", lambda at=at: Remind().run(at))  # type: ignore[misc]


def post(until: datetime) -> None:
    """Write everything that is due until a moment, each letter when it is due."""
    connection = get_connection(OUTBOX)
    waiting = Letter.objects.filter(state=Letter.State.WAITING, due_at__lte=until).order_by("due_at")
    while (due := waiting.values_list("due_at", flat=True).first()) is not None:
        write_due(due, connection)
