"""Letters about the legal check: asked for, answered, called back."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from amendments.models import LegalCheck
from amendments.permissions import may_draft
from amendments.queries.way.checking import may_review
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.texts import drafters
from consultations.models import Letter
from consultations.models.letter import LetterGroup

Result = LegalCheck.Result


class AboutCheck(LetterKind[LegalCheck]):
    """A letter about one check, as long as it stands as the letter says."""

    is_duty = True
    group = LetterGroup.WORK
    kind = "amendments.legalcheck"
    results: ClassVar[tuple[Result, ...]]

    def readable(self, letter: Letter, at: datetime) -> LegalCheck | None:
        rows = LegalCheck.objects.visible_to(letter.person).select_related("amendment")
        row = rows.filter(pk=letter.about, result__in=self.results).first()
        return row if row and self.concerns(letter.person, row) else None

    def concerns(self, person: Any, row: LegalCheck) -> bool:
        """Whether the person still has this part in the check."""
        raise NotImplementedError

    def url(self, rows: Sequence[LegalCheck]) -> str:
        return reverse("amendments:check", args=[rows[0].pk])


class ToReviewer(AboutCheck):
    """To the named reviewer."""

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in LegalCheck.objects.filter(pk__in=keys, result__in=self.results):
            yield Owed(row.reviewer_id, row.pk)

    def concerns(self, person: Any, row: LegalCheck) -> bool:
        return row.reviewer_id == person.pk and may_review(person, row.amendment)

    def why(self, letter: Letter) -> str:
        return _("You receive this because you are named as the reviewer.")


class CheckAsked(ToReviewer):
    """A text waits for its check."""

    slug = "check_asked"
    label = gettext_lazy("Legal check asked for")
    steps = ("amendments.ask_check",)
    results = (Result.ASKED,)

    def subject(self, rows: Sequence[LegalCheck]) -> str:
        return _("A text waits for your legal check: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[LegalCheck], letter: Letter) -> list[str]:
        said = _(
            "You are asked to check the text of “%(title)s” by %(day)s. Until your answer nobody can change it."
        )
        day = date_format(rows[0].due, "DATE_FORMAT")
        return [said % {"title": rows[0].amendment.shown_title, "day": day}]


class CheckCalledBack(ToReviewer):
    """The drafters work on the text again."""

    slug = "check_called_back"
    label = gettext_lazy("Legal check called back")
    steps = ("amendments.call_back_check", "amendments.change_state")
    results = (Result.CALLED_BACK,)

    def subject(self, rows: Sequence[LegalCheck]) -> str:
        return _("No longer to be checked: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[LegalCheck], letter: Letter) -> list[str]:
        said = _("The drafters called the text of “%(title)s” back. You need not check it now.")
        return [said % {"title": rows[0].amendment.shown_title}]


class CheckAnswered(AboutCheck):
    """A text passed or came back: to the drafters of the body."""

    slug = "check_answered"
    label = gettext_lazy("Legal check answered")
    steps = ("amendments.pass_check", "amendments.return_check")
    results = (Result.PASSED, Result.RETURNED)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = LegalCheck.objects.filter(pk__in=keys, result__in=self.results)
        for row in rows.select_related("amendment"):
            for person in drafters(row.amendment):
                yield Owed(person, row.pk)

    def concerns(self, person: Any, row: LegalCheck) -> bool:
        return may_draft(person, row.amendment)

    def subject(self, rows: Sequence[LegalCheck]) -> str:
        if rows[0].is_passed:
            return _("Passed the legal check: %(title)s") % {"title": rows[0].amendment.shown_title}
        return _("Returned from the legal check: %(title)s") % {"title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[LegalCheck], letter: Letter) -> list[str]:
        row = rows[0]
        if row.is_passed:
            said = _("The text of “%(title)s” passed the legal check. Exactly this text can be sealed.")
            return [said % {"title": row.amendment.shown_title}]
        count = row.findings.count()
        said = ngettext(
            "The text of “%(title)s” was returned with %(count)s finding. It stands beside its instruction.",
            "The text of “%(title)s” was returned with %(count)s findings. They stand beside their instructions.",
            count,
        )
        return [said % {"title": row.amendment.shown_title, "count": count}]

    def url(self, rows: Sequence[LegalCheck]) -> str:
        return reverse("amendments_admin:workspace", args=[rows[0].amendment_id])

    def why(self, letter: Letter) -> str:
        return _("You receive this because you draft this amendment.")


KINDS: tuple[LetterKind[Any], ...] = (CheckAsked(), CheckCalledBack(), CheckAnswered())
