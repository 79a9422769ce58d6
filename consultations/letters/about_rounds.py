"""Letters about a round: invited, opened, changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from django.utils.translation import gettext as _, gettext_lazy

from amendments.audiences import PUBLIC
from amendments.audit.actor import Actor
from consultations.access.memberships import roles_of
from consultations.letters.following import of_round
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.readers import Pair, bodies_told, members, taking_part
from consultations.letters.wording import day
from consultations.models import Invitation, Letter, Round, RoundNotice
from consultations.models.letter import LetterGroup
from consultations.rules.phases import Phase
from consultations.times.round_lengths import length_of
from consultations.times.zoned_times import moment
from consultations.values import RoundAudience, RoundStep


def readable_round(letter: Letter) -> Round | None:
    """The round, if the person may see it and still belongs to the institution."""
    if letter.institution_id and letter.institution_id not in roles_of(letter.person):
        return None
    rounds = Round.objects.select_related("draft__amendment").filter(pk__in=[letter.round_id])
    public = rounds.filter(audience=RoundAudience.PUBLIC, draft__releases__audience=PUBLIC)
    return public.first() or rounds.visible_to(letter.person).first()  # the second takes long to build


class AboutRound(LetterKind[Round]):
    """A letter about the round itself."""

    group = LetterGroup.ROUNDS

    def readable(self, letter: Letter, at: datetime) -> Round | None:
        return readable_round(letter)

    def url(self, rows: Sequence[Round]) -> str:
        return rows[0].url

    def rounds(self, keys: Keys) -> list[Round]:
        """The rounds with these keys."""
        return list(Round.objects.filter(pk__in=keys).select_related("draft__amendment"))


_PATIENCE = timedelta(hours=1)
ASKING = (
    "consultations.open_round",
    "consultations.invite_institutions",
    "consultations.correct_audience",
    "consultations.undo_correction",
)
"""The steps that ask institutions to take part."""


class Ahead(AboutRound):
    """A letter about a round to come or under way. Nobody is called to one that was cancelled, or is asked no more."""

    def readable(self, letter: Letter, at: datetime) -> Round | None:
        round_ = readable_round(letter)
        if round_ is None or round_.cancelled_at is not None:
            return None
        is_called = letter.follow_id is not None or letter.institution_id in bodies_told(round_, at)
        return round_ if is_called else None

    def again_at(self, letter: Letter, at: datetime) -> datetime | None:
        """The draft may be released when the round opens, or later while it is open."""
        round_ = letter.round
        is_called = letter.follow_id is not None or letter.institution_id in roles_of(letter.person)
        if round_ is None or not is_called:
            return None
        phase = round_.phase(at)
        return round_.opens if phase is Phase.PLANNED else at + _PATIENCE if phase is Phase.OPEN else None


class InvitedToRound(Ahead):
    """An institution is invited: to those who send for it."""

    slug = "invited"
    is_duty = True
    label = gettext_lazy("Invited")
    steps = ASKING

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = list(Invitation.objects.filter(round__in=keys).values_list("round", "institution"))
        people = members({body for _round, body in rows}, actor.at, senders_only=True)
        for round_, body in rows:
            for person, of in people:
                if of == body:
                    yield Owed(person, round_, str(body), round_, body)

    def subject(self, rows: Sequence[Round]) -> str:
        return _("Invitation to comment: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        round_ = rows[0]
        return [
            _("%(institution)s is invited to comment on “%(title)s”, %(draft)s.")
            % {
                "institution": letter.institution,
                "title": round_.amendment.shown_title,
                "draft": round_.draft,
            },
            _("The round opens on %(opens)s and closes on %(closes)s.")
            % {"opens": moment(round_.opens), "closes": moment(round_.closes)},
            _("If your institution has no comments, send a nil return. It is an answer too."),
        ]

    def why(self, letter: Letter) -> str:
        return _("You receive this because you send comments for %(name)s.") % {"name": letter.institution}


class Opened(Ahead):
    """A round is open: to everybody of the institutions, on its first day."""

    slug = "opened"
    label = gettext_lazy("Round opened")
    steps = ASKING

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """Those who were invited a moment ago to a round that is open already are not told twice."""
        for round_ in self.rounds(keys):
            bodies = bodies_told(round_, actor.at)
            known: set[Pair] = set()
            if round_.opens <= actor.at:
                invited = round_.invitations.values_list("institution", flat=True)
                known = set(members(invited, actor.at, senders_only=True))
            for pair in members(bodies, actor.at):
                if pair not in known:
                    yield Owed(pair[0], round_.pk, "", round_.pk, pair[1], max(round_.opens, actor.at))
            for follow in of_round(round_):
                due = max(round_.opens, actor.at)
                yield Owed(follow.person_id, round_.pk, "", round_.pk, due_at=due, follow=follow.pk)

    def subject(self, rows: Sequence[Round]) -> str:
        said = _("Open for comments until %(closes)s: %(title)s")
        return said % {"closes": day(rows[0].closes), "title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        round_ = rows[0]
        return [
            _("“%(title)s”, %(draft)s, is open for comments until %(closes)s.")
            % {"title": round_.amendment.shown_title, "draft": round_.draft, "closes": moment(round_.closes)},
            _("Time for comments: %(length)s.") % {"length": length_of(round_)},
        ]


class Noticed(AboutRound):
    """A change of the times of a round, with its public reason: to all who take part."""

    notice: ClassVar[RoundStep]

    def readable(self, letter: Letter, at: datetime) -> Round | None:
        """The round with the end that this notice announced: later ones have letters of their own."""
        round_ = readable_round(letter)
        notice = RoundNotice.objects.filter(pk=letter.occasion).first() if round_ else None
        if round_ and notice and notice.closes_after:
            round_.closes = notice.closes_after
        return round_

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        notices = RoundNotice.objects.filter(round__in=keys, step=self.notice, at=actor.at)
        for row in notices.select_related("round__draft__amendment"):
            if self.is_told(row):
                for person, body in taking_part(row.round, actor.at):
                    yield Owed(person, row.round_id, str(row.pk), row.round_id, body)
                for follow in of_round(row.round):
                    yield Owed(follow.person_id, row.round_id, str(row.pk), row.round_id, follow=follow.pk)

    def is_told(self, notice: RoundNotice) -> bool:
        """Whether a notice is worth a letter."""
        return True

    def reason(self, letter: Letter) -> list[str]:
        """The public reason of the notice."""
        reason = RoundNotice.objects.filter(pk=letter.occasion).values_list("reason", flat=True).first()
        return [_("Reason: %(reason)s") % {"reason": reason}] if reason else []


class Extended(Noticed):
    """A round has more time."""

    slug = "extended"
    label = gettext_lazy("Round extended")
    steps = ("consultations.extend_round",)
    notice = RoundStep.EXTENDED

    def subject(self, rows: Sequence[Round]) -> str:
        said = _("More time, until %(closes)s: %(title)s")
        return said % {"closes": day(rows[0].closes), "title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        said = _("You can now comment on “%(title)s” until %(closes)s.")
        words = {"title": rows[0].amendment.shown_title, "closes": moment(rows[0].closes)}
        return [said % words, *self.reason(letter)]


class Cancelled(Noticed):
    """A round is cancelled."""

    slug = "cancelled"
    label = gettext_lazy("Round cancelled")
    steps = ("consultations.cancel_round",)
    notice = RoundStep.CANCELLED

    def subject(self, rows: Sequence[Round]) -> str:
        return _("Round cancelled: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        said = _("The round on “%(title)s” was cancelled. What was sent is kept.")
        return [said % {"title": rows[0].amendment.shown_title}, *self.reason(letter)]


class Reopened(Noticed):
    """A round is open again."""

    slug = "reopened"
    label = gettext_lazy("Round reopened")
    steps = ("consultations.reopen_round",)
    notice = RoundStep.REOPENED

    def subject(self, rows: Sequence[Round]) -> str:
        said = _("Open again until %(closes)s: %(title)s")
        return said % {"closes": day(rows[0].closes), "title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        said = _("The round on “%(title)s” is open again, until %(closes)s.")
        words = {"title": rows[0].amendment.shown_title, "closes": moment(rows[0].closes)}
        return [said % words, *self.reason(letter)]


class ClosedEarly(Noticed):
    """A round was closed before its time."""

    slug = "closed_early"
    label = gettext_lazy("Round closed early")
    steps = ("consultations.close_round",)
    notice = RoundStep.CLOSED

    def is_told(self, notice: RoundNotice) -> bool:
        """A round that ended at its time surprises nobody."""
        return notice.closes_before is not None and notice.at < notice.closes_before

    def subject(self, rows: Sequence[Round]) -> str:
        return _("Round closed early: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Round], letter: Letter) -> list[str]:
        said = _("The round on “%(title)s” was closed before its time. What was sent is kept.")
        return [said % {"title": rows[0].amendment.shown_title}, *self.reason(letter)]


KINDS: tuple[AboutRound, ...] = (
    InvitedToRound(), Opened(), Extended(), Cancelled(), Reopened(), ClosedEarly()
)  # fmt: skip
