"""Answers whether a later text fixes an issue."""

from uuid import UUID

from django.db.models import Q

from amendments.audit.actor import Actor
from amendments.models import Version
from rights.actions.base import IssueAction, is_own
from rights.errors import (
    AnsweredMeanwhile,
    ChangedMeanwhile,
    ClosesNothing,
    IssueClosed,
    NotFollowed,
    RightsError,
    refuse_too_long,
)
from rights.models import Assessment, FollowedText, RightsIssue
from rights.models.unanswered import failed
from rights.queries.office_texts import office_texts
from rights.shown_people import refuse_identifiers
from rights.values import STATE_OF, Conformity, IssueState


class AssessText(IssueAction[Assessment]):
    """Somebody of the office says how a text stands to the right.

    The state of the issue follows, unless a later draft of the same amendment or a later text of the law is there. Where the
    amendment has failed, it follows once that is taken back.

    `seen` is the newest answer that the person's page showed; a newer one is not overridden unseen. `words` is the hash of the
    words about which it asked: where a place was chosen otherwise since, they are others.
    `closes` closes the issue with the answer: a text of the law that conforms is reason enough, nothing else is.
    """

    action_name = "rights.assess_text"

    def __init__(
        self,
        issue: RightsIssue,
        version: Version,
        value: Conformity,
        *,
        actor: Actor,
        note: str = "",
        closes: bool = False,
        seen: UUID | None = None,
        words: str = "",
    ) -> None:
        super().__init__(issue, actor=actor)
        self.version, self.value = version, value
        self.note, self.closes = note.replace("\r\n", "\n").strip(), closes
        self.seen, self.words = seen, words

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office, which reads the text."""
        return super().user_has_permission() and office_texts(self.user).contains(self.version)

    def done(self) -> Assessment | None:
        """The same answer to the same words of the text, if it is the newest one."""
        newest = self.instance.assessments.standing().last()
        if newest is None or newest.version_id != self.version.pk or newest.by_id != self.user.pk:
            return None
        words = self.instance.followed.filter(version=self.version, text_hash=newest.text_hash)
        is_same = (newest.value, newest.note) == (self.value, self.note)
        return newest if is_same and words.exists() else None

    def perform(self) -> Assessment:
        """Write the answer and what follows from it."""
        issue = self.instance
        issue.refresh_from_db()
        if issue.is_closed:
            raise IssueClosed
        followed = issue.followed.answering().filter(version=self.version).first()
        if followed is None:
            raise NotFollowed
        if self.words and self.words != followed.text_hash:
            raise ChangedMeanwhile
        if self.seen is not None and issue.newest_answer != self.seen:
            raise self._overtaken(self.seen)
        if self.closes and (self.version.is_draft or self.value != Conformity.CONFORMS):
            raise ClosesNothing
        refuse_too_long(self.note)
        refuse_identifiers(self.note)
        before = issue.state
        after = IssueState.CLOSED if self.closes else self._state_after(followed, before)
        row = Assessment.objects.create(
            issue=issue,
            version=self.version,
            text_hash=followed.text_hash,
            value=self.value.value,
            note=self.note,
            at=self.actor.at,
            by=self.user,
            place=issue.assessments.count() + 1,  # the issue is locked
            state_before=before,
            state_after=after,
        )
        if row.has_moved and not failed(self.version):
            issue.state = after
        self.save(issue)
        return row

    def _overtaken(self, seen: UUID) -> RightsError:
        """Says what happened to the answer that the person's page showed: a newer one was given, or somebody took it back."""
        given = self.instance.assessments
        if given.filter(pk=seen, taken_back_at__isnull=False).exclude(taken_back_by=self.user).exists():
            return ChangedMeanwhile()
        return AnsweredMeanwhile(is_own=is_own(given.order_by("place").last(), self.actor))

    def _state_after(self, followed: FollowedText, before: str) -> str:
        issue = self.instance
        if self.version.pk == issue.raised_on_id:
            return before
        draft = self.version.draft
        in_line = Q(version__draft=None)
        if draft is not None:
            in_line |= Q(version__draft__amendment=draft.amendment_id)
        later = issue.followed.answering().filter(in_line, version__sealed_at__gt=followed.version.sealed_at)
        readable = office_texts(self.user).values("pk")
        return before if later.filter(version__in=readable).exists() else STATE_OF[self.value]
