"""Brings the states of issues into line with the end of an amendment: what never becomes law fixes nothing."""

from django.db import models

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.models import Amendment
from rights.models import FollowedText, RightsIssue
from rights.queries.states_of_issues import states_of


class FollowEnd(BaseAction[list[RightsIssue]]):
    """Where an amendment fails, its drafts no longer say how issues stand; where that is taken back, they say it again.

    It follows from the step of the amendment. An issue that somebody has moved on by hand since stays where it is.
    """

    action_name = "rights.follow_end"
    instance: Amendment

    def user_has_permission(self) -> bool:
        """Everybody: the step that it follows from was allowed. A refusal would tell that there is an issue."""
        return True

    def lock(self) -> None:
        """Lock the issues, as the office does with each step, in the order in which opinions do, and find those that move."""
        super().lock()
        followed = FollowedText.objects.filter(version__draft__amendment=self.instance)
        locked = RightsIssue.objects.select_for_update(no_key=True).filter(pk__in=followed.values("issue"))
        self.moved = _moved(list(locked.order_by("pk")))

    def done(self) -> list[RightsIssue] | None:
        """Nothing, if every issue is where it belongs."""
        return None if self.moved else []

    def perform(self) -> list[RightsIssue]:
        """Write the states."""
        for issue in self.moved:
            attribute(issue, self.actor)
            issue.save()
        self.touched(RightsIssue._meta.label_lower, [issue.pk for issue in self.moved])
        return self.moved

    def subject(self, result: list[RightsIssue]) -> models.Model:
        """An issue: an entry on the amendment would tell those who read its log that the office follows it."""
        return result[0]


def _moved(issues: list[RightsIssue]) -> list[RightsIssue]:
    """The issues that are elsewhere now, not saved."""
    states = states_of(issues)
    moved = [issue for issue in issues if states[issue.pk] != issue.state]
    for issue in moved:
        issue.state = states[issue.pk]
    return moved
