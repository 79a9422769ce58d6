"""Cancels a round."""

from consultations.actions.rounds.change_round import RoundChange
from consultations.models import Round
from consultations.rules.phases import Feature
from consultations.values import RoundStep


class CancelRound(RoundChange):
    """The secretary cancels a planned or open round with a public reason. Submissions are kept."""

    action_name = "consultations.cancel_round"
    feature = Feature.CANCEL
    step = RoundStep.CANCELLED

    def done(self) -> Round | None:
        """The round, if it is cancelled already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.cancelled_at is not None else None

    def perform(self) -> Round:
        """Cancel the round."""
        self.require_phase()
        self.require_public_reason()
        self.instance.cancelled_at = self.moment()
        return self.announce_step(self.instance.closes)
