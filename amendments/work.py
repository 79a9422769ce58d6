"""“My work”: what the first page of a person asks of each app (hook `register_work`).

Everything here is about one person. The methods apply the visibility rules themselves and ask a bounded number of
queries, however much there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, runtime_checkable

from django.http import HttpRequest

from amendments.links import Link
from amendments.redline.provision_redline import Span

MOST = 50  # updates and dates of one app, the nearest ones; the page shows fewer and leads to the rest
OTHERS_WAIT = 10  # rank of a task without which others cannot go on
USUAL = 50


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work waiting for one person; `about` names the act or amendment that it belongs to.

    `detail` is a sentence about it, `action` the words of its button. `stop` says what stands in its way, and `stops`
    leads to each of these. The task with the nearest deadline comes first;
    among those without one, or with the same, the one of the lowest `rank`.
    """

    title: str
    url: str
    about: str = ""
    deadline: datetime | None = None
    count: int | None = None
    detail: str = ""
    action: str = ""
    rank: int = USUAL
    stop: str = ""
    stops: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """One provision with its changes; `url` is its place in the text, `language` that of the words shown."""

    cited: str
    url: str
    spans: tuple[Span, ...]
    language: str = ""
    is_translation: bool = False


@dataclass(frozen=True, slots=True)
class Update:
    """Something that happened: when, what and where it can be read.

    `who` is a name that the reader may know. `was` and `becomes` are words that were replaced. `passages` are the first
    changed provisions, each with its redline; `has_more` says that there are others.
    """

    at: datetime
    title: str
    url: str
    about: str = ""
    who: str = ""
    detail: str = ""
    was: str = ""
    becomes: str = ""
    links: tuple[Link, ...] = ()
    passages: tuple[ChangedPassage, ...] = ()
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class DateAhead:
    """A day to come; `at` is the moment where the hour matters."""

    day: date
    title: str
    url: str
    about: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WorkPanel:
    """A part of the page that an app draws itself: beside the lists, or above them.

    `headline` replaces the title of the page.
    """

    html: str
    is_beside: bool = True
    headline: str = ""


@runtime_checkable
class Work(Protocol):
    """`register_work`: what an app adds to the first page of whoever signs in. Derive from it and override what you need."""

    slug: str

    def places(self, user: Any) -> Sequence[Link]:
        """What the person uses beside the places of everybody, for the main navigation. Asked on every page."""
        return ()

    def tasks(self, user: Any, now: datetime) -> Sequence[Task]:
        """What waits for the person."""
        return ()

    def updates(self, user: Any, since: datetime, now: datetime) -> Sequence[Update]:
        """What others did after a moment, at most `MOST`, the newest first."""
        return ()

    def subscriptions(self, user: Any) -> Sequence[Link]:
        """Calendars and feeds of the person, for programs of their own."""
        return ()

    def dates(self, user: Any, now: datetime) -> Sequence[DateAhead]:
        """Days to come, at most `MOST`, the nearest first."""
        return ()

    def panels(self, request: HttpRequest, now: datetime) -> Sequence[WorkPanel]:
        """Parts of the page with a form of their own."""
        return ()
