"""When a person last opened “My work”, so that the page can say what changed since."""

from datetime import datetime, timedelta

from django.db import transaction

from amendments.opening import without_waiting
from portal.home.models import Visit
from portal.users.models import User

PAUSE = timedelta(hours=1)  # who opens the page again within it still sees the same changes


def last_visit(user: User) -> datetime | None:
    """The moment from which changes are shown; None before a second visit."""
    return Visit.objects.filter(user=user).values_list("since", flat=True).first()


class RecordVisit:
    """A person opens the page. A new visit begins if the page was not opened for a while.

    Only the person's own row is written, and no log is kept: nobody else reads it.
    """

    def __init__(self, user: User, at: datetime) -> None:
        self.user = user
        self.at = at

    def execute(self) -> datetime | None:
        """Write the moment, and return the one from which changes are shown.

        If somebody else is writing for long, nothing is written: the next visit then shows more, never less.
        """
        with without_waiting():
            self._write()
        return last_visit(self.user)

    @transaction.atomic
    def _write(self) -> None:
        row = Visit.objects.select_for_update().filter(user=self.user).first()
        if row is None:
            Visit.objects.get_or_create(user=self.user, defaults={"opened": self.at})
            return
        if self.at - row.opened > PAUSE:
            row.since = row.opened
        row.opened = max(row.opened, self.at)
        row.save()
