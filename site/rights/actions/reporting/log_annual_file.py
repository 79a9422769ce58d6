"""Logs that the annual report left the site."""

from amendments.audit.actor import Actor
from rights.actions.reporting.office_file import OfficeFile


class LogAnnualFile(OfficeFile):
    """Somebody of the office took the report of a year away. Nothing else changes."""

    action_name = "rights.export_report"

    def __init__(self, year: int, file_format: str, *, actor: Actor) -> None:
        super().__init__(actor=actor)
        self.year, self.file_format = year, file_format

    def log_data(self) -> dict[str, object]:
        """Which report, and in which format."""
        return {"year": self.year, "format": self.file_format}
