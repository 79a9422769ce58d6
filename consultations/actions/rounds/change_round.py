"""The base of the actions that change the times of a round: a public reason and an announcement."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from consultations.actions.base import RoundAction
from consultations.errors import PublicReasonNeeded
from consultations.models import Round, RoundNotice
from consultations.values import RoundStep


class RoundChange(RoundAction[Round]):
    """A change of the times of a round."""

    step: RoundStep

    def done_until(self, closes: datetime) -> Round | None:
        """The round, if its last change was this step until the same time: the button was clicked twice."""
        last = self.instance.notices.last()
        is_same = last is not None and (last.step, last.closes_after) == (self.step, closes)
        return self.instance if is_same else None

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
