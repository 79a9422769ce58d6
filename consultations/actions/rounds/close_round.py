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

    def done(self) -> Round | None:
        """The round, if it is closed already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.closed_at is not None else None

    def perform(self) -> Round:
        """Close the round."""
        self.require_phase()
        if self.actor.at < self.instance.closes:
            self.require_public_reason()
        self.instance.closed_at = self.moment()
        return self.announce_step(self.instance.closes)
