"""“My work”: what waits for a person, what changed since the last visit, and what lies ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest

from amendments.hooks import WORK, collect
from amendments.links import Link
from amendments.work import DateAhead, Task, Update, Work, WorkPanel
from portal.home.queries.guides import RoleGuide, guides_of
from portal.users.models import User

SHOWN_TASKS = 7  # below the one next thing
SHOWN_UPDATES = 8
SHOWN_DATES = 6
FIRST_VISIT = timedelta(days=30)  # who was never here before sees the changes of so many days


@dataclass(frozen=True)
class MyWork:
    """The first page of a person. Lists are cut; `more_…` says that there is more on a page of its own.

    `next` is None if nothing waits, or if an app gives the page its title and shows there what comes first.
    """

    next: Task | None
    tasks: list[Task]
    waiting: int
    updates: list[Update]
    more_updates: bool
    dates: list[DateAhead]
    more_dates: bool
    subscriptions: list[Link]
    since: datetime | None
    above: list[WorkPanel]
    beside: list[WorkPanel]
    guides: list[RoleGuide]

    @property
    def headline(self) -> str:
        """The title that an app gives to the page; "" for the usual one."""
        return next((panel.headline for panel in self.above if panel.headline), "")

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits: neither a task, nor anything that an app puts into the title of the page."""
        return not self.waiting and not self.headline

    @property
    def more_tasks(self) -> bool:
        """Whether more waits than is shown."""
        return self.waiting > len(self.tasks) + (self.next is not None)


def my_work(request: HttpRequest, now: datetime, since: datetime | None) -> MyWork:
    """Everything on the page; `since` is the last visit, None on the first one."""
    user: User = request.user  # type: ignore[assignment] # of somebody who is signed in
    tasks = tasks_for(user, now)
    updates = updates_for(user, since, now)
    dates = dates_for(user, now)
    panels = [panel for work in _works() for panel in work.panels(request, now)]
    # A panel that gives the page its title is the next thing itself
    is_led = any(panel.headline for panel in panels if not panel.is_beside)
    next_task = tasks[0] if tasks and not is_led else None
    listed = tasks if is_led else tasks[1:]
    return MyWork(
        next=next_task,
        tasks=listed[:SHOWN_TASKS],
        waiting=len(tasks),
        updates=updates[:SHOWN_UPDATES],
        more_updates=len(updates) > SHOWN_UPDATES,
        dates=dates[:SHOWN_DATES],
        more_dates=len(dates) > SHOWN_DATES,
        subscriptions=[link for work in _works() for link in work.subscriptions(user)],
        since=since,
        above=[panel for panel in panels if not panel.is_beside],
        beside=[panel for panel in panels if panel.is_beside],
        guides=guides_of(user, now),
    )


def tasks_for(user: User, now: datetime) -> list[Task]:
    """What waits: by deadline, then by rank; tasks without a deadline last."""
    found = [task for work in _works() for task in work.tasks(user, now)]
    return sorted(found, key=lambda task: (task.deadline is None, task.deadline or now, task.rank))


def updates_for(user: User, since: datetime | None, now: datetime) -> list[Update]:
    """What changed, the newest first."""
    start = since or now - FIRST_VISIT
    found = [update for work in _works() for update in work.updates(user, start, now)]
    return sorted(found, key=lambda update: update.at, reverse=True)


def dates_for(user: User, now: datetime) -> list[DateAhead]:
    """Days to come, the nearest first; of one day those with an hour last."""
    found = [day for work in _works() for day in work.dates(user, now)]
    return sorted(found, key=lambda day: (day.day, day.at is not None, day.at or now))


def _works() -> Sequence[Work]:
    return collect(WORK)
