"""Opens a closed round again."""

from datetime import datetime

from amendments.audit.actor import Actor
from consultations.actions.rounds.change_round import RoundChange
from consultations.actions.rounds.open_round import days_of
from consultations.errors import BadPeriod, NoRoundNow
from consultations.models import Round
from consultations.queries.rounds.round_states import obstacle_to_more
from consultations.rules.phases import Feature
from consultations.values import RoundStep


class ReopenRound(RoundChange):
    """The secretary reopens a round until a new closing time with a public reason."""

    action_name = "consultations.reopen_round"
    feature = Feature.REOPEN
    step = RoundStep.REOPENED

    def __init__(self, round_: Round, closes: datetime, *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self.closes = closes

    def done(self) -> Round | None:
        return self.done_until(self.closes)

    def perform(self) -> Round:
        """Write the new closing time, which must be in the future."""
        self.require_phase()
        self.require_public_reason()
        if obstacle := obstacle_to_more(self.instance.amendment):
            raise NoRoundNow(obstacle)
        before = self.instance.ended_at
        if self.closes <= self.actor.at:
            raise BadPeriod
        self.instance.closes = self.closes
        self.instance.closed_at = None
        self.instance.days = days_of(self.instance.opens, self.closes, self.instance.day_kind)
        return self.announce_step(before)
