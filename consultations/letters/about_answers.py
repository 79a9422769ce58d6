"""Letters to those who commented: answered, and what a new draft did with the passage."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from amendments.models import Draft
from amendments.queries.law.readable import readable_among
from consultations.access.permissions import is_own
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.readers import Pair, members
from consultations.models import AnchorPlacement, Comment, Letter
from consultations.models.letter import LetterGroup
from consultations.rules.answer_kinds import Kind
from consultations.rules.placement import Status
from consultations.values import CommentState


class AboutComments(LetterKind[Comment]):
    """A letter about comments of one's own. What happens to several in a quarter of an hour goes in one mail."""

    kind = "consultations.comment"
    group = LetterGroup.ANSWERS
    delay = timedelta(minutes=15)
    merged_by = "round_id"

    def to_own(self, comment: Comment, actor: Actor, occasion: str = "") -> Iterable[Owed]:
        """To the author, and to those who send for the institution."""
        submission = comment.submission
        body = submission.institution_id
        if body is None:
            readers: list[Pair] = [(submission.person_id, None)]
        else:
            readers = members([body], actor.at, senders_only=True)
            if comment.author_id not in {person for person, _of in readers}:
                own = {person for person, _of in members([body], actor.at)}
                readers += [(comment.author_id, body)] if comment.author_id in own else []
        for person, of in readers:
            yield Owed(person, comment.pk, occasion, submission.round_id, of)

    def readable(self, letter: Letter, at: datetime) -> Comment | None:
        """An own comment. Whoever it belongs to may read it, so that no other rule has to be asked."""
        rows = Comment.objects.sent().select_related("submission__round__draft__amendment")
        row = rows.filter(pk=letter.about).first() if letter.person.is_active else None
        return row if row and is_own(letter.person, row.submission) else None

    def url(self, rows: Sequence[Comment]) -> str:
        return rows[0].url if len(rows) == 1 else reverse("consultations:mine")

    def numbers(self, rows: Sequence[Comment]) -> str:
        """The numbers of the comments."""
        return ", ".join(row.reference for row in rows)

    def why(self, letter: Letter) -> str:
        if letter.institution is not None:
            return _("You receive this because %(name)s commented.") % {"name": letter.institution}
        return _("You receive this because you commented.")


class Answered(AboutComments):
    """The answer to a comment is decided."""

    slug = "answered"
    label = gettext_lazy("Comment answered")
    steps = ("consultations.decide_disposition",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = Comment.objects.filter(pk__in=keys, disposition__decided_at__isnull=False)
        for comment in rows.select_related("submission"):
            if (comment.kind == Kind.QUESTION) == self.is_question:
                yield from self.to_own(comment, actor)

    is_question = False

    def subject(self, rows: Sequence[Comment]) -> str:
        said = ngettext(
            "%(count)s comment is answered: %(title)s",
            "%(count)s comments are answered: %(title)s",
            len(rows),
        )
        return said % {"count": len(rows), "title": rows[0].submission.round.amendment.shown_title}

    def lines(self, rows: Sequence[Comment], letter: Letter) -> list[str]:
        return [
            _("The committee has answered: %(numbers)s.") % {"numbers": self.numbers(rows)},
            _("The answer, its reason and what came of the comment stand on the site."),
        ]


class QuestionAnswered(Answered):
    """The answer to a question is decided."""

    slug = "question_answered"
    label = gettext_lazy("Question answered")
    is_question = True

    def subject(self, rows: Sequence[Comment]) -> str:
        return _("Your question is answered: %(title)s") % {
            "title": rows[0].submission.round.amendment.shown_title
        }


class PassageChanged(AboutComments):
    """A new draft that the person may read changed the passage of a comment. Told when the draft is released."""

    slug = "passage_changed"
    label = gettext_lazy("Commented passage changed")
    kind = "amendments.version"
    steps = ("amendments.release_version",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        placements = AnchorPlacement.objects.filter(version__in=keys, version__draft__isnull=False)
        moved = placements.exclude(status=Status.INTACT).values_list(
            "anchor__comment", "version__draft__number"
        )
        drafts = dict(moved)
        comments = Comment.objects.filter(pk__in=drafts, state=CommentState.SUBMITTED)
        for comment in comments.select_related("submission"):
            yield from self.to_own(comment, actor, f"{drafts[comment.pk]}/{actor.at:%Y%m%d%H%M%S%f}")

    def readable(self, letter: Letter, at: datetime) -> Comment | None:
        """The comment, if the person may read the draft. The draft is told once, however often it is released."""
        number, _slash, _at = letter.occasion.partition("/")
        draft = self._draft(letter, number)
        if draft is None:  # asked first: most of these letters wait for a release
            return None
        told = Letter.objects.filter(
            person=letter.person_id,
            kind=self.slug,
            about=letter.about,
            occasion__startswith=f"{number}/",
            state=Letter.State.WRITTEN,
        )
        return None if told.exclude(pk=letter.pk).exists() else super().readable(letter, at)

    def _draft(self, letter: Letter, number: str) -> Draft | None:
        """The draft that changed the passage, if the person may read it."""
        if letter.round is None:
            return None
        drafts = Draft.objects.filter(amendment=letter.round.draft.amendment_id, number=number)
        return readable_among(drafts, letter.person)

    def once(self, letter: Letter) -> tuple[object, ...]:
        return letter.about, letter.occasion.partition("/")[0]

    def subject(self, rows: Sequence[Comment]) -> str:
        title = rows[0].submission.round.amendment.shown_title
        return _("The next draft changed what you commented on: %(title)s") % {"title": title}

    def lines(self, rows: Sequence[Comment], letter: Letter) -> list[str]:
        return [
            _("The next draft changed the passages of these comments: %(numbers)s.")
            % {"numbers": self.numbers(rows)},
            _("The comment shows the passage as it was and as it is now."),
        ]


KINDS: tuple[AboutComments, ...] = (Answered(), QuestionAnswered(), PassageChanged())
