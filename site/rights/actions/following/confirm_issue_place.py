"""Confirms where a passage of an issue is in a later text if the comparison could not tell."""

from dataclasses import dataclass
from functools import cache

from django.db.models import Q

from amendments.audit.actor import Actor
from amendments.models import Version
from consultations.actions.comments.placements import confirm, is_confirmed
from consultations.rules.passages import Place
from rights.actions.base import IssueAction
from rights.actions.following.follow_text import ISSUES, Read, amendments_asked, answers
from rights.actions.following.reading import Reading
from rights.errors import IssueClosed
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

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office and reads the text."""
        readable = Version.objects.visible_to(self.user)
        return super().user_has_permission() and readable.contains(self.placement.version)

    def done(self) -> IssuePlacement | None:
        """The placement, if the person said the same already."""
        self.placement.refresh_from_db()
        return self.placement if is_confirmed(self.placement, self.found.place, self.actor) else None

    def perform(self) -> IssuePlacement:
        """Write the place, and which words the issue has in the text now. Later texts that took the decision over follow it."""
        row = self.placement
        self.instance.refresh_from_db()
        if self.instance.is_closed:
            raise IssueClosed
        same = Q(pk=row.pk)
        if row.decided_at is not None:
            same |= Q(decided_at=row.decided_at, version__sealed_at__gt=row.version.sealed_at)
        rows = IssuePlacement.objects.filter(same, anchor=row.anchor_id).select_related(
            "anchor", "version__instrument"
        )
        reading = cache(Reading.of)
        for one in rows.order_by("version__sealed_at"):
            confirm(one, self.found.place, self.actor)
            self._note_words(one.version, reading)
        self.announce([self.instance.pk])
        row.refresh_from_db()
        return row

    def _note_words(self, version: Version, reading: Read) -> None:
        placed = IssuePlacement.objects.filter(anchor__issue=self.instance, version=version)
        followed = FollowedText.objects.select_related("issue").get(issue=self.instance, version=version)
        followed.text_hash = reading(version).hash_of(placed.select_related("anchor").order_by("anchor"))
        anchors = self.instance.anchors.select_related("version", "issue")
        asked = amendments_asked(ISSUES, [self.instance])
        followed.answers_issue = answers(ISSUES, followed, anchors, asked, reading)
        followed.save()
