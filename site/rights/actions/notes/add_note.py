"""Writes an internal note on an issue."""

from amendments.audit.actor import Actor
from rights.actions.base import IssueAction
from rights.errors import WordsMissing
from rights.models import IssueNote, RightsIssue


class AddNote(IssueAction[IssueNote]):
    """Somebody of the office writes a note, for the office or for themselves alone. It is never changed."""

    action_name = "rights.add_note"

    def __init__(self, issue: RightsIssue, text: str, *, actor: Actor, is_private: bool = False) -> None:
        super().__init__(issue, actor=actor)
        self.text, self.is_private = text.replace("\r\n", "\n").strip(), is_private

    def done(self) -> IssueNote | None:
        """The same note of the person, if it is there already."""
        same = IssueNote.objects.filter(issue=self.instance, author=self.user, text=self.text)
        return same.filter(is_private=self.is_private).first()

    def perform(self) -> IssueNote:
        """Write the note."""
        if not self.text:
            raise WordsMissing
        note = IssueNote(issue=self.instance, author=self.user, text=self.text, at=self.actor.at)
        note.is_private = self.is_private
        note.save()
        self.announce([self.instance.pk])
        return note
