"""Lets a person act for an institution."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.access.exclusive_roles import Function, functions_of, refuse_joined
from consultations.access.member_keeping import keeps_members
from consultations.access.memberships import forget_roles, sends_for
from consultations.access.powers import Power
from consultations.errors import EndsBeforeStart
from consultations.models import Institution, Membership
from consultations.values import MembershipRole


@dataclass(frozen=True, slots=True)
class MemberData:
    """A person, their role and period. The name is shown only if the institution chose to show it."""

    user: Any  # the project's user model
    role: MembershipRole
    start: date | None = None  # None: the day of the action
    end: date | None = None
    show_name: bool = False


class AddMember(BaseAction[Membership]):
    """A focal point of the institution, or the secretary within the remit, adds a person. A second call changes nothing."""

    action_name = "consultations.add_member"
    instance: Institution

    def __init__(self, institution: Institution, data: MemberData, *, actor: Actor) -> None:
        super().__init__(institution, actor=actor)
        self.data = data

    def user_has_permission(self) -> bool:
        """Whether the person keeps its people. Nobody of the secretariat adds themselves."""
        is_own = self.instance.pk in sends_for(self.user, self.actor.at)
        is_fit = is_own or self.data.user.pk != self.user.pk
        return is_fit and keeps_members(self.user, Power.ADD_MEMBER, self.instance, self.actor.at)

    def lock(self) -> None:
        """Lock the person too, so that a role that excludes a membership is not given meanwhile."""
        super().lock()
        hold(self.data.user)

    def done(self) -> Membership | None:
        """The membership, if the person has it already."""
        data = self.data
        same = Q(end=None) | Q(start=self._start, end=data.end)
        return Membership.objects.filter(
            same, user=data.user, institution=self.instance, role=data.role
        ).first()

    def perform(self) -> Membership:
        """Write the membership."""
        data, start = self.data, self._start
        if data.end is not None and data.end < start:
            raise EndsBeforeStart
        refuse_joined(data.user, functions_of(data.user) | {Function.CONTENT})
        row = Membership(
            user=data.user,
            institution=self.instance,
            role=data.role,
            start=start,
            end=data.end,
            show_name=data.show_name,
        )
        attribute(row, self.actor)
        row.save()
        forget_roles(data.user)
        self.touched("consultations.membership", [row.pk])
        return row

    @property
    def _start(self) -> date:
        return self.data.start or localdate(self.actor.at)
