"""Gives an institution a seat on a committee."""

from django.utils.timezone import localdate

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.access.powers import Power
from consultations.access.remit import holds_in
from consultations.actions.base import in_committee, save_unless_taken
from consultations.errors import CommitteeNameTaken
from consultations.models import Committee, Institution, Seat
from consultations.values import SeatRole


class GiveSeat(BaseAction[Seat]):
    """Gives a seat, as the secretary of the committee or as a person who keeps every committee and may found new ones."""

    action_name = "consultations.give_seat"
    instance: Committee

    def __init__(
        self,
        committee: Committee,
        institution: Institution,
        role: SeatRole = SeatRole.MEMBER,
        *,
        actor: Actor,
    ) -> None:
        super().__init__(committee, actor=actor)
        self.institution = institution
        self.role = role

    def user_has_permission(self) -> bool:
        """Whether the person keeps seats of the committee, as its secretary and administrators do."""
        return holds_in(self.user, Power.GIVE_SEAT, self.instance)

    def done(self) -> Seat | None:
        """The seat, if the institution has it already."""
        held = Seat.objects.filter(in_committee(self.instance), institution=self.institution, end=None)
        return held.first()

    def perform(self) -> Seat:
        """Write the seat from the day of the action."""
        if self.instance._state.adding:
            save_unless_taken(self.instance, CommitteeNameTaken)
        row = Seat(
            committee=self.instance,
            institution=self.institution,
            role=self.role,
            start=localdate(self.actor.at),
        )
        attribute(row, self.actor)
        row.save()
        return row
