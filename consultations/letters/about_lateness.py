"""Letters about what the secretary answers to those who ask to be accepted late."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.actor import Actor
from consultations.access.permissions import late_acceptance
from consultations.letters.about_rounds import AboutRound, readable_round
from consultations.letters.kinds import Keys, Owed
from consultations.letters.readers import members
from consultations.models import LateAcceptance, Letter, Round
from consultations.times.zoned_times import moment


class LateAccepted(AboutRound):
    """An institution may still send after the closing time: to those who send for it."""

    slug = "late_accepted"
    is_duty = True
    label = gettext_lazy("Accepted late")
    steps = ("consultations.accept_late",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = LateAcceptance.objects.filter(round__in=keys, accepted_at=actor.at)
        for row in rows:
            told = [(row.person_id, None)] if row.person_id else members([row.institution_id], actor.at)
            for person, body in told:
                yield Owed(person, row.round_id, f"{row.until:%Y%m%d%H%M}", row.round_id, body)

    def subject(self, rows: Sequence[Round]) -> str:
        return _("Your comments are still accepted: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        body = letter.institution
        row = late_acceptance(rows[0], body, letter.person)
        said = _(
            "%(institution)s can comment on “%(title)s” until %(until)s. The comments are marked as late."
        )
        if body is None:
            said = _("You can comment on “%(title)s” until %(until)s. The comments are marked as late.")
        words = {
            "institution": body,
            "title": rows[0].amendment.shown_title,
            "until": moment(row.until) if row and row.until else "–",
        }
        return [said % words]


class LateDeclined(AboutRound):
    """A request to be accepted late is declined: to those who send for the institution, or to the person who asked.

    The reason stands on the site. Whoever asked again meanwhile, or was accepted, is not told.
    """

    slug = "late_declined"
    is_duty = True
    label = gettext_lazy("Late acceptance declined")
    steps = ("consultations.decline_late",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in LateAcceptance.objects.filter(round__in=keys, declined_at=actor.at):
            told = [(row.person_id, None)]
            if row.institution_id:
                told = members([row.institution_id], actor.at, senders_only=True)
            for person, body in told:
                yield Owed(person, row.round_id, f"{actor.at:%Y%m%d%H%M%S%f}", row.round_id, body)

    def readable(self, letter: Letter, at: datetime) -> Round | None:
        round_ = readable_round(letter)
        if round_ is None:
            return None
        row = late_acceptance(round_, letter.institution, letter.person)
        return round_ if row is not None and row.declined_at is not None else None

    def subject(self, rows: Sequence[Round]) -> str:
        return _("Not accepted late: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        body = letter.institution
        said = _("The secretary does not accept comments of %(institution)s on “%(title)s” late.")
        if body is None:
            said = _("The secretary does not accept your individual view on “%(title)s” late.")
        words = {"institution": body, "title": rows[0].amendment.shown_title}
        again = _("The reason stands on the page of the round. You can ask again there with a new reason.")
        return [said % words, again]


KINDS: tuple[AboutRound, ...] = (LateAccepted(), LateDeclined())
