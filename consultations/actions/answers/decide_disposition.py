"""Decides the proposed answer."""

from amendments.audit.actor import Actor
from amendments.permissions import holds_on
from consultations.actions.base import CommentAction
from consultations.errors import ReasonNeeded
from consultations.models import Comment, Disposition
from consultations.powers import Power
from consultations.rules.phases import Feature
from consultations.state_errors import NothingProposed


class DecideDisposition(CommentAction[Disposition]):
    """The chair decides, or the secretary records what the committee decided and where (`decided_in`)."""

    action_name = "consultations.decide_disposition"
    feature = Feature.DECIDE_ANSWER

    def __init__(self, comment: Comment, *, actor: Actor, decided_in: str = "") -> None:
        super().__init__(comment, actor=actor)
        self.decided_in = decided_in

    def done(self) -> Disposition | None:
        """The answer, if it is decided already."""
        row = Disposition.objects.select_for_update().filter(comment=self.instance).first()
        return row if row is not None and row.is_decided else None

    def perform(self) -> Disposition:
        """Write the decision."""
        self.require_phase()
        row = Disposition.objects.select_for_update().filter(comment=self.instance).first()
        if row is None:
            raise NothingProposed
        if not self.decided_in.strip() and not holds_on(self.user, Power.DECIDE, self.round.amendment):
            raise ReasonNeeded
        row.decided_by, row.decided_at = self.actor.user, self.actor.at
        row.decided_in = self.decided_in
        row.revision += 1
        self.save(row)
        self.touched("consultations.comment", [self.instance.pk])
        return row
