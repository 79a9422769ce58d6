"""Sends an undelivered mail again."""

from typing import Any

from amendments.actions.base import BaseAction
from amendments.models import OutgoingMail
from amendments.permissions import holds

State = OutgoingMail.State


class RetryMail(BaseAction[OutgoingMail]):
    """Whoever looks after the site has a mail sent again that the mail server refused. It keeps its Message-ID."""

    action_name = "amendments.retry_mail"
    instance: OutgoingMail

    def user_has_permission(self) -> bool:
        """Those who may change mails."""
        return holds(self.user, "amendments.change_outgoingmail")

    def done(self) -> OutgoingMail | None:
        """The mail, if it is on its way again."""
        return OutgoingMail.objects.filter(pk=self.instance.pk).exclude(state=State.FAILED).first()

    def perform(self) -> OutgoingMail:
        """Let the worker try as long as with a new mail."""
        mail = self.instance
        mail.state, mail.attempts, mail.due_at, mail.written_at = (
            State.WAITING,
            0,
            self.actor.at,
            self.actor.at,
        )
        mail.save(update_fields=["state", "attempts", "due_at", "written_at"])
        return mail

    def log_data(self) -> dict[str, Any]:
        """What the server had said."""
        return {"error": self.instance.error}
