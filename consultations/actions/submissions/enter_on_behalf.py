"""Enters comments that came on paper, by e-mail or at a hearing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from amendments.audit.actor import Actor
from consultations.access.permissions import takes_part
from consultations.actions.base import RoundAction, required
from consultations.actions.comments.attached import attached_files
from consultations.actions.comments.content import Content, anchors_for, fill, replace_anchors
from consultations.actions.comments.naming import write_named
from consultations.actions.references import new_reference
from consultations.errors import (
    EnteredOtherwise,
    NotComplete,
    NothingToSubmit,
    ReceivedAtNoTime,
    SourceNeeded,
)
from consultations.models import Comment, Institution, Round, Submission
from consultations.queries.submissions.completeness import lacking
from consultations.record.receipts import receipt_hash
from consultations.rules.phases import Feature, Phase
from consultations.values import Channel, CommentState, SubmissionState


@dataclass(frozen=True, slots=True)
class Received:
    """The source of a comment, when it was received and how. If it was late, the actor gives a reason."""

    source: str
    at: datetime
    channel: Channel = Channel.LETTER


class EnterOnBehalf(RoundAction[Submission]):
    """The secretary enters the comments of an institution with their source. They are marked as entered on its behalf."""

    action_name = "consultations.enter_on_behalf"
    feature = Feature.ENTER_ON_BEHALF

    def __init__(
        self,
        round_: Round,
        institution: Institution,
        contents: Iterable[Content],
        received: Received,
        *,
        actor: Actor,
    ) -> None:
        super().__init__(round_, actor=actor)
        self.sender = institution
        self.contents = list(contents)
        self.received = received

    def user_has_permission(self) -> bool:
        """Whether the person is of the secretariat and the institution may take part."""
        return takes_part(self.round, self.sender, self.actor.at) and super().user_has_permission()

    def done(self) -> Submission | None:
        """The submission of an earlier click: the same words on the same passages, from the same source and moment."""
        for row in self._with_the_same_words():
            comments = _in_order(row)
            differs = any(map(fill, comments, self.contents)) or _files_differ(comments, self.contents)
            if differs or row.channel != self.received.channel:
                raise EnteredOtherwise(comments[0].reference)
            return row
        return None

    def perform(self) -> Submission:
        """Receive the whole submission, or refuse all of it."""
        self.require_phase()
        if not self.contents:
            raise NothingToSubmit
        if not self.received.source.strip():
            raise SourceNeeded
        if not self.round.opens <= self.received.at <= self.actor.at:
            raise ReceivedAtNoTime
        submission = Submission(
            round=self.round,
            institution=self.sender,
            reference=new_reference(Submission),
            source=self.received.source,
            channel=self.received.channel,
        )
        self.save(submission)
        comments = [self._comment(submission, content) for content in self.contents]
        self._receive(submission, comments)  # last: nothing joins what was received
        self.touched("consultations.submission", [submission.pk])
        self.touched("consultations.comment", [comment.pk for comment in comments])
        return submission

    def _with_the_same_words(self) -> list[Submission]:
        said = [(c.rationale, c.proposed_text, _places(c)) for c in self.contents]
        rows = Submission.objects.filter(
            round=self.round,
            institution=self.sender,
            source=self.received.source,
            received_at=self.received.at,
            state=SubmissionState.SUBMITTED,
        ).prefetch_related("comments")
        return [row for row in rows if said and said == [_said(comment) for comment in _in_order(row)]]

    def _receive(self, submission: Submission, comments: list[Comment]) -> None:
        submission.state = SubmissionState.SUBMITTED
        submission.received_at = self.received.at
        submission.late = self.round.phase(self.received.at) is not Phase.OPEN
        submission.late_reason = required(self.actor) if submission.late else ""
        submission.sha256 = receipt_hash(submission, comments)
        self.save(submission)

    def _comment(self, submission: Submission, content: Content) -> Comment:
        comment = Comment(
            submission=submission,
            reference=new_reference(Comment),
            author=self.actor.user,
            saved_at=self.actor.at,
            submitted_at=self.received.at,
            state=CommentState.SUBMITTED,
        )
        fill(comment, content)
        files = attached_files(comment, content)
        lacks = lacking(comment)
        if lacks:
            raise NotComplete(_("Still lacks: %(parts)s.") % {"parts": ", ".join(lacks.values())})
        self.save(comment)
        write_named(comment)
        files.write(comment, self.actor)
        replace_anchors(comment, anchors_for(self.round, content.chosen))
        return comment


def _in_order(submission: Submission) -> list[Comment]:
    """The comments that were not withdrawn. Those that were may be entered again."""
    standing = (c for c in submission.comments.all() if c.state == CommentState.SUBMITTED)
    return sorted(standing, key=lambda comment: comment.reference)


def _said(comment: Comment) -> tuple[object, ...]:
    return comment.rationale, comment.proposed_text, _anchored(comment)


def _files_differ(comments: Iterable[Comment], contents: Iterable[Content]) -> bool:
    """Whether files were attached in the earlier click and not in this one, or the other way round."""
    pairs = zip(comments, contents, strict=True)
    return any(
        {row.sha256 for row in comment.attachments.all()} != {new.sha256 for new in content.files}
        for comment, content in pairs
    )


def _places(content: Content) -> list[tuple[str, int, int, bool]]:
    return [(c.provision, c.start, c.end, c.in_base) for c in content.chosen]


def _anchored(comment: Comment) -> list[tuple[str, int, int, bool]]:
    anchors = comment.anchors.select_related("version")
    return [(str(a.provision_id), a.start, a.end, not a.version.is_draft) for a in anchors]
