"""When a person last opened “My work”, so that the page can say what changed since."""

from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpRequest

from portal.home.models import Visit
from portal.users.models import User

PAUSE = timedelta(hours=1)  # who opens the page again within it still sees the same changes


def was_opened(request: HttpRequest) -> bool:
    """Whether the person opened the page: not a script, a prefetch, a frame or a preview in the admin."""
    headers = request.headers
    return (
        request.method == "GET"
        and not getattr(request, "is_preview", False)
        and headers.get("Sec-Fetch-Dest", "document") == "document"
        and not any(headers.get(name) for name in ("Sec-Purpose", "Purpose", "X-Moz", "HX-Request"))
        and headers.get("X-Requested-With") != "XMLHttpRequest"
    )


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

    @transaction.atomic
    def execute(self) -> datetime | None:
        """Write the moment, and return the one from which changes are shown."""
        row = Visit.objects.select_for_update().filter(user=self.user).first()
        if row is None:
            Visit.objects.get_or_create(user=self.user, defaults={"opened": self.at})
            return None
        if self.at - row.opened > PAUSE:
            row.since = row.opened
        row.opened = max(row.opened, self.at)
        row.save()
        return row.since
