"""Who does something: person, institution acted for, moment and reason."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an action. Views pass the clock's moment; only the demo loader passes a past one."""

    user: Any  # the project's user model, which this app may not name
    at: datetime
    acting_for: str = ""  # the institution's name at that moment, "" = for oneself
    reason: str = ""

    @classmethod
    def now(cls, user: Any, *, acting_for: str = "", reason: str = "") -> "Actor":
        """The person at this moment."""
        return cls(user, timezone.now(), acting_for, reason)

    def without_reason(self) -> "Actor":
        """The same person and moment, for what others read who may not read the reason."""
        return replace(self, reason="")
