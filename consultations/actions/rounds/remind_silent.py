"""Reminds the institutions that have not answered."""

from consultations.actions.base import RoundAction
from consultations.errors import RoundNotOpen
from consultations.models import Round
from consultations.rules.phases import Feature, Phase


class RemindSilent(RoundAction[Round]):
    """The secretary has a reminder sent to the silent institutions of an open round, besides those of the calendar."""

    action_name = "consultations.remind_silent"
    feature = Feature.INVITE

    def perform(self) -> Round:
        """Announce it; the letters listen."""
        self.require_phase()
        if self.instance.phase(self.actor.at) is not Phase.OPEN:
            raise RoundNotOpen
        self.touched("consultations.round", [self.instance.pk])
        return self.instance
