"""Saves the draft of a comment. The form also calls this by itself while a person types."""

from uuid import UUID

from amendments.audit.actor import Actor
from amendments.models import Draft
from consultations.actions.base import ConsultationAction
from consultations.actions.comments.attached import attached_files
from consultations.actions.comments.content import (
    Content,
    anchors_for,
    fill,
    replace_anchors,
    working_submission,
)
from consultations.actions.comments.naming import write_named
from consultations.actions.references import new_reference
from consultations.errors import (
    AwaitsSignOff,
    CommentNotEditable,
    EditConflict,
    NothingWritten,
    NotOnThisVersion,
)
from consultations.models import Comment, Institution, Round, Submission
from consultations.rules.phases import Feature
from consultations.values import CommentState, SubmissionState


class SaveCommentDraft(ConsultationAction[Comment]):
    """The author saves a new or changed draft.

    `comment` and `revision` name the draft that the person read. If somebody else saved in between, `EditConflict` is
    raised and nothing is written. A new draft that says nothing is refused, so that nothing empty has a number. `key` is the key of the form on screen. If the same form is posted again, as the
    autosave does, there is no second draft and no conflict. `references` (submission, comment) are those of an earlier
    register.
    """

    action_name = "consultations.save_comment_draft"
    feature = Feature.WRITE

    def __init__(
        self,
        round_: Round,
        content: Content,
        *,
        actor: Actor,
        institution: Institution | None = None,
        comment: Comment | None = None,
        revision: int | None = None,
        key: UUID | None = None,
        references: tuple[str, str] = ("", ""),
    ) -> None:
        if comment is None and key is not None:
            comment = Comment.objects.filter(created_key=key, author=actor.user).first()
        super().__init__(comment or round_, actor=actor)
        self._round = round_
        self._institution = comment.submission.institution if comment else institution
        self.content = content
        self.comment = comment
        self.revision = revision
        self.key = key
        self.references = references

    @property
    def round(self) -> Round:
        return self._round

    @property
    def institution(self) -> Institution | None:
        """The institution for which the person writes."""
        return self._institution

    def user_has_permission(self) -> bool:
        """Whether the person may write for the institution, and may read the draft; or owns the individual view."""
        if self.comment is not None and not Comment.objects.visible_to(self.user).contains(self.comment):
            return False
        readable = Draft.objects.visible_to(self.user).contains(self.round.draft)
        return readable and super().user_has_permission()

    def lock(self) -> None:
        """Lock the submission of an existing draft, so that it is not signed off meanwhile; else lock the round."""
        if self.comment is not None:
            Submission.objects.select_for_update().filter(pk=self.comment.submission_id).first()
        super().lock()

    def perform(self) -> Comment:
        """Save the draft and its anchors. The same content again changes nothing."""
        if self._is_saved():
            return self.comment  # type: ignore[return-value] # then it is there
        self.require_phase()
        if self.comment is None and self.key is not None:  # two posts of one form may arrive at the same time
            self.comment = Comment.objects.filter(created_key=self.key, author=self.actor.user).first()
        if self.comment is None and self.content.is_empty:
            raise NothingWritten
        comment = self._comment()
        self._check_reply()
        filled = fill(comment, self.content)
        files = attached_files(comment, self.content)
        anchors = anchors_for(self.round, self.content.chosen)
        is_new = comment._state.adding
        if filled or files.change or is_new or self._anchors_differ(comment):
            comment.author = self.actor.user
            comment.saved_at = self.actor.at
            comment.saved_key = self.key
            comment.is_left_out = False
            comment.revision += 0 if is_new else 1
            self.save(comment)
            write_named(comment)
            files.write(comment, self.actor)
            replace_anchors(comment, anchors)
            self.touched("consultations.comment", [comment.pk])
        return comment

    def write_log(self, result: Comment) -> None:
        """The same content again leaves no entry, because the form saves by itself."""
        if self._changed:
            super().write_log(result)

    def _comment(self) -> Comment:
        if self.comment is None:
            of_submission, of_comment = self.references
            submission = working_submission(self.round, self.institution, self.actor, reference=of_submission)
            self._refuse_unless_draft(submission)
            if submission._state.adding:
                self.save(submission)
            reference = new_reference(Comment, of_comment)
            return Comment(submission=submission, reference=reference, created_key=self.key)
        comment = self.comment
        comment.refresh_from_db()
        if comment.submission.round_id != self.round.pk:
            raise NotOnThisVersion
        self._refuse_unless_draft(comment.submission)
        if comment.state != CommentState.DRAFT:
            raise CommentNotEditable
        same_form = self.key is not None and comment.saved_key == self.key
        if self.revision is not None and self.revision != comment.revision and not same_form:
            raise EditConflict
        return comment

    def _is_saved(self) -> bool:
        """Whether this very form was saved before. Its answer may have been lost; the draft may be signed off by now."""
        comment = self.comment
        if comment is None or self.key is None:
            return False
        comment.refresh_from_db()
        is_same = comment.saved_key == self.key and comment.author_id == self.actor.user.pk
        changed = is_same and (
            fill(comment, self.content)
            or attached_files(comment, self.content).change
            or self._anchors_differ(comment)
        )
        comment.refresh_from_db()
        return is_same and not changed

    def _check_reply(self) -> None:
        """Refuse a reply to a comment that the person may not read."""
        parent = self.content.in_reply_to
        if parent and not Comment.objects.visible_to(self.user).filter(pk=parent).exists():
            raise NotOnThisVersion

    def _anchors_differ(self, comment: Comment) -> bool:
        standing = [
            (str(a.provision_id), a.start, a.end, a.field, not a.version.is_draft)
            for a in comment.anchors.select_related("version")
        ]
        return standing != [
            (c.provision, c.start, c.end, c.field.value, c.in_base) for c in self.content.chosen
        ]

    @staticmethod
    def _refuse_unless_draft(submission: Submission) -> None:
        if submission.state in (SubmissionState.IN_REVIEW, SubmissionState.SIGNED_OFF):
            raise AwaitsSignOff
        if submission.state != SubmissionState.DRAFT:
            raise CommentNotEditable
