"""Accepts an institution or a person after the closing time."""

from datetime import datetime

from amendments.audit.actor import Actor
from consultations.access.permissions import takes_part
from consultations.actions.base import RoundAction, required
from consultations.errors import BadPeriod, NoRoundNow
from consultations.models import Institution, LateAcceptance, Round
from consultations.queries.rounds.round_states import obstacle_to_more
from consultations.rules.phases import Feature


class AcceptLate(RoundAction[LateAcceptance]):
    """The secretary lets one sender submit until a time, with a reason. The submission is marked as late.

    The sender is an institution, which need not have asked, or whoever made a request, also one that was declined.
    """

    action_name = "consultations.accept_late"
    feature = Feature.ACCEPT_LATE

    def __init__(
        self, round_: Round, sender: Institution | LateAcceptance, until: datetime, *, actor: Actor
    ) -> None:
        super().__init__(round_, actor=actor)
        self.sender = sender
        self.until = until

    def user_has_permission(self) -> bool:
        """Whether the person is of the secretariat and the sender may take part."""
        if isinstance(self.sender, LateAcceptance):
            takes = self.sender.round_id == self.round.pk
        else:
            takes = takes_part(self.round, self.sender, self.actor.at)
        return takes and super().user_has_permission()

    def done(self) -> LateAcceptance | None:
        """The acceptance, if the person gave the same one already."""
        row = self._row()
        given = (row.until, row.reason, row.accepted_by)
        return row if row.pk and given == (self.until, self.actor.reason, self.actor.user) else None

    def perform(self) -> LateAcceptance:
        self.require_phase()
        if obstacle := obstacle_to_more(self.round.amendment):
            raise NoRoundNow(obstacle)
        if self.until <= self.actor.at:
            raise BadPeriod
        row = self._row()
        row.reason = required(self.actor)
        row.until = self.until
        row.accepted_at = self.actor.at
        row.accepted_by = self.actor.user
        row.declined_at = row.declined_by = None
        self.touched("consultations.round", [self.round.pk])
        return self.save(row)

    def _row(self) -> LateAcceptance:
        if isinstance(self.sender, LateAcceptance):
            return LateAcceptance.objects.get(pk=self.sender.pk)  # as it stands, now that the round is held
        standing = LateAcceptance.objects.filter(round=self.round, institution=self.sender).first()
        return standing or LateAcceptance(round=self.round, institution=self.sender)
