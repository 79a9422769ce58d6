"""Letters about questions to institutions: asked, taken back, replied to. No mail holds words of any of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.actor import Actor
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.readers import members
from consultations.models import Letter
from consultations.models.letter import LetterGroup
from rights.models import ReplyRequest, RightsIssue
from rights.queries.asked_replies import for_requests


class AboutReply(LetterKind[ReplyRequest]):
    """A letter about one question."""

    is_duty = True
    group = LetterGroup.WORK
    kind = "rights.replyrequest"
    replied = False
    taken_back = False

    def readable(self, letter: Letter, at: datetime) -> ReplyRequest | None:
        rows = for_requests(letter.person).filter(pk=letter.about)
        is_so = {"replied_at__isnull": not self.replied, "taken_back_at__isnull": not self.taken_back}
        return rows.filter(**is_so).first()

    def url(self, rows: Sequence[ReplyRequest]) -> str:
        return rows[0].url


class ToInstitution(AboutReply):
    """To those who send for the institution."""

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in ReplyRequest.objects.filter(pk__in=keys):
            for person, body in members([row.institution_id], actor.at, senders_only=True):
                yield Owed(person, row.pk, institution=body)


class ReplyAsked(ToInstitution):
    """Until somebody has replied or the question is taken back."""

    slug = "reply_asked"
    label = gettext_lazy("Question of the Ombudsman's office")
    steps = ("rights.ask_reply",)

    def subject(self, rows: Sequence[ReplyRequest]) -> str:
        words = _("The Ombudsman's office asks for a reply: %(act)s")
        return words % {"act": rows[0].issue.instrument.shown_title}

    def lines(self, rows: Sequence[ReplyRequest], letter: Letter) -> list[str]:
        said = _("Your institution is asked for a reply by %(day)s. The question stands on the site.")
        return [said % {"day": date_format(rows[0].due, "DATE_FORMAT")}]


class QuestionEnded(ToInstitution):
    """After whatever ended the question: it was taken back, or its issue was closed."""

    slug = "question_ended"
    label = gettext_lazy("Question of the Ombudsman's office that was taken back")
    steps = ("rights.take_back_question", "rights.move_issue", "rights.assess_text", "rights.follow_end")
    taken_back = True

    def subject(self, rows: Sequence[ReplyRequest]) -> str:
        words = _("The Ombudsman's office expects no reply any more: %(act)s")
        return words % {"act": rows[0].issue.instrument.shown_title}

    def lines(self, rows: Sequence[ReplyRequest], letter: Letter) -> list[str]:
        said = _("The question of %(day)s is taken back. Your institution has nothing to do.")
        return [said % {"day": date_format(localtime(rows[0].asked_at), "DATE_FORMAT")}]


class ReplyGiven(AboutReply):
    """To the analyst to whom the issue belongs, and to whoever asked."""

    slug = "reply_given"
    label = gettext_lazy("Reply to the Ombudsman's office")
    steps = ("rights.give_reply",)
    replied = True

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in ReplyRequest.objects.filter(pk__in=keys).select_related("issue"):
            for person in {row.issue.owner_id, row.asked_by_id}:
                yield Owed(person, row.pk, _which(row))

    def readable(self, letter: Letter, at: datetime) -> ReplyRequest | None:
        """For the office alone: the institution knows what it said."""
        if not RightsIssue.objects.visible_to(letter.person).exists():
            return None
        row = super().readable(letter, at)
        return row if row is not None and letter.occasion == _which(row) else None

    def subject(self, rows: Sequence[ReplyRequest]) -> str:
        words = _("%(institution)s replied on %(reference)s")
        return words % {"institution": rows[0].institution, "reference": rows[0].issue.reference}

    def lines(self, rows: Sequence[ReplyRequest], letter: Letter) -> list[str]:
        return [_("The reply stands on the page of the issue.")]

    def url(self, rows: Sequence[ReplyRequest]) -> str:
        return rows[0].issue.url

    def why(self, letter: Letter) -> str:
        return _("You receive this because you follow the issue.")


def _which(row: ReplyRequest) -> str:
    """Which reply it is, so that each one after a reply that was taken back has a letter of its own; "" for the first."""
    return str(row.taken_back.count() or "")


KINDS: tuple[LetterKind[Any], ...] = (ReplyAsked(), QuestionEnded(), ReplyGiven())
