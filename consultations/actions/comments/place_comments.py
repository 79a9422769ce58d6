"""Places the comments of an amendment on a new draft."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

from django.db.models import QuerySet

from amendments.actions.base import BaseAction
from amendments.models import Version
from amendments.permissions import holds_on, may_draft
from amendments.queries.trees import tree_of
from consultations.models import Anchor, AnchorPlacement
from consultations.rules.passages import Field, ProvisionWords
from consultations.rules.placement import Method, Placement, Status, place, place_struck_out
from consultations.values import CommentState

Words = Mapping[str, ProvisionWords]


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


def words_of(version: Version) -> Words:
    """The wording of every provision of a version, without repealed ones."""
    return {
        element.key: ProvisionWords(element.heading, element.text)
        for element in tree_of(version)
        if not element.repealed
    }


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
    return _row(anchor, version, found, version.sealed_at)


def _row(anchor: Anchor, version: Version, found: Placement, at: datetime) -> AnchorPlacement:
    stands_in_base = found.method is Method.STRUCK_OUT
    row = AnchorPlacement(
        anchor=anchor,
        version=version,
        text_of=anchor.version if stands_in_base else version,
        status=found.status,
        similarity=round(found.similarity, 3),
        method=found.method,
        placed_at=at,
        field=Field.BODY,
    )
    if found.places:
        first, *rest = found.places
        row.provision_id, row.field, row.start, row.end = first.provision, first.field, first.start, first.end
        row.further = [[p.provision, p.field, p.start, p.end] for p in rest]
    return row
