"""Reminders of open rounds: silent institutions, unsent drafts, then the head.

The periodic runner looks every quarter of an hour. Each reminder is a letter that exists once, so it does not matter how
often it looks or that it was stopped for a day. Whether there still is something to remind of is asked when the mail is
written, and again when it is sent.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from consultations.letters.about_rounds import readable_round
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.pacing import MORNING
from consultations.letters.readers import bodies_told, members
from consultations.models import Comment, Letter, Membership, Round, Submission
from consultations.models.institution import standing
from consultations.models.letter import LetterGroup
from consultations.rules.phases import Phase
from consultations.times.zoned_times import moment
from consultations.values import WORKING_STATES, CommentState, MembershipRole

DAYS_LEFT = (7, 3, 1)
"""Days before the closing on which people are reminded, if `MADDA_REMIND_DAYS` names no others. On the last, heads too."""


@dataclass(frozen=True, slots=True)
class Left:
    """A round, and how many days are left."""

    round: Round
    days: int


class DaysLeft(LetterKind[Left]):
    """A round closes soon. `owed_on` says who is reminded."""

    group = LetterGroup.WORK

    def readable(self, letter: Letter, at: datetime) -> Left | None:
        """The round, if it is open and there is still something to do."""
        round_ = readable_round(letter)
        if round_ is None or round_.phase(at) is not Phase.OPEN or not self.is_due(round_, letter, at):
            return None
        return Left(round_, days_until(round_.closes, at))

    def is_due(self, round_: Round, letter: Letter, at: datetime) -> bool:
        """Whether the person has still something to do."""
        raise NotImplementedError

    def owed_on(self, round_: Round, occasion: str, at: datetime, *, is_last: bool) -> Iterator[Owed]:
        """The reminders of a day."""
        raise NotImplementedError

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """No step owes a reminder; the calendar does, and the secretary who reminds by hand."""
        return ()

    def url(self, rows: Sequence[Left]) -> str:
        return rows[0].round.url

    def subject(self, rows: Sequence[Left]) -> str:
        days = rows[0].days
        if days < 1:
            return _("Closes today: %(title)s") % {"title": rows[0].round.amendment.shown_title}
        said = ngettext("%(count)s day left: %(title)s", "%(count)s days left: %(title)s", days)
        return said % {"count": days, "title": rows[0].round.amendment.shown_title}


class SilentReminded(DaysLeft):
    """An institution has not answered: to those who send for it."""

    slug = "silent_reminded"
    label = gettext_lazy("Reminded")
    steps: ClassVar[tuple[str, ...]] = ("consultations.remind_silent",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """The secretary reminds by hand."""
        for round_ in Round.objects.filter(pk__in=keys).select_related("draft__amendment"):
            yield from self.owed_on(round_, f"{actor.at:%Y%m%d%H%M%S}", actor.at, is_last=False)

    def owed_on(self, round_: Round, occasion: str, at: datetime, *, is_last: bool) -> Iterator[Owed]:
        for person, body in members(silent_bodies(round_, at), at, senders_only=True):
            yield Owed(person, round_.pk, f"{occasion}-{str(body)[:8]}", round_.pk, body)

    def is_due(self, round_: Round, letter: Letter, at: datetime) -> bool:
        return letter.institution_id in silent_bodies(round_, at)

    def lines(self, rows: Sequence[Left], letter: Letter) -> list[str]:
        said = _("%(institution)s has not answered the round on “%(title)s”. It closes on %(closes)s.")
        words = {
            "institution": letter.institution,
            "title": rows[0].round.amendment.shown_title,
            "closes": moment(rows[0].round.closes),
        }
        return [
            said % words,
            _("If your institution has no comments, send a nil return. It is an answer too."),
        ]

    def why(self, letter: Letter) -> str:
        return _("You receive this because you send comments for %(name)s.") % {"name": letter.institution}


class HeadReminded(SilentReminded):
    """On the last day the head of an institution hears that it has not answered."""

    slug = "head_reminded"
    label = gettext_lazy("Head reminded")
    steps = ()

    def owed_on(self, round_: Round, occasion: str, at: datetime, *, is_last: bool) -> Iterator[Owed]:
        if not is_last:
            return
        heads = Membership.objects.filter(
            standing(at),
            institution__in=silent_bodies(round_, at),
            role=MembershipRole.HEAD,
            user__is_active=True,
        )
        for person, body in sorted(set(heads.values_list("user", "institution")), key=str):
            yield Owed(person, round_.pk, f"{occasion}-{str(body)[:8]}", round_.pk, body)

    def why(self, letter: Letter) -> str:
        return _("You receive this because you are the head of %(name)s.") % {"name": letter.institution}


class UnsentReminded(DaysLeft):
    """Somebody has drafts that were not sent."""

    slug = "unsent_reminded"
    label = gettext_lazy("Reminded of unsent drafts")

    def owed_on(self, round_: Round, occasion: str, at: datetime, *, is_last: bool) -> Iterator[Owed]:
        drafts = unsent(round_).filter(author__is_active=True)
        for author, body in sorted(set(drafts.values_list("author", "submission__institution")), key=str):
            suffix = str(body)[:8] if body else "own"
            yield Owed(author, round_.pk, f"{occasion}-{suffix}", round_.pk, body)

    def is_due(self, round_: Round, letter: Letter, at: datetime) -> bool:
        drafts = unsent(round_).filter(author=letter.person_id, submission__institution=letter.institution_id)
        return drafts.exists()

    def lines(self, rows: Sequence[Left], letter: Letter) -> list[str]:
        said = _("Your draft comments on “%(title)s” are not sent. The round closes on %(closes)s.")
        words = {"title": rows[0].round.amendment.shown_title, "closes": moment(rows[0].round.closes)}
        asked = _("Ask the focal point of your institution to sign them off, or discard them.")
        return [said % words, asked if letter.institution_id else _("Send them, or discard them.")]

    def url(self, rows: Sequence[Left]) -> str:
        return reverse("consultations:mine")

    def why(self, letter: Letter) -> str:
        return _("You receive this because you have drafts that were not sent.")


KINDS: tuple[DaysLeft, ...] = (SilentReminded(), UnsentReminded(), HeadReminded())


def silent_bodies(round_: Round, at: datetime) -> set[Any]:
    """The institutions that were asked and have neither sent nor written anything."""
    answered = Submission.objects.filter(round=round_, institution__isnull=False)
    answered = answered.exclude(state__in=WORKING_STATES, comments=None)
    return bodies_told(round_, at) - set(answered.values_list("institution", flat=True))


def unsent(round_: Round) -> Any:
    """The drafts of comments in a round that say something and were not sent."""
    return Comment.objects.filter(
        submission__round=round_, state=CommentState.DRAFT, submission__state__in=WORKING_STATES
    ).exclude(stance="", rationale="", proposed_text="")


def days_until(end: datetime, now: datetime) -> int:
    """Calendar days from today to the day of an end."""
    return (localdate(end) - localdate(now)).days


def threshold(start: datetime, end: datetime, now: datetime) -> int | None:
    """The day of reminding that is due in a period: the nearest one that has come and lies after its first day."""
    left = days_until(end, now)
    come = [days for days in reminding_days() if left <= days]
    if not come:
        return None
    nearest: int = min(come)
    first: date = localdate(start)
    return nearest if first < localdate(end) - timedelta(days=nearest) else None


def reminding_days() -> Sequence[int]:
    """The days before the closing on which people are reminded."""
    return getattr(settings, "MADDA_REMIND_DAYS", DAYS_LEFT)


class Remind:
    """The job of the periodic runner."""

    slug = "reminders"
    every = timedelta(minutes=15)

    def run(self, now: datetime) -> None:
        """Write the reminders of today, from eight in the morning of the country."""
        if localtime(now).time() < MORNING:
            return
        rounds = Round.objects.filter(opens__lte=now, closes__gt=now, closed_at=None, cancelled_at=None)
        for round_ in rounds.select_related("draft__amendment"):
            days = threshold(round_.opens, round_.closes, now)
            if days is not None:
                remind(round_, days, now)


@transaction.atomic
def remind(round_: Round, days: int, now: datetime) -> None:
    """The reminders of one day of a round. A reminder that exists is not written again."""
    occasion = f"{localdate(round_.closes):%Y%m%d}/{days}"
    is_last = days == min(reminding_days())
    for kind in KINDS:
        Letter.objects.bulk_create(
            (kind.row(owed, now) for owed in kind.owed_on(round_, occasion, now, is_last=is_last)),
            ignore_conflicts=True,
        )
