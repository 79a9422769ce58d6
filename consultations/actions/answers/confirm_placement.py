"""Confirms where a commented passage is in a version if the comparison could not tell."""

from dataclasses import dataclass
from uuid import UUID

from amendments.audit.actor import Actor
from amendments.models import EntryText
from consultations.actions.base import ConsultationAction
from consultations.errors import NotOnThisVersion
from consultations.models import AnchorPlacement, Round
from consultations.rules.passages import Place
from consultations.rules.phases import Feature
from consultations.rules.placement import Method, Status


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
        row, found = self.instance, self.confirmed.place
        row.refresh_from_db()
        said = (row.method, row.decided_by) == (Method.PERSON, self.actor.user)
        if found is None:
            return row if said and row.status == Status.DELETED else None
        standing = (str(row.provision_id), row.field, row.start, row.end)
        is_same = standing == (found.provision, found.field, found.start, found.end)
        return row if said and is_same and row.status != Status.DELETED else None

    def perform(self) -> AnchorPlacement:
        """Write the place and the person who confirmed it."""
        self.require_phase()
        row, found = self.instance, self.confirmed.place
        row.method = Method.PERSON
        row.decided_by, row.decided_at = self.actor.user, self.actor.at
        row.further = []
        if found is None:
            row.status, row.provision, row.start, row.end = Status.DELETED, None, 0, 0
        else:
            self._stands(found)
            here = found.provision == str(row.anchor.provision_id)
            row.status = Status.EDITED if here else Status.MOVED
            row.provision_id, row.field = found.provision, found.field
            row.start, row.end, row.text_of = found.start, found.end, row.version
        row.save()
        self.touched("consultations.comment", [row.anchor.comment_id])
        return row

    def _stands(self, found: Place) -> None:
        version = self.instance.version
        text = EntryText.objects.filter(
            entry__version=version,
            entry__provision=UUID(found.provision),
            language=version.instrument.language,
        ).first()
        words = getattr(text.text, found.field) if text else ""
        if text is None or not 0 <= found.start <= found.end <= len(words):
            raise NotOnThisVersion
