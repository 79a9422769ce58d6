"""Asks the secretary to accept an institution or a person after the closing time."""

from amendments.audit.actor import Actor
from consultations.access.permissions import late_acceptance
from consultations.actions.base import RoundAction, required
from consultations.errors.of_states import DeclinedInTheseWords
from consultations.models import Institution, LateAcceptance, Round
from consultations.rules.phases import Feature


class AskLate(RoundAction[LateAcceptance]):
    """The focal point of an institution asks with a reason, or a person for an individual view.

    They may ask again when an acceptance has ended, and with a new reason when the request was declined; the request
    then waits for a new answer.
    """

    action_name = "consultations.ask_late"
    feature = Feature.ASK_LATE

    def __init__(self, round_: Round, institution: Institution | None, *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self._institution = institution

    @property
    def institution(self) -> Institution | None:
        """The institution that is late; None for the person."""
        return self._institution

    def done(self) -> LateAcceptance | None:
        """The request, if the person asked in the same words and nobody answered since."""
        row = late_acceptance(self.round, self._institution, self.user)
        if row is None or not row.is_waiting:
            return None
        is_same = (row.request, row.asked_by) == (self.actor.reason, self.actor.user)
        return row if is_same else None

    def perform(self) -> LateAcceptance:
        """Write the request. A second one for the same round replaces the reason.

        Raises `DeclinedInTheseWords` if the secretary declined a request with this reason.
        """
        self.require_phase()
        row = late_acceptance(self.round, self._institution, self.user)
        if row is None:
            person = None if self._institution else self.user
            row = LateAcceptance(round=self.round, institution=self._institution, person=person)
        reason = required(self.actor)
        if row.declined_at is not None and row.request.split() == reason.split():
            raise DeclinedInTheseWords
        row.accepted_at = row.accepted_by = row.until = row.declined_at = row.declined_by = None
        row.reason = ""
        row.request = reason
        row.asked_at = self.actor.at
        row.asked_by = self.actor.user
        self.touched("consultations.round", [self.round.pk])
        return self.save(row)
