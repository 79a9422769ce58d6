"""Places the comments of an amendment on each new draft, in the transaction that seals the draft."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from functools import cache

from amendments.models import Version
from amendments.queries.trees import tree_of
from amendments.signals import announce
from consultations.models import Anchor, AnchorPlacement
from consultations.rules.passages import Field, ProvisionWords
from consultations.rules.placement import Method, Placement, Status, place, place_struck_out
from consultations.values import CommentState

Words = Mapping[str, ProvisionWords]


def place_on_new_versions(sender: object, kind: str, ids: Collection[object], **_: object) -> None:
    """Receives `amendments.signals.changed` when a draft was sealed or released."""
    if kind != "amendments.version":
        return
    for version in Version.objects.filter(pk__in=[str(pk) for pk in ids], draft__isnull=False).select_related(
        "draft"
    ):
        place_anchors(version)


def words_of(version: Version) -> Words:
    """The wording of every provision of a version, without repealed ones."""
    return {
        element.key: ProvisionWords(element.heading, element.text)
        for element in tree_of(version)
        if not element.repealed
    }


def place_anchors(version: Version) -> list[AnchorPlacement]:
    """Place the comments of earlier drafts on this act, if they have no place in this version yet."""
    if version.draft is None:
        return []
    anchors = list(
        Anchor.objects.filter(
            version__instrument=version.instrument_id,
            comment__submission__round__draft__amendment=version.draft.amendment_id,
            comment__submission__round__draft__number__lt=version.number,
        )
        .exclude(comment__state=CommentState.DISCARDED)
        .exclude(placements__version=version)
        .select_related("version__instrument", "comment__submission__round")
    )
    if not anchors:
        return []
    drafts = {anchor.comment.submission.round.draft_id for anchor in anchors}
    commented = Version.objects.filter(draft__in=drafts, instrument=version.instrument_id)
    versions = {row.draft_id: row for row in commented.select_related("instrument")}
    words = cache(words_of)
    placements = [
        _placement(anchor, versions[anchor.comment.submission.round.draft_id], version, words)
        for anchor in anchors
    ]
    AnchorPlacement.objects.bulk_create(placements)
    announce("consultations.comment", sorted({anchor.comment_id for anchor in anchors}))
    return placements


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
