"""Confirms where a passage of an issue is in a later text if the comparison could not tell."""

from dataclasses import dataclass

from amendments.audit.actor import Actor
from consultations.actions.comments.placements import confirm, is_confirmed, words_of
from consultations.rules.passages import Place
from rights.actions.base import IssueAction
from rights.actions.following.follow_text import hash_of
from rights.models import FollowedText, IssuePlacement


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """What a person found: the place of the words, or that they are gone."""

    place: Place | None


class ConfirmIssuePlace(IssueAction[IssuePlacement]):
    """Somebody of the office says where the words are now."""

    action_name = "rights.confirm_place"

    def __init__(self, placement: IssuePlacement, found: FoundPlace, *, actor: Actor) -> None:
        super().__init__(placement.anchor.issue, actor=actor)
        self.placement, self.found = placement, found

    def done(self) -> IssuePlacement | None:
        """The placement, if the person said the same already."""
        self.placement.refresh_from_db()
        return self.placement if is_confirmed(self.placement, self.found.place, self.actor) else None

    def perform(self) -> IssuePlacement:
        """Write the place, and which words the issue has in the text now."""
        row = self.placement
        confirm(row, self.found.place, self.actor)
        placed = IssuePlacement.objects.filter(anchor__issue=self.instance, version=row.version)
        told = hash_of(placed.select_related("anchor").order_by("anchor"), words_of(row.version))
        FollowedText.objects.filter(issue=self.instance, version=row.version).update(text_hash=told)
        self.announce([self.instance.pk])
        return row
