"""What is open and what is new, for the home page."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max

from amendments.models import Version
from portal.users.models import User

SHOWN = 5

Reader = User | AnonymousUser


@dataclass(frozen=True)
class NewRedline:
    """A draft that this reader can read since the moment of its last release."""

    title: str
    act: str
    draft: str
    url: str
    released_at: datetime


@dataclass(frozen=True)
class News:
    """The lists of the home page, newest first."""

    redlines: list[NewRedline]


def latest_news(reader: Reader) -> News:
    """What this reader may see."""
    return News(redlines=_redlines(reader))


def _redlines(reader: Reader) -> list[NewRedline]:
    drafts = (
        Version.objects.visible_to(reader)
        .filter(amendment__live=True)
        .annotate(released_at=Max("releases__at"))
        .exclude(released_at=None)
        .select_related("amendment", "instrument")
        .order_by("-released_at")[:SHOWN]
    )
    return [
        NewRedline(
            title=draft.amendment.title,
            act=draft.instrument.title,
            draft=draft.label,
            url=f"{draft.url}redline/",
            released_at=draft.released_at,
        )
        for draft in drafts
    ]
