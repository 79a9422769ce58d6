"""Letters about what an institution or a person sends: sign-off asked, returned, received."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from consultations.access.permissions import is_own
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.readers import Pair, authors, members
from consultations.letters.wording import absolute
from consultations.models import Letter, Submission
from consultations.models.letter import LetterGroup
from consultations.queries.rounds.late_ends import end_for
from consultations.times.zoned_times import moment
from consultations.values import CommentState


class AboutSubmission(LetterKind[Submission]):
    """A letter about a submission to the people who sent it or are to send it."""

    kind = "consultations.submission"
    group = LetterGroup.WORK

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in Submission.objects.filter(pk__in=keys):
            if self.is_told(row, actor):
                for person, body in self.readers(row, actor):
                    yield Owed(person, row.pk, f"{actor.at:%Y%m%d%H%M%S%f}", row.round_id, body)

    def is_told(self, submission: Submission, actor: Actor) -> bool:
        """Whether the step concerned this one of the announced submissions."""
        return True

    def readers(self, submission: Submission, actor: Actor) -> Iterable[Pair]:
        """Who is told."""
        raise NotImplementedError

    def readable(self, letter: Letter, at: datetime) -> Submission | None:
        rows = Submission.objects.select_related("round__draft__amendment", "institution")
        row = rows.filter(pk=letter.about).first()
        return row if row and is_own(letter.person, row) else None

    def url(self, rows: Sequence[Submission]) -> str:
        return reverse("consultations:submission", args=[rows[0].pk])


class SignOffAsked(AboutSubmission):
    """Comments wait for the sign-off: to those who send for the institution."""

    slug = "sign_off_asked"
    is_duty = True
    label = gettext_lazy("Sign-off asked")
    steps = ("consultations.ask_sign_off",)

    def readers(self, submission: Submission, actor: Actor) -> Iterable[Pair]:
        return members([submission.institution_id], actor.at, senders_only=True)

    def subject(self, rows: Sequence[Submission]) -> str:
        return _("Comments wait for your sign-off: %(number)s") % {"number": rows[0].reference}

    def lines(self, rows: Sequence[Submission], letter: Letter) -> list[str]:
        row = rows[0]
        said = _("The comments of %(institution)s on “%(title)s” are ready. The round closes on %(closes)s.")
        ends = end_for(row.round, row.institution, letter.person, timezone.now())
        if ends > row.round.ended_at:
            said = _(
                "The late comments of %(institution)s on “%(title)s” are ready. Send them by %(closes)s."
            )
        return [
            said
            % {
                "institution": row.institution,
                "title": row.round.amendment.shown_title,
                "closes": moment(ends),
            },
            _("Sign them off and send them, or return them to their authors."),
        ]


class Returned(AboutSubmission):
    """The comments came back to their authors."""

    slug = "returned"
    is_duty = True
    label = gettext_lazy("Returned to the authors")
    steps = ("consultations.return_submission",)

    def readers(self, submission: Submission, actor: Actor) -> Iterable[Pair]:
        return authors(submission.institution_id, actor.at)

    def subject(self, rows: Sequence[Submission]) -> str:
        return _("Comments returned to their authors: %(number)s") % {"number": rows[0].reference}

    def lines(self, rows: Sequence[Submission], letter: Letter) -> list[str]:
        said = _(
            "The comments on “%(title)s” were returned to you. The reason stands beside them on the site."
        )
        return [said % {"title": rows[0].round.amendment.shown_title}]


class ReceivedSubmission(AboutSubmission):
    """The receipt: to those who send for the institution and those who wrote, or to the person."""

    slug = "received"
    is_duty = True
    label = gettext_lazy("Received")
    group = LetterGroup.RECEIPTS
    steps = ("consultations.submit", "consultations.nil_return", "consultations.enter_on_behalf")
    tells_actor = True

    def is_told(self, submission: Submission, actor: Actor) -> bool:
        return submission.sha256 != "" and submission.superseded_by.count() == 0

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """One receipt for one submission, however often it is announced."""
        for row in super().owed(keys, actor):
            yield Owed(row.person, row.about, "", row.round, row.institution)

    def readers(self, submission: Submission, actor: Actor) -> Iterable[Pair]:
        if submission.institution_id is None:
            return [(submission.person_id, None)]
        senders = members([submission.institution_id], actor.at, senders_only=True)
        wrote = set(submission.comments.values_list("author", flat=True))
        return [
            *senders,
            *(pair for pair in authors(submission.institution_id, actor.at) if pair[0] in wrote),
        ]

    def subject(self, rows: Sequence[Submission]) -> str:
        return _("Received: %(number)s") % {"number": rows[0].reference}

    def lines(self, rows: Sequence[Submission], letter: Letter) -> list[str]:
        row = rows[0]
        comments = row.comments.exclude(state=CommentState.DISCARDED).count()
        counted = ngettext("It has %(count)s comment.", "It has %(count)s comments.", comments)
        said = (
            _("What %(sender)s sent on “%(title)s” was received on %(moment)s under the number %(number)s.")
            if row.institution_id
            else _("What you sent on “%(title)s” was received on %(moment)s under the number %(number)s.")
        )
        words = {
            "sender": row.sender,
            "title": row.round.amendment.shown_title,
            "moment": moment(row.received_at) if row.received_at else "–",
            "number": row.reference,
        }
        return [
            said % words,
            _("It is a nil return: no comments.") if row.nil else counted % {"count": comments},
            _("Check code (SHA-256): %(hash)s") % {"hash": row.sha256},
            _(
                "To verify it, open the receipt. The check code there is computed from every word that was sent; as "
                "long as it is the same as in this mail, not one of them was changed."
            ),
            _("The comments that were sent, and their answers: %(url)s")
            % {"url": absolute(reverse("consultations:submission", args=[row.pk]))},
        ]

    def url(self, rows: Sequence[Submission]) -> str:
        return reverse("consultations:receipt", args=[rows[0].pk])


KINDS: tuple[AboutSubmission, ...] = (SignOffAsked(), Returned(), ReceivedSubmission())
