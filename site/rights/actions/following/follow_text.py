"""Finds the passages of issues, and the provisions of rows, in other texts, and notes which texts say the same."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import QuerySet

from amendments.actions.base import BaseAction
from amendments.models import Version, VersionEntry
from consultations.actions.comments.placements import put
from consultations.models.anchored import PlacedPassage
from consultations.rules.passages import Field, Place
from consultations.rules.placement import Method, Placement, Status, place
from rights.actions.following.reading import Reading
from rights.models import (
    ConcordanceRow,
    FollowedText,
    IssueAnchor,
    IssuePlacement,
    RightsIssue,
    RowAnchor,
    RowPlacement,
    RowText,
)

Read = Callable[[Version], Reading]


@dataclass(frozen=True, slots=True)
class Kind:
    """Rows about the law that are followed from text to text, with the tables in which they are.

    `owner` is the key of the three other tables, `first` the field with the text on which a row was made, and `asks` the one
    that says whether a text asks for an answer. Any: models of two families.
    """

    owners: Any
    anchors: Any
    placements: Any
    texts: Any
    owner: str
    first: str
    asks: str
    stays: bool  # one made on a draft is asked about in drafts of the same amendment alone until there is a newer law

    def of(self, row: Any) -> Any:
        """The issue or the row of the concordance to which a row of the other tables belongs."""
        return getattr(row, self.owner)


ISSUES = Kind(
    RightsIssue, IssueAnchor, IssuePlacement, FollowedText, "issue", "raised_on", "answers_issue", stays=True
)
ROWS = Kind(ConcordanceRow, RowAnchor, RowPlacement, RowText, "row", "written_on", "asks", stays=False)

# What a person decided of a place
DECISION = (
    "status",
    "method",
    "provision_id",
    "field",
    "start",
    "end",
    "further",
    "decided_by_id",
    "decided_at",
)


def not_followed(kind: Kind, version: Version) -> QuerySet[Any]:
    """The issues or rows on earlier texts of the act that are not followed in this one yet."""
    earlier = {f"{kind.first}__sealed_at__lt": version.sealed_at}
    found: QuerySet[Any] = kind.owners.objects.filter(instrument=version.instrument_id, **earlier)
    followed = kind.texts.objects.filter(version=version).values(kind.owner)
    return found.filter(pk__in=kind.anchors.objects.values(kind.owner)).exclude(pk__in=followed)


class FollowText(BaseAction[list[Any]]):
    """Follows the issues of an act in a new text. It follows from the step that announced the text."""

    action_name = "rights.follow_text"
    kind: ClassVar[Kind] = ISSUES
    instance: Version

    def user_has_permission(self) -> bool:
        """Everybody: the step that it follows from was allowed. A refusal would undo it, and tell that there is an issue."""
        return True

    def done(self) -> list[Any] | None:
        """Nothing, if everything is followed in it."""
        return None if not_followed(self.kind, self.instance).exists() else []

    def perform(self) -> list[Any]:
        """Place the passages and note the words."""
        rows = follow(self.kind, list(not_followed(self.kind, self.instance)), [self.instance])
        self.touched(self.kind.owners._meta.label_lower, [self.kind.of(row).pk for row in rows])
        return rows

    def subject(self, result: list[Any]) -> models.Model:
        """An issue: an entry on the text would tell those who read the log of acts that the office follows it."""
        followed: models.Model = self.kind.of(result[0])
        return followed


def follow(kind: Kind, owners: Iterable[Any], versions: Iterable[Version]) -> list[Any]:
    """Write the places and the words in texts, the oldest first. The words of each text are read once.

    Places that stand, say because a person found them, stay.
    """
    reading, versions = cache(Reading.of), list(versions)
    by_owner: dict[Any, list[Any]] = {}
    anchors = kind.anchors.objects.filter(**{f"{kind.owner}__in": list(owners)})
    found = kind.placements.objects.filter(anchor__in=anchors, version__in=versions).select_related("anchor")
    standing = {(row.anchor_id, row.version_id): row for row in found}
    for anchor in anchors.select_related("version", f"{kind.owner}__{kind.first}"):
        by_owner.setdefault(kind.of(anchor), []).append(anchor)
    asked = amendments_asked(kind, by_owner)
    placements, rows = [], []
    for version in sorted(versions, key=lambda one: (one.sealed_at, one.number)):
        for owner, own in by_owner.items():
            places = places_in(kind, version, own, reading)
            placed = [standing.get((row.anchor_id, version.pk), row) for row in places]
            new = (row for row in placed if row._state.adding)
            placements += [row for row in new if row.version_id != row.anchor.version_id]
            row = kind.texts(
                version=version, text_hash=reading(version).hash_of(placed), **{kind.owner: owner}
            )
            setattr(row, kind.asks, answers(kind, row, own, asked, reading))
            if getattr(row, kind.asks) and version.draft is not None:
                asked.add((owner.pk, version.draft.amendment_id))
            rows.append(row)
    kind.placements.objects.bulk_create(placements)
    written: list[Any] = kind.texts.objects.bulk_create(rows)
    return written


def amendments_asked(kind: Kind, owners: Iterable[Any]) -> set[tuple[object, object]]:
    """The amendments about a draft of which is asked, each with the issue or row."""
    chosen = {f"{kind.owner}__in": list(owners), kind.asks: True, "version__draft__isnull": False}
    return set(kind.texts.objects.filter(**chosen).values_list(kind.owner, "version__draft__amendment"))


def answers(kind: Kind, row: Any, anchors: Iterable[Any], asked: Collection[object], reading: Read) -> bool:
    """Whether the text is one of those about which is asked: whether it answers an issue, or whether a degree still holds.

    Later texts of the law are. Drafts are from the first one of an amendment that changes the words of the law on which it
    stands. What was made on a draft is asked about in every later draft of the same amendment; an issue in those of others
    only where they stand on a law that came after it.
    """
    owner, draft = kind.of(row), row.version.draft
    first, base = getattr(owner, kind.first), row.version.parent
    if row.version.sealed_at < first.sealed_at:
        return False
    if draft is None or draft.amendment_id == owner.amendment_id:
        return True
    is_of_other_law = base is None or base.sealed_at < first.sealed_at
    if owner.amendment_id is not None and kind.stays and is_of_other_law:
        return False
    if (owner.pk, draft.amendment_id) in asked:
        return True
    return base is None or row.text_hash != reading(base).hash_of(places_in(kind, base, anchors, reading))


def places_in(kind: Kind, version: Version, anchors: Iterable[Any], reading: Read) -> list[Any]:
    """Unsaved rows with the places of passages in a text."""
    now = reading(version)
    rows = [_placed(kind, anchor, version, reading(anchor.version), now) for anchor in anchors]
    return [_as_decided(row, reading) if kind is ISSUES else row for row in rows]


def _as_decided(row: Any, reading: Read) -> Any:
    """The place; where it is in doubt, as a person decided last for this text or an earlier one that offers the same."""
    if row.status != Status.NEEDS_REVIEW:
        return row
    decided = row.anchor.placements.filter(
        decided_at__isnull=False, version__sealed_at__lte=row.version.sealed_at
    )
    rows = decided.select_related("version__instrument").order_by("-decided_at", "-version__sealed_at")
    for one in sorted(rows, key=lambda one: one.version_id != row.version_id):
        if one.version_id == row.version_id or _offers_the_same(one, row, reading):
            for name in DECISION:
                setattr(row, name, getattr(one, name))
            break
    return row


def _offers_the_same(one: Any, other: Any, reading: Read) -> bool:
    """Whether two texts offer the same places for a passage, with the same words there."""
    before, now = reading(one.version), reading(other.version)
    return set(one.places) == set(other.places) and all(
        before.told(other.anchor, place.provision) == now.told(other.anchor, place.provision)
        for place in other.places
    )


def _is_brought_by(amendment: Any, provision: UUID) -> bool:
    """Whether a draft of the amendment has a provision. Another amendment may give its number to another matter."""
    drafts = VersionEntry.objects.filter(provision=provision, version__draft__amendment=amendment)
    return amendment is not None and drafts.exists()


def _placed(kind: Kind, anchor: Any, version: Version, before: Reading, now: Reading) -> PlacedPassage:
    passage = anchor.passage
    if passage.provision not in before.words:  # it was repealed already
        found = Placement(Status.DELETED, Method.NOWHERE, 0.0)
    else:
        found = place(passage, before.words, now.words)
    is_lost = kind is ISSUES and found.status is Status.DELETED
    key = now.key_of_the_number(passage.provision, before) if is_lost else ""
    if key and _is_brought_by(anchor.version.from_amendment, UUID(key)):
        found = Placement(Status.NEEDS_REVIEW, Method.WHOLE_PROVISION, 0.0, (Place(key, Field.BODY, 0, 0),))
    row: PlacedPassage = kind.placements(anchor=anchor, version=version, placed_at=version.sealed_at)
    return put(row, found, version)
