"""Ends an office of a committee. The row is kept."""

from datetime import date

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from consultations.access.powers import Power
from consultations.access.remit import forget_offices, holds_in
from consultations.actions.base import end_on, ended_on
from consultations.models import Office


class EndOffice(BaseAction[Office]):
    """A person who keeps the offices sets the last day."""

    action_name = "consultations.end_office"
    instance: Office

    def __init__(self, office: Office, last_day: date, *, actor: Actor) -> None:
        super().__init__(office, actor=actor)
        self.last_day = last_day

    def user_has_permission(self) -> bool:
        """Whether the person keeps offices, as administrators do."""
        return holds_in(self.user, Power.END_OFFICE, self.instance.committee)

    def done(self) -> Office | None:
        """The office, if it ends on that day already."""
        return ended_on(self.instance, self.last_day)

    def perform(self) -> Office:
        """Write the last day."""
        row = self.instance
        end_on(row, self.last_day, self.actor)
        forget_offices(row.user)
        return row
