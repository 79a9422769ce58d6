"""Logs that a file of the Ombudsman's office left the site, where only the office is named."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from consultations.models import ConfidentialLogEntry
from rights.powers import Power


class OfficeFile(BaseAction[None]):
    """Somebody of the office took a file away. Nothing else changes, and no page of the log shows it (ADR 29)."""

    def __init__(self, *, actor: Actor) -> None:
        super().__init__(actor.user, actor=actor)

    def user_has_permission(self) -> bool:
        """Whether the person belongs to the office."""
        return holds(self.user, Power.READ)

    def perform(self) -> None:
        """Nothing but the log."""

    def write_log(self, result: None) -> None:
        """Beside the other steps of the office: administrators and auditors may not know of its work."""
        ConfidentialLogEntry.objects.log_action(
            self.instance,
            self.action_name,
            user=self.user,
            data={"acting_for": self.actor.acting_for, "reason": self.actor.reason, **self.log_data()},
            timestamp=self.actor.at,
        )
