"""Asks the secretary to accept an institution after the closing time."""

from amendments.audit.actor import Actor
from consultations.actions.base import RoundAction, required
from consultations.models import Institution, LateAcceptance, Round
from consultations.rules.phases import Feature


class AskLate(RoundAction[LateAcceptance]):
    """The focal point asks with a reason."""

    action_name = "consultations.ask_late"
    feature = Feature.ASK_LATE

    def __init__(self, round_: Round, institution: Institution, *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self._institution = institution

    @property
    def institution(self) -> Institution | None:
        """The institution that is late."""
        return self._institution

    def perform(self) -> LateAcceptance:
        """Write the request. A second one for the same round replaces the reason."""
        self.require_phase()
        row = LateAcceptance.objects.filter(round=self.round, institution=self._institution).first()
        row = row or LateAcceptance(round=self.round, institution=self._institution)
        row.request = required(self.actor)
        row.asked_at = self.actor.at
        row.asked_by = self.actor.user
        self.touched("consultations.round", [self.round.pk])
        return self.save(row)
