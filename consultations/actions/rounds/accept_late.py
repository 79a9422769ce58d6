"""Accepts an institution after the closing time."""

from datetime import datetime

from amendments.audit.actor import Actor
from consultations.actions.base import RoundAction, required
from consultations.errors import BadPeriod
from consultations.models import Institution, LateAcceptance, Round
from consultations.permissions import takes_part
from consultations.rules.phases import Feature


class AcceptLate(RoundAction[LateAcceptance]):
    """The secretary lets one institution submit until a time, with a reason. The submission is marked as late."""

    action_name = "consultations.accept_late"
    feature = Feature.ACCEPT_LATE

    def __init__(self, round_: Round, institution: Institution, until: datetime, *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self.late_institution = institution
        self.until = until

    def user_has_permission(self) -> bool:
        """Whether the person is of the secretariat and the institution may take part."""
        takes = takes_part(self.round, self.late_institution, self.actor.at)
        return takes and super().user_has_permission()

    def perform(self) -> LateAcceptance:
        self.require_phase()
        if self.until <= self.actor.at:
            raise BadPeriod
        row = LateAcceptance.objects.filter(round=self.round, institution=self.late_institution).first()
        row = row or LateAcceptance(round=self.round, institution=self.late_institution)
        row.reason = required(self.actor)
        row.until = self.until
        row.accepted_at = self.actor.at
        row.accepted_by = self.actor.user
        self.touched("consultations.round", [self.round.pk])
        return self.save(row)
