"""Writes an internal note on an issue."""

from uuid import UUID

from django.utils.timezone import localdate

from amendments.audit.actor import Actor
from rights.actions.base import IssueAction, key_for
from rights.errors import WordsMissing
from rights.errors.of_writing import NotedAlready
from rights.models import IssueNote, RightsIssue


class AddNote(IssueAction[IssueNote]):
    """Somebody of the office writes a note, for the office or for themselves alone. It is never changed.

    `key` is that of the form.
    """

    action_name = "rights.add_note"

    def __init__(
        self,
        issue: RightsIssue,
        text: str,
        *,
        actor: Actor,
        is_private: bool = False,
        key: UUID | None = None,
    ) -> None:
        super().__init__(issue, actor=actor)
        self.text, self.is_private = text.replace("\r\n", "\n").strip(), is_private
        self.key = key

    def done(self) -> IssueNote | None:
        """The note that the same form wrote."""
        own = IssueNote.objects.filter(issue=self.instance, author=self.user)
        return own.filter(created_key=self.key).first() if self.key else None

    def perform(self) -> IssueNote:
        """Write the note."""
        if not self.text:
            raise WordsMissing
        said = {"author": self.user, "text": self.text, "is_private": self.is_private}
        own = IssueNote.objects.standing().filter(issue=self.instance, **said)
        if self.key and own.filter(at__date=localdate(self.actor.at)).exists():
            raise NotedAlready  # the browser's way back gives the form that was sent another key
        note = IssueNote(issue=self.instance, at=self.actor.at, **said)
        note.created_key = key_for(IssueNote, self.key)
        note.save()
        self.announce([self.instance.pk])
        return note
