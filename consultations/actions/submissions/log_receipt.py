"""A sender takes the proof of a receipt away as a file."""

from typing import Any

from amendments.actions.base import BaseAction
from consultations.access.permissions import is_own
from consultations.models import Submission


class LogReceipt(BaseAction[None]):
    """Logs who downloaded the proof of which submission. Nothing else changes."""

    action_name = "consultations.download_receipt"
    instance: Submission

    def user_has_permission(self) -> bool:
        """The senders of a received submission."""
        return self.instance.is_received and is_own(self.user, self.instance)

    def lock(self) -> None:
        """Lock nothing: two downloads do not disturb each other."""

    def perform(self) -> None:
        """The log entry is all that is written."""

    def log_data(self) -> dict[str, Any]:
        """The reference and the hash."""
        return {"reference": self.instance.reference, "hash": self.instance.sha256}
