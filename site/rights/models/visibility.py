"""Who may read issues and notes. Pages, counts and lists use these rules.

Before an opinion, an issue is the business of the Ombudsman's office alone. Superuser status opens nothing.
"""

from typing import Any, TypeVar

from django.db import models
from django.db.models import Q

from amendments.permissions import holds
from consultations.memberships import institutions_of
from rights.powers import Power

Row = TypeVar("Row", bound=models.Model)


class IssueQuerySet(models.QuerySet[Row]):
    """Chainable reads of issues."""

    def visible_to(self, user: Any) -> "IssueQuerySet[Row]":
        """All of them for the office, none for anybody else."""
        return self.all() if holds(user, Power.READ) else self.none()


class NoteQuerySet(models.QuerySet[Row]):
    """Chainable reads of internal notes."""

    def visible_to(self, user: Any) -> "NoteQuerySet[Row]":
        """The notes of the office and the person's own private ones."""
        if not holds(user, Power.READ):
            return self.none()
        return self.filter(Q(is_private=False) | Q(author=user.pk))


class ReplyQuerySet(models.QuerySet[Row]):
    """Chainable reads of questions to institutions."""

    def visible_to(self, user: Any) -> "ReplyQuerySet[Row]":
        """All of them for the office; for others those to an institution of theirs."""
        return self.all() if holds(user, Power.READ) else self.to_bodies_of(user)

    def to_bodies_of(self, user: Any) -> "ReplyQuerySet[Row]":
        """Those to an institution of the person."""
        return self.filter(institution__in=institutions_of(user))
