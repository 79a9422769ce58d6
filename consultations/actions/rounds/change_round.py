"""The base of the actions that change the times of a round: a public reason and an announcement."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max

from amendments.audit.actor import Actor
from consultations.actions.base import RoundAction
from consultations.actions.rounds.open_round import days_of
from consultations.errors import PublicReasonNeeded
from consultations.models import Round, RoundNotice
from consultations.values import RoundStep

_LONGEST_WAIT = timedelta(minutes=1)  # of a request


class RoundChange(RoundAction[Round]):
    """A change of the times of a round."""

    step: RoundStep

    def moment(self) -> datetime:
        """Not before what was received while the step waited for it: nothing stands in the record as received later."""
        since, until = self.actor.at, self.actor.at + _LONGEST_WAIT
        received = self.instance.submissions.filter(received_at__gt=since, received_at__lt=until)
        return received.aggregate(last=Max("received_at"))["last"] or since

    def announce_step(self, closes_before: datetime, *, before: Mapping[str, Any] | None = None) -> Round:
        """Save the round and the notice for its readers."""
        self.save(self.instance)
        RoundNotice.objects.create(
            round=self.instance,
            step=self.step,
            at=self.actor.at,
            by=self.actor.user,
            reason=self.actor.reason,
            closes_before=closes_before,
            closes_after=self.instance.ended_at,
            before=before,
        )
        self.touched("consultations.round", [self.instance.pk])
        return self.instance

    def require_public_reason(self) -> None:
        """Refuse without a reason, which everybody who may see the round can read."""
        if not self.actor.reason.strip():
            raise PublicReasonNeeded


class NewEnd(RoundChange):
    """A step to another closing time."""

    def __init__(self, round_: Round, closes: datetime, *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self.closes = closes

    def done(self) -> Round | None:
        """The round, if its last change was this step until the same time: the button was clicked twice."""
        last = self.instance.notices.last()
        is_same = last is not None and (last.step, last.closes_after) == (self.step, self.closes)
        return self.instance if is_same else None

    def set_end(self) -> None:
        """Take the new closing time, and the days that it gives, into the round."""
        self.instance.closes = self.closes
        self.instance.days = days_of(self.instance.opens, self.closes, self.instance.day_kind)
