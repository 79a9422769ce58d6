"""Leaves out what came of a file that others marked."""

from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.models import Instruction, MarkedFile


class UndoMarkedFile(InstructionAction[MarkedFile]):
    """The proposals that still wait are withdrawn, the notes are no longer shown. What was taken into the draft stays."""

    action_name = "amendments.undo_marked_file"
    changes_text = False

    def __init__(self, file: MarkedFile, *, actor: Actor) -> None:
        super().__init__(file.amended_act, actor=actor)
        self.pk = file.pk
        self.withdrawn: list[str] = []

    def done(self) -> MarkedFile | None:
        """The file, if it is left out already."""
        return MarkedFile.objects.filter(pk=self.pk, state=MarkedFile.State.UNDONE).first()

    def perform(self) -> MarkedFile:
        """Withdraw what waits, and forget the text."""
        file = MarkedFile.objects.select_for_update().get(pk=self.pk)
        waiting = self.act.instructions.filter(
            marked_change__file=file, status=Instruction.Status.PROPOSED
        ).select_for_update(of=("self",))
        for row in waiting:
            row.status = Instruction.Status.WITHDRAWN
            row.revision += 1
            self.withdrawn.append(self.save(row).key)
        file.state, file.moved_at, file.markup = MarkedFile.State.UNDONE, self.actor.at, {}
        file.asked_by, file.asked_at, file.wish, file.error = None, None, {}, ""
        file.save()
        return file

    def subject(self, result: MarkedFile) -> Any:
        """The log names the amendment."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which proposals were withdrawn."""
        return {"file": str(self.pk), "instructions": self.withdrawn}
