"""What the actions of this app share."""

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.db import models

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.permissions import holds
from rights.models import RightsIssue
from rights.powers import Power

R = TypeVar("R")


def key_for(model: type[models.Model], key: UUID | None) -> UUID | None:
    """The key of a form for a new row: None where another row has it, because its form was sent for something else."""
    return None if key and model._default_manager.filter(created_key=key).exists() else key


class IssueAction(BaseAction[R]):
    """A step on an issue by the office."""

    instance: RightsIssue

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office."""
        return holds(self.user, Power.READ) and holds(self.user, Power.WRITE)

    def save(self, issue: RightsIssue) -> RightsIssue:
        """Save the issue with the actor in its history, and announce it."""
        attribute(issue, self.actor)
        issue.save()
        self.announce([issue.pk])
        return issue

    def announce(self, issues: Iterable[object]) -> None:
        """Announce that issues changed."""
        self.touched(RightsIssue._meta.label_lower, list(issues))
