"""Who does something: person, institution acted for, moment and reason."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an action. Views pass the clock's moment; only the demo loader passes a past one."""

    user: AbstractUser
    at: datetime
    acting_for: str = ""  # the institution's name at that moment, "" = for oneself
    reason: str = ""

    @classmethod
    def now(cls, user: AbstractUser, *, acting_for: str = "", reason: str = "") -> "Actor":
        """The person at this moment."""
        return cls(user, timezone.now(), acting_for, reason)
