"""Closes a round."""

from consultations.actions.rounds.change_round import RoundChange
from consultations.models import Round
from consultations.rules.phases import Feature
from consultations.values import RoundStep


class CloseRound(RoundChange):
    """The secretary closes a round early with a public reason, or records that its time is over."""

    action_name = "consultations.close_round"
    feature = Feature.CLOSE
    step = RoundStep.CLOSED

    def perform(self) -> Round:
        """Close the round. A second call changes nothing."""
        self.instance.refresh_from_db()
        if self.instance.closed_at is not None:
            return self.instance
        self.require_phase()
        if self.actor.at < self.instance.closes:
            self.require_public_reason()
        self.instance.closed_at = self.actor.at
        return self.announce_step(self.instance.closes)
