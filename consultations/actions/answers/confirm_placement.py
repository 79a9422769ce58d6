"""Confirms where a commented passage is in a version if the comparison could not tell."""

from dataclasses import dataclass

from amendments.audit.actor import Actor
from consultations.actions.base import ConsultationAction
from consultations.actions.comments.placements import confirm, is_confirmed
from consultations.models import AnchorPlacement, Round
from consultations.rules.passages import Place
from consultations.rules.phases import Feature


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a person found: the place of the words, or that they are gone."""

    place: Place | None


class ConfirmPlacement(ConsultationAction[AnchorPlacement]):
    """The secretary or the drafter says where the words are now."""

    action_name = "consultations.confirm_placement"
    feature = Feature.CONFIRM_PLACEMENT
    instance: AnchorPlacement

    def __init__(self, placement: AnchorPlacement, confirmed: Confirmed, *, actor: Actor) -> None:
        super().__init__(placement, actor=actor)
        self.confirmed = confirmed

    @property
    def round(self) -> Round:
        """The round of the comment."""
        return self.instance.anchor.comment.submission.round

    def done(self) -> AnchorPlacement | None:
        """The placement, if the person said the same already."""
        self.instance.refresh_from_db()
        return self.instance if is_confirmed(self.instance, self.confirmed.place, self.actor) else None

    def perform(self) -> AnchorPlacement:
        """Write the place and the person who confirmed it."""
        self.require_phase()
        confirm(self.instance, self.confirmed.place, self.actor)
        self.touched("consultations.comment", [self.instance.anchor.comment_id])
        return self.instance
