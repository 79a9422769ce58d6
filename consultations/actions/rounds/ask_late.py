"""Asks the secretary to accept an institution or a person after the closing time."""

from amendments.audit.actor import Actor
from consultations.actions.base import RoundAction, required
from consultations.models import Institution, LateAcceptance, Round
from consultations.permissions import late_acceptance
from consultations.rules.phases import Feature


class AskLate(RoundAction[LateAcceptance]):
    """The focal point of an institution asks with a reason, or a person for an individual view.

    They may ask again when an acceptance has ended; the request then waits for a new answer.
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
        """The request, if the person asked in the same words and nobody accepted since."""
        row = late_acceptance(self.round, self._institution, self.user)
        if row is None or row.asked_at is None or not row.request:
            return None
        waits = row.accepted_at is None or row.accepted_at < row.asked_at
        is_same = (row.request, row.asked_by) == (self.actor.reason, self.actor.user)
        return row if waits and is_same else None

    def perform(self) -> LateAcceptance:
        """Write the request. A second one for the same round replaces the reason."""
        self.require_phase()
        row = late_acceptance(self.round, self._institution, self.user)
        if row is None:
            person = None if self._institution else self.user
            row = LateAcceptance(round=self.round, institution=self._institution, person=person)
        row.accepted_at = row.accepted_by = row.until = None
        row.reason = ""
        row.request = required(self.actor)
        row.asked_at = self.actor.at
        row.asked_by = self.actor.user
        self.touched("consultations.round", [self.round.pk])
        return self.save(row)
