"""Opens a closed round again."""

from consultations.actions.rounds.change_round import NewEnd
from consultations.errors import BadPeriod, NoRoundNow
from consultations.models import Round
from consultations.queries.rounds.round_states import obstacle_to_more
from consultations.rules.phases import Feature
from consultations.values import RoundStep


class ReopenRound(NewEnd):
    """The secretary reopens a round until a new closing time with a public reason."""

    action_name = "consultations.reopen_round"
    feature = Feature.REOPEN
    step = RoundStep.REOPENED

    def perform(self) -> Round:
        """Write the new closing time, which must be in the future."""
        self.require_phase()
        self.require_public_reason()
        if obstacle := obstacle_to_more(self.instance.amendment):
            raise NoRoundNow(obstacle)
        before = self.instance.ended_at
        if self.closes <= self.actor.at:
            raise BadPeriod
        self.set_end()
        self.instance.closed_at = None
        return self.announce_step(before)
