"""A person takes a text away as a file."""

from collections.abc import Mapping
from typing import Any

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.models import Draft, Version


class LogDownload(BaseAction[None]):
    """Logs who downloaded which text and what the file contained. Nothing else changes.

    Whoever downloads a public text without signing in is nobody whom the log could name.
    """

    action_name = "amendments.download_text"

    def __init__(self, text: Draft | Version, contained: Mapping[str, object], *, actor: Actor) -> None:
        super().__init__(text, actor=actor)
        self.contained = dict(contained)

    def user_has_permission(self) -> bool:
        """Whoever may read the text."""
        readable: Any = type(self.instance)._default_manager
        return bool(readable.visible_to(self.user).contains(self.instance))

    def lock(self) -> None:
        """Lock nothing: two downloads do not disturb each other."""

    def perform(self) -> None:
        """The log entry is all that is written."""

    def log_data(self) -> dict[str, Any]:
        """The format, the acts, the language of the words, and against what they were compared."""
        return self.contained
