"""Ends the seat of an institution on a committee. The row is kept."""

from datetime import date

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from consultations.access.powers import Power
from consultations.access.remit import holds_in
from consultations.actions.base import end_on, ended_on
from consultations.models import Seat


class EndSeat(BaseAction[Seat]):
    """The secretary of the committee, or a person who keeps every committee, sets the last day."""

    action_name = "consultations.end_seat"
    instance: Seat

    def __init__(self, seat: Seat, last_day: date, *, actor: Actor) -> None:
        super().__init__(seat, actor=actor)
        self.last_day = last_day

    def user_has_permission(self) -> bool:
        """Whether the person keeps seats of the committee, as its secretary and administrators do."""
        return holds_in(self.user, Power.END_SEAT, self.instance.committee)

    def done(self) -> Seat | None:
        """The seat, if it ends on that day already."""
        return ended_on(self.instance, self.last_day)

    def perform(self) -> Seat:
        """Write the last day."""
        row = self.instance
        end_on(row, self.last_day, self.actor)
        return row
