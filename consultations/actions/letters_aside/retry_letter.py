"""Has a letter written again that was put aside."""

from typing import Any

from amendments.actions.base import BaseAction
from amendments.permissions import holds
from consultations.models import Letter

State = Letter.State


class RetryLetter(BaseAction[Letter]):
    """Whoever looks after the mails has a letter tried again that could not be written."""

    action_name = "consultations.retry_letter"
    instance: Letter

    def user_has_permission(self) -> bool:
        """Those who may have mails sent again."""
        return holds(self.user, "amendments.change_outgoingmail")

    def done(self) -> Letter | None:
        """The letter, if it is not put aside any more."""
        return Letter.objects.filter(pk=self.instance.pk).exclude(state=State.FAILED).first()

    def perform(self) -> Letter:
        """Let the worker try as often as with a new letter."""
        letter = self.instance
        letter.state, letter.attempts, letter.due_at = State.WAITING, 0, self.actor.at
        letter.save(update_fields=["state", "attempts", "due_at"])
        return letter

    def log_data(self) -> dict[str, Any]:
        """What had gone wrong."""
        return {"error": self.instance.error}
