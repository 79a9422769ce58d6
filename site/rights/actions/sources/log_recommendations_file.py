"""Logs that the recommendations of international bodies left the site as a file."""

from amendments.audit.actor import Actor
from rights.actions.reporting.office_file import OfficeFile


class LogRecommendationsFile(OfficeFile):
    """Somebody of the office took the list away. Nothing else changes."""

    action_name = "rights.export_recommendations"

    def __init__(self, count: int, file_format: str, *, actor: Actor) -> None:
        super().__init__(actor=actor)
        self.count, self.file_format = count, file_format

    def log_data(self) -> dict[str, object]:
        """How many rows, and in which format."""
        return {"count": self.count, "format": self.file_format}
