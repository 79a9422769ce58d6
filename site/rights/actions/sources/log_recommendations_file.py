"""Logs that the recommendations of international bodies left the site as a file."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from rights.powers import Power


class LogRecommendationsFile(BaseAction[None]):
    """Somebody of the office took the list away. Nothing else changes."""

    action_name = "rights.export_recommendations"

    def __init__(self, count: int, file_format: str, *, actor: Actor) -> None:
        super().__init__(actor.user, actor=actor)
        self.count, self.file_format = count, file_format

    def user_has_permission(self) -> bool:
        """Whether the person belongs to the office."""
        return holds(self.user, Power.READ)

    def perform(self) -> None:
        """Nothing but the log."""

    def log_data(self) -> dict[str, object]:
        """How many rows, and in which format."""
        return {"count": self.count, "format": self.file_format}
