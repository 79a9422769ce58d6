"""The drafters write the explanatory note of a draft."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from amendments.actions.base import BaseAction
from amendments.attaching.attachment_limits import most_files
from amendments.attaching.file_refusals import TooManyFiles
from amendments.attaching.new_file import NewFile
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors import EditConflict
from amendments.errors.of_notes import NoteClosed
from amendments.models import Draft, NoteAnswer, NoteFile
from amendments.queries.drafting.explanatory_notes import (
    draft_before,
    files_on,
    is_open_to_others,
    items_of,
    note_hash,
    written_on,
)


class WriteNote(BaseAction[Draft]):
    """Stores the words and the files on the items of a note; empty words take an item back.

    `files` come to what is attached already, once each, and so do `carried`, the keys of files of the draft before;
    `removed` are the keys of files that go. `seen` is the hash of the words that the drafter read before, "" to overwrite
    any. Words on what is no item of the country are left out.
    """

    action_name = "amendments.write_note"
    instance: Draft

    def __init__(
        self,
        draft: Draft,
        words: Mapping[str, str],
        *,
        actor: Actor,
        seen: str = "",
        files: Mapping[str, Sequence[NewFile]] | None = None,
        removed: frozenset[UUID] = frozenset(),
        carried: frozenset[UUID] = frozenset(),
    ) -> None:
        super().__init__(draft, actor=actor)
        self.files = files or {}
        self.carried = carried
        self.removed = removed
        self.words = {item: "\n".join(said.strip().splitlines()) for item, said in words.items()}
        self.seen = seen
        self._items: list[str] = []
        self._files = {"attached": 0, "removed": 0}

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return self.instance.is_drafted_by(self.user)

    def done(self) -> Draft | None:
        """The draft, if its note has these words already."""
        written = written_on(self.instance)
        stands = all(written.get(item, "") == said for item, said in self.words.items())
        own = NoteFile.objects.filter(draft=self.instance, pk__in=self.removed)
        return self.instance if stands and not own.exists() and not self._new_files() else None

    def perform(self) -> Draft:
        """Write what is new. Raises `NoteClosed`, `EditConflict` and `TooManyFiles`."""
        if is_open_to_others(self.instance):
            raise NoteClosed
        written = written_on(self.instance)
        if self.seen and self.seen != note_hash(written):
            raise EditConflict
        known = {item.slug for item in items_of(self.instance)}
        for item, said in self.words.items():
            if item in known and said != written.get(item, ""):
                self._write(item, said)
        self._attach()
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

    def _attach(self) -> None:
        gone = NoteFile.objects.filter(draft=self.instance, pk__in=self.removed)
        self._files["removed"] = gone.count()
        gone.delete()
        rows = self._new_files()
        standing = files_on(self.instance)
        for row in rows:
            standing.setdefault(row.item, []).append(row)
            if len(standing[row.item]) > most_files():
                raise TooManyFiles(row.name, count=most_files())
        NoteFile.objects.bulk_create(rows)
        self._files["attached"] = len(rows)

    def _new_files(self) -> list[NoteFile]:
        """Those that are not attached to their item already."""
        known = {
            (row.item, row.name, row.sha256) for rows in files_on(self.instance).values() for row in rows
        }
        found, carried = [], self._carried_files()
        for item in items_of(self.instance):
            for new in (*self.files.get(item.slug, ()), *carried.get(item.slug, ())):
                if (item.slug, new.name, new.sha256) not in known:
                    known.add((item.slug, new.name, new.sha256))
                    found.append(self._row(item.slug, new))
        return found

    def _carried_files(self) -> dict[str, list[NewFile]]:
        """The chosen files of the draft before, by item."""
        found: dict[str, list[NewFile]] = {}
        earlier = draft_before(self.instance) if self.carried else None
        for row in NoteFile.objects.filter(draft=earlier, pk__in=self.carried).defer(None) if earlier else ():
            found.setdefault(row.item, []).append(NewFile(row.name, bytes(row.content)))
        return found

    def _row(self, item: str, new: NewFile) -> NoteFile:
        return NoteFile(
            draft=self.instance,
            item=item,
            name=new.name,
            media_type=new.kind.media_type,
            size=len(new.content),
            sha256=new.sha256,
            content=new.content,
            added_at=self.actor.at,
            added_by=self.actor.user,
        )

    def log_data(self) -> dict[str, Any]:
        """On which items something was written, and how many files came and went."""
        return {"items": self._items, **self._files}
