"""Makes proposed instructions of what others marked in a file, and notes of their comments."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from itertools import count
from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction, last_place, new_keys
from amendments.audit.actor import Actor
from amendments.errors import MarkedFileDecided
from amendments.long_work.progress import step
from amendments.markings.placing_result import PlacedChange
from amendments.models import Instruction, MarginNote, MarkedChange, MarkedFile
from amendments.queries.drafting.drafts import WorkingDraft, working_draft
from amendments.queries.drafting.marked_files import moment_of, short_name
from amendments.queries.drafting.placings import placing_of, rows_of
from amendments.text.saying import say


class TakeMarkedChanges(InstructionAction[MarkedFile]):
    """All in one transaction: each chosen change becomes a proposal with its author and date, each comment a note.

    What cannot be placed is kept with the file, in the words that say why.
    """

    action_name = "amendments.take_marked_changes"
    changes_text = False  # a proposal waits beside the list

    def __init__(
        self, file: MarkedFile, *, actor: Actor, changes: Collection[int], notes: Collection[int]
    ) -> None:
        """`changes` and `notes` are the numbers of those that are taken; the others are left out."""
        super().__init__(file.amended_act, actor=actor)
        self.pk, self.asked_at = file.pk, file.asked_at
        self.chosen, self.chosen_notes = frozenset(changes), frozenset(notes)
        self.added: list[Instruction] = []
        self.left: list[dict[str, Any]] = []
        self.noted = 0

    def done(self) -> MarkedFile | None:
        """The file, if its marks were taken in already."""
        return MarkedFile.objects.filter(pk=self.pk, state=MarkedFile.State.TAKEN).first()

    def perform(self) -> MarkedFile:
        """Place the marks on the text as it stands now."""
        file = MarkedFile.objects.select_for_update().get(pk=self.pk)
        if file.state not in MarkedFile.OPEN or file.asked_at != self.asked_at:
            raise MarkedFileDecided  # also where it was cancelled and asked for again with other marks
        draft = working_draft(self.act)
        placing = placing_of(file, draft)
        self.left = [
            {
                **{name: getattr(each, name) for name in ("old", "new", "author", "at")},
                "why": say(each.why),
                "told": asdict(each.why),
            }
            for each in (*placing.left, *placing.unmarked)
        ]
        self._propose(file, draft, [each for each in placing.changes if each.number in self.chosen])
        notes = [
            MarginNote(
                file=file,
                provision=note.provision,
                quote=note.quote,
                text=note.text,
                author=short_name(note.author),
                written_at=moment_of(note.at),
            )
            for note in placing.notes
            if note.number in self.chosen_notes
        ]
        self.noted = len(MarginNote.objects.bulk_create(notes))
        file.state, file.moved_at, file.left = MarkedFile.State.TAKEN, self.actor.at, self.left
        file.error = ""
        file.save(update_fields=["state", "moved_at", "left", "error"])
        return file

    def _propose(self, file: MarkedFile, draft: WorkingDraft, changes: Iterable[PlacedChange]) -> None:
        """The instructions of each change, which the placing has found possible."""
        keys, order = new_keys(self.act), count(last_place(self.act) + 1)
        for change in changes:
            step(1)
            for row in rows_of(draft, change):
                row.key, row.order = next(keys), next(order)
                self.resolve(row)
                self.added.append(self.save(row))
                MarkedChange.objects.create(
                    file=file,
                    instruction=row,
                    author=short_name(change.author),
                    written_at=moment_of(change.at),
                )

    def subject(self, result: MarkedFile) -> Any:
        """The log names the amendment."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which instructions came of it."""
        rows = [row.key for row in self.added]
        return {"file": str(self.pk), "instructions": rows, "notes": self.noted, "left": len(self.left)}
