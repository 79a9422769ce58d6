"""Reminders of those who were accepted late and have sent nothing since, before the end that was granted to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from consultations.letters.about_rounds import readable_round
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.pacing import MORNING
from consultations.letters.readers import Pair, members
from consultations.letters.reminders import days_until, threshold, unsent
from consultations.models import LateAcceptance, Letter, Submission
from consultations.models.letter import LetterGroup
from consultations.rules.phases import Phase
from consultations.times.zoned_times import moment


@dataclass(frozen=True, slots=True)
class LateEnd:
    """An acceptance, its end, and how many days are left."""

    acceptance: LateAcceptance
    until: datetime
    days: int


class LateReminded(LetterKind[LateEnd]):
    """A granted end comes near: to those who send for the institution and those who have drafts, or to the person."""

    slug = "late_reminded"
    label = gettext_lazy("Reminded before a late end")
    group = LetterGroup.WORK

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """No step owes it; the calendar does."""
        return ()

    def owed_to(self, row: LateAcceptance, occasion: str, at: datetime) -> Iterable[Owed]:
        """The reminders of one acceptance."""
        if has_sent(row):
            return
        for person, body in _readers(row, at):
            yield Owed(person, row.pk, occasion, row.round_id, body)

    def readable(self, letter: Letter, at: datetime) -> LateEnd | None:
        """The acceptance, if it still runs and nothing was sent since. An open round has reminders of its own."""
        round_ = readable_round(letter)
        if round_ is None or round_.phase(at) is not Phase.CLOSED:
            return None
        row = round_.late_acceptances.filter(pk=letter.about, accepted_at__lte=at, until__gte=at).first()
        if row is None or row.until is None or has_sent(row):
            return None
        row.round = round_
        return LateEnd(row, row.until, days_until(row.until, at))

    def subject(self, rows: Sequence[LateEnd]) -> str:
        days, title = rows[0].days, rows[0].acceptance.round.amendment.shown_title
        if days < 1:
            return _("The late end is today: %(title)s") % {"title": title}
        said = ngettext(
            "%(count)s day left for late comments: %(title)s",
            "%(count)s days left for late comments: %(title)s",
            days,
        )
        return said % {"count": days, "title": title}

    def lines(self, rows: Sequence[LateEnd], letter: Letter) -> list[str]:
        row = rows[0]
        said = _("You were accepted late on “%(title)s” and have sent nothing since. Send it by %(until)s.")
        if letter.institution is not None:
            said = _(
                "%(institution)s was accepted late on “%(title)s” and has sent nothing since. It can send comments "
                "until %(until)s."
            )
        words = {
            "institution": letter.institution,
            "title": row.acceptance.round.amendment.shown_title,
            "until": moment(row.until),
        }
        return [said % words]

    def url(self, rows: Sequence[LateEnd]) -> str:
        return rows[0].acceptance.round.url


def has_sent(row: LateAcceptance) -> bool:
    """Whether the institution or person has sent something since it was accepted."""
    sender = {"institution": row.institution_id} if row.institution_id else {"person": row.person_id}
    return Submission.objects.filter(round=row.round_id, received_at__gte=row.accepted_at, **sender).exists()


def _readers(row: LateAcceptance, at: datetime) -> list[Pair]:
    if row.institution_id is None:
        return [(row.person_id, None)]
    drafts = unsent(row.round).filter(submission__institution=row.institution_id)
    wrote = set(drafts.values_list("author", flat=True))
    own = members([row.institution_id], at)
    senders = set(members([row.institution_id], at, senders_only=True))
    return [pair for pair in own if pair in senders or pair[0] in wrote]


class RemindLate:
    """The job of the periodic runner; it looks as often as that of open rounds."""

    slug = "late_reminders"
    every = timedelta(minutes=15)

    def run(self, now: datetime) -> None:
        """Write the reminders of today, from eight in the morning of the country."""
        if localtime(now).time() < MORNING:
            return
        rows = LateAcceptance.objects.filter(accepted_at__lte=now, until__gt=now, round__cancelled_at=None)
        for row in rows.select_related("round__draft__amendment"):
            if row.round.phase(now) is Phase.CLOSED:
                self._remind(row, now)

    @transaction.atomic
    def _remind(self, row: LateAcceptance, now: datetime) -> None:
        if row.accepted_at is None or row.until is None:  # pragma: no cover - the query asks for both
            return
        days = threshold(row.accepted_at, row.until, now)
        if days is not None:
            owed = KIND.owed_to(row, f"{localdate(row.until):%Y%m%d}/{days}", now)
            Letter.objects.bulk_create((KIND.row(one, now) for one in owed), ignore_conflicts=True)


KIND = LateReminded()
KINDS = (KIND,)
