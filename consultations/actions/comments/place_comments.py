"""Places the comments of an amendment on a new draft."""

from collections.abc import Callable
from functools import cache

from django.db.models import QuerySet

from amendments.actions.base import BaseAction
from amendments.models import Version
from amendments.permissions import holds_on, may_draft
from consultations.actions.comments.placements import Words, put, words_of
from consultations.models import Anchor, AnchorPlacement
from consultations.rules.placement import Method, Placement, Status, place, place_struck_out
from consultations.values import CommentState


class PlaceComments(BaseAction[list[AnchorPlacement]]):
    """Finds the commented passages in a new draft again. It follows from sealing a draft and from releasing it."""

    action_name = "consultations.place_comments"
    instance: Version

    def user_has_permission(self) -> bool:
        """Whoever drafts the amendment or releases its drafts."""
        amendment = self.instance.from_amendment
        return amendment is not None and (
            may_draft(self.user, amendment) or holds_on(self.user, "amendments.release_version", amendment)
        )

    def done(self) -> list[AnchorPlacement] | None:
        """Nothing, if every comment has its place in this draft."""
        return None if self._waiting().exists() else []

    def perform(self) -> list[AnchorPlacement]:
        """Place the comments of earlier drafts on this act that have no place in this version yet."""
        anchors = list(self._waiting().select_related("version__instrument", "comment__submission__round"))
        version = self.instance
        drafts = {anchor.comment.submission.round.draft_id for anchor in anchors}
        commented = Version.objects.filter(draft__in=drafts, instrument=version.instrument_id)
        versions = {row.draft_id: row for row in commented.select_related("instrument")}
        words = cache(words_of)
        placements = [
            _placement(anchor, versions[anchor.comment.submission.round.draft_id], version, words)
            for anchor in anchors
        ]
        AnchorPlacement.objects.bulk_create(placements)
        self.touched("consultations.comment", sorted({anchor.comment_id for anchor in anchors}))
        return placements

    def _waiting(self) -> QuerySet[Anchor]:
        """The passages of comments on earlier drafts that have no place in this version."""
        return (
            Anchor.objects.filter(
                version__instrument=self.instance.instrument_id,
                comment__submission__round__draft__amendment=self.instance.from_amendment,
                comment__submission__round__draft__number__lt=self.instance.number,
            )
            .exclude(comment__state=CommentState.DISCARDED)
            .exclude(placements__version=self.instance)
        )


def _placement(
    anchor: Anchor, commented: Version, version: Version, words: Callable[[Version], Words]
) -> AnchorPlacement:
    passage, before, now = anchor.passage, words(anchor.version), words(version)
    if passage.provision not in before:  # the provision was repealed and has no words to follow
        found = Placement(Status.DELETED, Method.NOWHERE, 0.0)
    elif anchor.version.is_draft:
        found = place(passage, before, now)
    else:
        found = place_struck_out(passage, before, words(commented), now)
    row = AnchorPlacement(anchor=anchor, version=version, placed_at=version.sealed_at)
    return put(row, found, anchor.version if found.method is Method.STRUCK_OUT else version)
