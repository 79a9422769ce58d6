"""Logs that a table of conformity left the site."""

from amendments.audit.actor import Actor
from rights.actions.reporting.office_file import OfficeFile


class LogConformityFile(OfficeFile):
    """Somebody of the office took a table away. The act is not named: auditors may not know that the office follows it."""

    action_name = "rights.export_conformity"

    def __init__(self, file_format: str, *, actor: Actor) -> None:
        super().__init__(actor=actor)
        self.file_format = file_format

    def log_data(self) -> dict[str, object]:
        """In which format."""
        return {"format": self.file_format}
