"""Invites further institutions to a round."""

from collections.abc import Iterable

from amendments.audit.actor import Actor
from consultations.actions.base import RoundAction
from consultations.actions.rounds.open_round import invite
from consultations.models import Institution, Invitation, Round
from consultations.rules.phases import Feature


class InviteInstitutions(RoundAction[list[Invitation]]):
    """The secretary invites institutions. Those that are invited already are left out."""

    action_name = "consultations.invite_institutions"
    feature = Feature.INVITE

    def __init__(self, round_: Round, institutions: Iterable[Institution], *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self.institutions = list(institutions)

    def done(self) -> list[Invitation] | None:
        """No new invitation, if all of them are invited already."""
        asked = {institution.pk for institution in self.institutions}
        invited = self.round.invitations.filter(institution__in=asked).count()
        return [] if invited == len(asked) else None

    def perform(self) -> list[Invitation]:
        self.require_phase()
        self.touched("consultations.round", [self.round.pk])
        return invite(self.round, self.institutions, self.actor)
