"""Gives a round more time."""

from consultations.actions.rounds.change_round import NewEnd
from consultations.errors import BadPeriod
from consultations.models import Round
from consultations.rules.phases import Feature
from consultations.values import RoundStep


class ExtendRound(NewEnd):
    """The secretary sets a later closing time with a public reason."""

    action_name = "consultations.extend_round"
    feature = Feature.EXTEND
    step = RoundStep.EXTENDED

    def perform(self) -> Round:
        """Write the new closing time, which must be later than the present one."""
        self.require_phase()
        self.require_public_reason()
        before = self.instance.closes
        if self.closes <= before:
            raise BadPeriod
        self.set_end()
        return self.announce_step(before)
