"""Makes proposed instructions of what others marked in a file, and notes of their comments."""

from collections.abc import Collection
from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, MarkedFileDecided
from amendments.instructions.operations import Operation
from amendments.markings.placing_result import PlacedChange
from amendments.models import Instruction, MarginNote, MarkedChange, MarkedFile
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.marked_files import moment_of, placing_of, short_name
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
        self.pk = file.pk
        self.chosen, self.chosen_notes = frozenset(changes), frozenset(notes)
        self.added: list[Instruction] = []
        self.left: list[dict[str, str]] = []
        self.noted = 0

    def done(self) -> MarkedFile | None:
        """The file, if its marks were taken in already."""
        return MarkedFile.objects.filter(pk=self.pk, state=MarkedFile.State.TAKEN).first()

    def perform(self) -> MarkedFile:
        """Place the marks on the text as it stands now."""
        file = MarkedFile.objects.select_for_update().get(pk=self.pk)
        if file.state != MarkedFile.State.READ:
            raise MarkedFileDecided
        placing = placing_of(file, working_draft(self.act))
        self.left = [
            {"old": each.old, "new": each.new, "author": each.author, "at": each.at, "why": say(each.why)}
            for each in (*placing.left, *placing.unmarked)
        ]
        for change in placing.changes:
            if change.number in self.chosen:
                self._propose(file, change)
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
        file.save(update_fields=["state", "moved_at", "left"])
        return file

    def _propose(self, file: MarkedFile, change: PlacedChange) -> None:
        """The instructions of a change, all or none."""
        rows: list[Instruction] = []
        try:
            for operation in change.operations:
                rows.append(self._row(operation, after=len(rows)))
        except AmendmentsError as refusal:
            kept = {"old": change.old, "new": change.new, "author": change.author, "at": change.at}
            self.left.append({**kept, "why": str(refusal)})
            return
        for row in rows:
            row.key, row.order = next_place(self.act)
            self.resolve(row)
            self.added.append(self.save(row))
            MarkedChange.objects.create(
                file=file,
                instruction=row,
                author=short_name(change.author),
                written_at=moment_of(change.at),
            )

    def _row(self, operation: Operation, *, after: int) -> Instruction:
        key, order = next_place(self.act)
        row = Instruction(amended_act=self.act, key=key, order=order + after)
        row.status = Instruction.Status.PROPOSED
        self.planned(self.written(row, operation), row)
        return row

    def subject(self, result: MarkedFile) -> Any:
        """The log names the amendment."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which instructions came of it."""
        rows = [row.key for row in self.added]
        return {"file": str(self.pk), "instructions": rows, "notes": self.noted, "left": len(self.left)}
