"""What is open and what is new, for the home page."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max

from amendments.models import Draft
from consultations.models import Comment, Round
from consultations.rules.phases import Phase
from portal.users.models import User

SHOWN = 6

Reader = User | AnonymousUser


@dataclass(frozen=True)
class OpenRound:
    """A consultation that this reader can read, and may be able to take part in, until the deadline."""

    title: str
    draft: str
    who: str
    url: str
    deadline: datetime


@dataclass(frozen=True)
class NewRedline:
    """A draft that this reader can read, with the moment of its last release."""

    title: str
    act: str
    draft: str
    url: str
    released_at: datetime


@dataclass(frozen=True)
class NewAnswer:
    """The answer to a comment that this reader may read. It does not say who wrote the comment."""

    reference: str
    title: str
    answer: str
    reason: str
    url: str
    decided_at: datetime


@dataclass(frozen=True)
class News:
    """The lists of the home page. Rounds are ordered by deadline, the others with the newest first."""

    rounds: list[OpenRound]
    redlines: list[NewRedline]
    answers: list[NewAnswer]


def latest_news(reader: Reader, now: datetime) -> News:
    """The news that this reader may see."""
    return News(_rounds(reader, now), _redlines(reader), _answers(reader))


def _rounds(reader: Reader, now: datetime) -> list[OpenRound]:
    running = (
        Round.objects.visible_to(reader)
        .filter(opens__lte=now, closes__gte=now.replace(microsecond=0), cancelled_at=None)
        .select_related("draft__amendment")
        .order_by("closes")
    )
    return [
        OpenRound(
            title=row.amendment.shown_title,
            draft=row.draft.label,
            who=row.get_audience_display(),
            url=row.url,
            deadline=row.ended_at,
        )
        for row in running
        if row.phase(now) is Phase.OPEN
    ][:SHOWN]


def _redlines(reader: Reader) -> list[NewRedline]:
    readable = Draft.objects.visible_to(reader).filter(amendment__live=True)
    drafts = (
        readable.annotate(last=Max("releases__at"))
        .filter(last__isnull=False)
        .select_related("amendment")
        .prefetch_related("versions__instrument")
        .order_by("-last")[:SHOWN]
    )
    return [
        NewRedline(
            title=draft.amendment.shown_title,
            act="; ".join(version.instrument.shown_title for version in draft.versions.all()),
            draft=draft.label,
            url=draft.redline_url,
            released_at=draft.last,
        )
        for draft in drafts
    ]


def _answers(reader: Reader) -> list[NewAnswer]:
    answered = (
        Comment.objects.visible_to(reader)
        .filter(disposition__decided_at__isnull=False)
        .select_related("disposition", "submission__round__draft__amendment")
        .order_by("-disposition__decided_at")[:SHOWN]
    )
    return [
        NewAnswer(
            reference=comment.reference,
            title=comment.submission.round.amendment.shown_title,
            answer=comment.disposition.get_value_display(),
            reason=comment.disposition.reason,
            url=comment.url,
            decided_at=cast("datetime", comment.disposition.decided_at),  # only decided ones
        )
        for comment in answered
    ]
