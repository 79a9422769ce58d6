"""A drafter asks for many marks to be taken in, which the worker does."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import MarkedFileDecided
from amendments.long_work import progress
from amendments.models import MarkedFile
from amendments.worker.marked_file_tasks import take_marks


class RequestMarkedChanges(InstructionAction[MarkedFile]):
    """The worker takes the chosen marks in, for the person and with the rights that the person has then."""

    action_name = "amendments.request_marked_changes"
    changes_text = False

    def __init__(
        self, file: MarkedFile, *, actor: Actor, changes: Collection[int], notes: Collection[int]
    ) -> None:
        """`changes` and `notes` are the numbers of those that are taken."""
        super().__init__(file.amended_act, actor=actor)
        self.pk = file.pk
        self.wish = {"changes": sorted(changes), "notes": sorted(notes), "language": get_language() or "en"}

    def done(self) -> MarkedFile | None:
        """The file, if it waits or was taken in already."""
        asked = (MarkedFile.State.TAKING, MarkedFile.State.TAKEN)
        return MarkedFile.objects.filter(pk=self.pk, state__in=asked).first()

    def perform(self) -> MarkedFile:
        """Store the request; the worker picks it up after the commit."""
        file = MarkedFile.objects.select_for_update().get(pk=self.pk)
        if file.state != MarkedFile.State.READ:
            raise MarkedFileDecided
        file.state, file.moved_at, file.wish, file.error = (
            MarkedFile.State.TAKING,
            self.actor.at,
            self.wish,
            "",
        )
        file.asked_by, file.asked_at = self.user, self.actor.at
        file.save(update_fields=["state", "moved_at", "wish", "error", "asked_by", "asked_at"])
        progress.allow(str(file.pk))
        transaction.on_commit(lambda: take_marks.enqueue(str(file.pk)))
        return file

    def settle(self) -> None:
        """No instruction touches anything else now."""

    def subject(self, result: MarkedFile) -> Any:
        """The log names the amendment."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which file, and how much of it."""
        return {"file": str(self.pk), "changes": len(self.wish["changes"]), "notes": len(self.wish["notes"])}
