"""Logs that the annual report left the site."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from rights.powers import Power


class LogAnnualFile(BaseAction[None]):
    """Somebody of the office took the report of a year away. Nothing else changes."""

    action_name = "rights.export_report"

    def __init__(self, year: int, file_format: str, *, actor: Actor) -> None:
        super().__init__(actor.user, actor=actor)
        self.year, self.file_format = year, file_format

    def user_has_permission(self) -> bool:
        """Whether the person belongs to the office."""
        return holds(self.user, Power.READ)

    def perform(self) -> None:
        """Nothing but the log."""

    def log_data(self) -> dict[str, object]:
        """Which report, and in which format."""
        return {"year": self.year, "format": self.file_format}
