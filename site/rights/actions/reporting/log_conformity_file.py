"""Logs that a table of conformity left the site."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from rights.powers import Power


class LogConformityFile(BaseAction[None]):
    """Somebody of the office took a table away. The act is not named: auditors may not know that the office follows it."""

    action_name = "rights.export_conformity"

    def __init__(self, file_format: str, *, actor: Actor) -> None:
        super().__init__(actor.user, actor=actor)
        self.file_format = file_format

    def user_has_permission(self) -> bool:
        """Whether the person belongs to the office."""
        return holds(self.user, Power.READ)

    def perform(self) -> None:
        """Nothing but the log."""

    def log_data(self) -> dict[str, object]:
        """In which format."""
        return {"format": self.file_format}
