"""What is open and what is new, for the home page."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from django.contrib.auth.models import AnonymousUser

from amendments.models import Version
from amendments.models.release import Audience, Release
from consultations.models import Comment, Round
from consultations.rules.phases import Phase
from portal.users.models import User

SHOWN = 6

Reader = User | AnonymousUser


@dataclass(frozen=True)
class OpenRound:
    """A consultation in which this reader can read, and perhaps take part, until the deadline."""

    title: str
    draft: str
    who: str
    url: str
    deadline: datetime


@dataclass(frozen=True)
class NewRedline:
    """A draft that this reader can read since the moment of its last release."""

    title: str
    act: str
    draft: str
    url: str
    released_at: datetime


@dataclass(frozen=True)
class NewAnswer:
    """What was decided on a comment that this reader may read; never who wrote it."""

    reference: str
    title: str
    answer: str
    reason: str
    url: str
    decided_at: datetime


@dataclass(frozen=True)
class News:
    """The lists of the home page: the nearest deadline first, then the newest."""

    rounds: list[OpenRound]
    redlines: list[NewRedline]
    answers: list[NewAnswer]


def latest_news(reader: Reader, now: datetime) -> News:
    """What this reader may see."""
    return News(_rounds(reader, now), _redlines(reader), _answers(reader))


def _rounds(reader: Reader, now: datetime) -> list[OpenRound]:
    running = (
        Round.objects.visible_to(reader)
        .filter(opens__lte=now, closes__gte=now.replace(microsecond=0), cancelled_at=None)
        .select_related("version__amendment", "version__instrument")
        .order_by("closes")
    )
    return [
        OpenRound(
            title=str(row.version.page),
            draft=row.version.label,
            who=row.get_audience_display(),
            url=row.url,
            deadline=row.ended_at,
        )
        for row in running
        if row.phase(now) is Phase.OPEN
    ][:SHOWN]


def _redlines(reader: Reader) -> list[NewRedline]:
    releases = (
        Release.objects.filter(
            version__in=Version.objects.visible_to(reader).filter(amendment__live=True).values("pk")
        )
        .select_related("version__amendment", "version__instrument")
        .order_by("-at")[: SHOWN * len(Audience)]
    )
    newest: dict[UUID, NewRedline] = {}
    for release in releases:
        draft = release.version
        newest.setdefault(
            draft.pk,
            NewRedline(
                title=str(draft.page),
                act=str(draft.instrument),
                draft=draft.label,
                url=f"{draft.url}redline/",
                released_at=release.at,
            ),
        )
    return list(newest.values())[:SHOWN]


def _answers(reader: Reader) -> list[NewAnswer]:
    answered = (
        Comment.objects.visible_to(reader)
        .filter(disposition__decided_at__isnull=False)
        .select_related("disposition", "submission__round__version__amendment")
        .order_by("-disposition__decided_at")[:SHOWN]
    )
    return [
        NewAnswer(
            reference=comment.reference,
            title=str(comment.submission.round.version.page),
            answer=comment.disposition.get_value_display(),
            reason=comment.disposition.reason,
            url=comment.url,
            decided_at=cast("datetime", comment.disposition.decided_at),  # only decided ones
        )
        for comment in answered
    ]
