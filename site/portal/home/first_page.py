"""What the page at the root shows: “My work” to people who are signed in, what is open and new to everybody else."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from amendments.opening import was_opened
from portal.home.queries.news import latest_news
from portal.home.queries.work import my_work
from portal.home.visits import RecordVisit, last_visit


def first_page(request: HttpRequest, now: datetime) -> dict[str, Any]:
    """The context of the template. Who has nothing to do sees what is open and new as visitors do."""
    user = request.user
    if not user.is_authenticated:
        return {"work": None, "news": latest_news(user, now)}
    since = RecordVisit(user, now).execute() if was_opened(request) else last_visit(user)
    work = my_work(request, now, since)
    return {"work": work, "news": latest_news(user, now) if work.is_idle else None, "now": now}
