"""Ends a membership. The row is kept."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from consultations.access.member_keeping import keeps_members
from consultations.access.memberships import forget_roles
from consultations.access.powers import Power
from consultations.actions.base import end_on, ended_on
from consultations.errors.of_states import LastWhoSigns
from consultations.models import Membership
from consultations.values import SENDING_ROLES


class EndMembership(BaseAction[Membership]):
    """The person acts for the institution up to and including the last day.

    Without a `last_day` the membership ends at once: its last day was yesterday. One that began today, or has not
    begun, ends on the day before it began: somebody who was added by mistake reads nothing from that moment on.
    """

    action_name = "consultations.end_membership"
    instance: Membership

    def __init__(self, membership: Membership, last_day: date | None = None, *, actor: Actor) -> None:
        super().__init__(membership, actor=actor)
        self.last_day = last_day

    def user_has_permission(self) -> bool:
        """Whether the person keeps the people of the institution."""
        return keeps_members(self.user, Power.END_MEMBER, self.instance.institution, self.actor.at)

    def lock(self) -> None:
        """Lock the institution too: of two who end each other, the second one keeps nobody's membership any more."""
        hold(self.instance.institution)
        super().lock()

    def done(self) -> Membership | None:
        """The membership, if it ends on that day already."""
        return ended_on(self.instance, self._day())

    def perform(self) -> Membership:
        """Write the last day."""
        forget_roles(self.user)
        self.check_again()
        row = self.instance
        if row.user_id == self.user.pk and not self._is_signed_for_by_others():
            raise LastWhoSigns
        is_new = row.start >= localdate(self.actor.at)
        end_on(row, self._day(), self.actor, first=row.start - timedelta(days=is_new))
        forget_roles(row.user)
        self.touched("consultations.membership", [row.pk])
        return row

    def _day(self) -> date:
        row = self.instance
        yesterday = localdate(self.actor.at) - timedelta(days=1)
        at_once = max(row.start - timedelta(days=1), yesterday)
        return self.last_day or min(row.end or at_once, at_once)

    def _is_signed_for_by_others(self) -> bool:
        """Whether an institution for which the person signs has others who do after today, so that somebody can add members."""
        row, today = self.instance, localdate(self.actor.at)
        signing = Membership.objects.filter(
            Q(end=None) | Q(end__gt=today),
            start__lte=today,
            institution=row.institution_id,
            role__in=SENDING_ROLES,
            user__is_active=True,
        )
        return row.role not in SENDING_ROLES or signing.exclude(pk=row.pk).exists()
