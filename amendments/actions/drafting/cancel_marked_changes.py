"""A drafter cancels what the worker does with many marks: it takes them in, or places them for their page."""

from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.long_work import progress
from amendments.models import MarkedFile
from amendments.queries.drafting.placings import stop_placing


class CancelMarkedChanges(InstructionAction[MarkedFile]):
    """Nothing of the file is proposed, and it waits to be looked at again. What is taken in already stays."""

    action_name = "amendments.cancel_marked_changes"
    changes_text = False

    def __init__(self, file: MarkedFile, *, actor: Actor) -> None:
        super().__init__(file.amended_act, actor=actor)
        self.pk = file.pk

    def execute(self, skip_permission_checks: bool = False) -> MarkedFile:
        """Tell the worker first: it holds the amendment while it takes the marks in."""
        self.check()
        standing = MarkedFile.objects.get(pk=self.pk)
        if standing.state == MarkedFile.State.TAKING:
            progress.stop(str(self.pk))
        else:
            stop_placing(standing)
        try:
            return super().execute()
        except AmendmentsError:  # the worker says in the row why it stops
            progress.allow(str(self.pk))
            raise

    def done(self) -> MarkedFile | None:
        """The file, if the worker does not take it in, or has done so."""
        standing = self._standing()
        return None if standing.state == MarkedFile.State.TAKING else standing

    def perform(self) -> MarkedFile:
        """Let it be looked at again, also by a worker of whom it was asked after the first look at it."""
        progress.stop(str(self.pk))
        MarkedFile.objects.filter(pk=self.pk).update(
            state=MarkedFile.State.READ, moved_at=self.actor.at, wish={}
        )
        return self._standing()

    def settle(self) -> None:
        """No instruction touches anything else now."""

    def subject(self, result: MarkedFile) -> Any:
        """The log names the amendment."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which file."""
        return {"file": str(self.pk)}

    def _standing(self) -> MarkedFile:
        return MarkedFile.objects.defer("markup").get(pk=self.pk)
