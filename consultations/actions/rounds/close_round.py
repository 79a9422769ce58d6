"""Closes a round."""

from datetime import datetime, timedelta

from django.db.models import Max

from consultations.actions.rounds.change_round import RoundChange
from consultations.models import Round
from consultations.rules.phases import Feature
from consultations.values import RoundStep

_LONGEST_WAIT = timedelta(minutes=1)  # of a request


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
        self.instance.closed_at = self._moment()
        return self.announce_step(self.instance.closes)

    def _moment(self) -> datetime:
        """Not before what was received while the step waited for it: nothing stands in the record as received later."""
        since, until = self.actor.at, self.actor.at + _LONGEST_WAIT
        received = self.instance.submissions.filter(received_at__gt=since, received_at__lt=until)
        return received.aggregate(last=Max("received_at"))["last"] or since
