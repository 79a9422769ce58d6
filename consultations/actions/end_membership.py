"""Ends a membership; the row stays."""

from datetime import timedelta

from django.utils.timezone import localdate

from amendments.actions.base import BaseAction
from amendments.history import attribute
from consultations.models import Membership
from consultations.permissions import forget_roles, is_secretary, sends_for


class EndMembership(BaseAction[Membership]):
    """From the actor's day on, the person no longer acts for the institution."""

    action_name = "consultations.end_membership"
    instance: Membership

    def user_has_permission(self) -> bool:
        """The secretariat, and the focal points of the own body."""
        return is_secretary(self.user) or self.instance.institution_id in sends_for(self.user, self.actor.at)

    def perform(self) -> Membership:
        """The last day is the day before, but never before the first."""
        row = self.instance
        row.end = max(row.start, localdate(self.actor.at) - timedelta(days=1))
        attribute(row, self.actor)
        row.save()
        forget_roles(row.user)
        return row
