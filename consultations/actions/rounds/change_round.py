"""What the changes to the times of a round share: a public reason and an announcement."""

from datetime import datetime

from consultations.actions.base import RoundAction
from consultations.errors import PublicReasonNeeded
from consultations.models import Round, RoundNotice
from consultations.values import RoundStep


class RoundChange(RoundAction[Round]):
    """A change of the times of a round."""

    step: RoundStep

    def announce_step(self, closes_before: datetime) -> Round:
        """Write the round and what the public is told."""
        self.save(self.instance)
        RoundNotice.objects.create(
            round=self.instance,
            step=self.step,
            at=self.actor.at,
            by=self.actor.user,
            reason=self.actor.reason,
            closes_before=closes_before,
            closes_after=self.instance.ended_at,
        )
        self.touched("consultations.round", [self.instance.pk])
        return self.instance

    def require_public_reason(self) -> None:
        """Everybody who may see the round reads the reason."""
        if not self.actor.reason.strip():
            raise PublicReasonNeeded
