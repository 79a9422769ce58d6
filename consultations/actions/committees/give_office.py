"""Gives a person an office of a committee."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.access.powers import Power
from consultations.access.remit import forget_offices, holds_in
from consultations.actions.base import in_committee, save_unless_taken
from consultations.errors import CommitteeNameTaken, EndsBeforeStart, OfficeStands, OwnOffice, RoleFirst
from consultations.models import Committee, Office
from consultations.values import OfficeKind


@dataclass(frozen=True, slots=True)
class OfficeData:
    """A person, their office and its period."""

    user: Any  # the project's user model
    kind: OfficeKind
    start: date | None = None  # None: the day of the action
    end: date | None = None


class GiveOffice(BaseAction[Office]):
    """A person who keeps the offices gives one to somebody else. Only a person who keeps every committee founds one.

    The holder is in the group of the same name, which opens the screens of the office: so no administrator alone makes
    somebody a secretary (ADR 20). A second call changes nothing.
    """

    action_name = "consultations.give_office"
    instance: Committee

    def __init__(self, committee: Committee, data: OfficeData, *, actor: Actor) -> None:
        super().__init__(committee, actor=actor)
        self.data = data

    def user_has_permission(self) -> bool:
        """Whether the person keeps offices, as administrators do."""
        return holds_in(self.user, Power.GIVE_OFFICE, self.instance)

    def done(self) -> Office | None:
        """The office, if the person holds it already until the same day."""
        held = self._held().filter(end=self.data.end).first()
        return held if self._has_role() else None

    def perform(self) -> Office:
        """Write the office from its first day."""
        data, start = self.data, self._start
        if data.user.pk == self.user.pk:
            raise OwnOffice
        if data.end is not None and data.end < start:
            raise EndsBeforeStart
        if not self._has_role():
            raise RoleFirst
        if self.instance._state.adding:
            save_unless_taken(self.instance, CommitteeNameTaken)
        if data.end is not None and self._held().filter(start__lte=data.end).exists():
            raise OfficeStands
        row = Office(committee=self.instance, user=data.user, kind=data.kind, start=start, end=data.end)
        attribute(row, self.actor)
        row.save()
        forget_offices(data.user)
        return row

    def _has_role(self) -> bool:
        return bool(self.data.user.groups.filter(name=self.data.kind.value).exists())

    @property
    def _start(self) -> date:
        return self.data.start or localdate(self.actor.at)

    def _held(self) -> QuerySet[Office]:
        """The office of the person without an end, and the one of the same period."""
        same = Q(end=None) | Q(start=self._start, end=self.data.end)
        return Office.objects.filter(
            same, in_committee(self.instance), user=self.data.user, kind=self.data.kind
        )
