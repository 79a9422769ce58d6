"""Confirms where a passage of an issue is in a later text if the comparison could not tell."""

from dataclasses import dataclass
from functools import cache

from amendments.audit.actor import Actor
from amendments.models import Version
from consultations.actions.comments.placements import confirm, is_confirmed
from consultations.rules.passages import Place
from rights.actions.base import IssueAction
from rights.actions.following.follow_text import (
    ISSUES,
    Read,
    amendments_asked,
    answers,
    as_decided,
    decided_places,
    places_in,
)
from rights.actions.following.reading import Reading
from rights.errors import IssueClosed
from rights.models import FollowedText, IssuePlacement

PLACE = ("status", "method", "similarity", "provision_id", "field", "start", "end", "further", "text_of")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """What a person found: the place of the words, or that they are gone. `is_open` asks the question anew."""

    place: Place | None
    is_open: bool = False


class ConfirmIssuePlace(IssueAction[IssuePlacement]):
    """Somebody of the office says where the words are now."""

    action_name = "rights.confirm_place"

    def __init__(self, placement: IssuePlacement, found: FoundPlace, *, actor: Actor) -> None:
        super().__init__(placement.anchor.issue, actor=actor)
        self.placement, self.found = placement, found

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office and reads the text."""
        readable = Version.objects.visible_to(self.user)
        return super().user_has_permission() and readable.contains(self.placement.version)

    def done(self) -> IssuePlacement | None:
        """The placement, if the person said the same already."""
        row = self.placement
        row.refresh_from_db()
        if self.found.is_open:
            return row if row.decided_at is None else None
        return row if is_confirmed(row, self.found.place, self.actor) else None

    def perform(self) -> IssuePlacement:
        """Write the place, and which words the issue has in the text now. Later texts follow what was decided."""
        row, reading = self.placement, cache(Reading.of)
        self.instance.refresh_from_db()
        if self.instance.is_closed:
            raise IssueClosed
        if self.found.is_open:
            row.decided_at = row.decided_by = None
            row.save()
            self._place_again(row, reading)
        else:
            confirm(row, self.found.place, self.actor)
        self._note_words(row.version, reading)
        later = IssuePlacement.objects.filter(anchor=row.anchor_id, decided_at=None)
        later = later.filter(version__sealed_at__gt=row.version.sealed_at).order_by("version__sealed_at")
        for one in later.select_related("anchor__version__instrument", "version__instrument"):
            self._place_again(one, reading)
            self._note_words(one.version, reading)
        self.announce([self.instance.pk])
        return row

    def _place_again(self, row: IssuePlacement, reading: Read) -> None:
        (compared,) = places_in(ISSUES, row.version, [row.anchor], reading)
        found = as_decided(compared, decided_places([row.anchor]), reading)
        for name in PLACE:
            setattr(row, name, getattr(found, name))
        row.save()

    def _note_words(self, version: Version, reading: Read) -> None:
        placed = IssuePlacement.objects.filter(anchor__issue=self.instance, version=version)
        followed = FollowedText.objects.select_related("issue").get(issue=self.instance, version=version)
        followed.text_hash = reading(version).hash_of(placed.select_related("anchor").order_by("anchor"))
        anchors = self.instance.anchors.select_related("version", "issue")
        asked = amendments_asked(ISSUES, [self.instance])
        followed.answers_issue = answers(ISSUES, followed, anchors, asked, reading)
        followed.save()
