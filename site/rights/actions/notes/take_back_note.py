"""Takes an internal note back."""

from amendments.audit.actor import Actor
from rights.actions.base import IssueAction
from rights.models import IssueNote


class TakeBackNote(IssueAction[IssueNote]):
    """The author takes a note back: no page shows it any more. The row stays."""

    action_name = "rights.take_back_note"

    def __init__(self, note: IssueNote, *, actor: Actor) -> None:
        super().__init__(note.issue, actor=actor)
        self.note = note

    def user_has_permission(self) -> bool:
        """Whether the person wrote it and still writes for the office."""
        return super().user_has_permission() and self.note.author_id == self.user.pk

    def done(self) -> IssueNote | None:
        """The note, if it was taken back already."""
        self.note.refresh_from_db()
        return self.note if self.note.taken_back_at is not None else None

    def perform(self) -> IssueNote:
        """Mark it."""
        self.note.taken_back_at = self.actor.at
        self.note.save()
        self.announce([self.note.issue_id])
        return self.note
