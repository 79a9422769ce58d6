"""What the actions of this app share."""

from collections.abc import Iterable
from typing import TypeVar

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.permissions import holds
from rights.models import RightsIssue
from rights.powers import Power

R = TypeVar("R")


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
