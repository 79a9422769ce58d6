"""Declines a request to be accepted after the closing time."""

from amendments.audit.actor import Actor
from consultations.actions.base import RoundAction, required
from consultations.errors.of_states import NoLateRequest
from consultations.models import LateAcceptance, Round
from consultations.rules.phases import Feature


class DeclineLate(RoundAction[LateAcceptance]):
    """The secretary declines a request that waits, with a reason that those who asked read.

    They may ask again with a new reason, and the secretary may still accept them.
    """

    action_name = "consultations.decline_late"
    feature = Feature.ACCEPT_LATE

    def __init__(self, round_: Round, request: LateAcceptance, *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self.request = request

    def user_has_permission(self) -> bool:
        """Whether the person is of the secretariat and the request is one of this round."""
        return self.request.round_id == self.round.pk and super().user_has_permission()

    def done(self) -> LateAcceptance | None:
        """The request, if the person declined it already with this reason."""
        self.request.refresh_from_db()
        row = self.request
        is_same = (row.reason, row.declined_by) == (self.actor.reason, self.actor.user)
        return row if row.declined_at and is_same else None

    def perform(self) -> LateAcceptance:
        self.require_phase()
        row = self.request
        if not row.is_waiting:
            raise NoLateRequest
        row.reason = required(self.actor)
        row.declined_at = self.actor.at
        row.declined_by = self.actor.user
        self.touched("consultations.round", [self.round.pk])
        return self.save(row)
