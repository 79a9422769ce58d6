"""The drafters write the explanatory note of a draft."""

from collections.abc import Mapping
from typing import Any

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors import EditConflict
from amendments.errors.of_notes import NoteClosed
from amendments.models import Draft, NoteAnswer
from amendments.queries.explanatory_notes import is_open_to_others, items_of, note_hash, written_on


class WriteNote(BaseAction[Draft]):
    """Stores the words on the items of a note; empty words take an item back.

    `seen` is the hash of the words that the drafter read before, "" to overwrite any. Words on what is no item of the
    country are left out.
    """

    action_name = "amendments.write_note"
    instance: Draft

    def __init__(self, draft: Draft, words: Mapping[str, str], *, actor: Actor, seen: str = "") -> None:
        super().__init__(draft, actor=actor)
        self.words = {item: "\n".join(said.strip().splitlines()) for item, said in words.items()}
        self.seen = seen
        self._items: list[str] = []

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return self.instance.is_drafted_by(self.user)

    def done(self) -> Draft | None:
        """The draft, if its note has these words already."""
        written = written_on(self.instance)
        stands = all(written.get(item, "") == said for item, said in self.words.items())
        return self.instance if stands else None

    def perform(self) -> Draft:
        """Write what is new. Raises `NoteClosed` and `EditConflict`."""
        if is_open_to_others(self.instance):
            raise NoteClosed
        written = written_on(self.instance)
        if self.seen and self.seen != note_hash(written):
            raise EditConflict
        known = {item.slug for item in items_of(self.instance)}
        for item, said in self.words.items():
            if item in known and said != written.get(item, ""):
                self._write(item, said)
        self.touched("amendments.draft", [self.instance.pk])
        return self.instance

    def _write(self, item: str, said: str) -> None:
        row = NoteAnswer.objects.filter(draft=self.instance, item=item).first()
        row = row or NoteAnswer(draft=self.instance, item=item)
        attribute(row, self.actor)
        if said:
            row.words = said
            row.save()
        elif row.pk:
            row.delete()
        self._items.append(item)

    def log_data(self) -> dict[str, Any]:
        """On which items something was written."""
        return {"items": self._items}
