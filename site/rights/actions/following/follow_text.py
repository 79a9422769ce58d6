"""Finds the passages of issues, and the provisions of rows, in other texts, and notes which texts say the same."""

from collections.abc import Callable, Collection, Iterable, Mapping
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
from rights.actions.following.chosen_places import as_chosen
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


def follow(
    kind: Kind,
    owners: Iterable[Any],
    versions: Iterable[Version],
    *,
    answered: Collection[object] | None = None,
) -> list[Any]:
    """Write the places and the words in texts, the oldest first. The words of each text are read once.

    Places that stand, say because a person found them, stay. With `answered`, the keys of texts about which is asked in any
    case, those alone stay that a person chose; the others are written anew.
    """
    reading, versions, owners = cache(Reading.of), list(versions), list(owners)
    by_owner: dict[Any, list[Any]] = {}
    anchors = kind.anchors.objects.filter(**{f"{kind.owner}__in": owners})
    found = kind.placements.objects.filter(anchor__in=anchors, version__in=versions).select_related("anchor")
    found = found if answered is None else found.filter(method=Method.PERSON)
    standing = {(row.anchor_id, row.version_id): row for row in found}
    for anchor in anchors.select_related("version", f"{kind.owner}__{kind.first}"):
        by_owner.setdefault(kind.of(anchor), []).append(anchor)
    asked = amendments_asked(kind, by_owner)
    hashes = _hashes(kind, owners, versions)
    placements, rows = [], []
    for version in sorted(versions, key=lambda one: (one.sealed_at, one.number)):
        for owner, own in by_owner.items():
            places = _places_of(kind, version, own, standing, reading)
            new = (row for row in places if row._state.adding)
            placements += [row for row in new if row.version_id != row.anchor.version_id]
            text_hash = hashes[owner.pk, version.pk] = reading(version).hash_of(places)
            row = kind.texts(version=version, text_hash=text_hash, **{kind.owner: owner})
            is_asked = version.pk in (answered or ()) or answers(
                kind, row, asked, _base_hash(kind, row, own, hashes, reading)
            )
            setattr(row, kind.asks, is_asked)
            if is_asked and version.draft is not None:
                asked.add((owner.pk, version.draft.amendment_id))
            rows.append(row)
    _write_places(kind, placements)
    written: list[Any] = kind.texts.objects.bulk_create(rows)
    return written


def _write_places(kind: Kind, placements: list[Any]) -> None:
    """Add the places, or put them where others stood: forms that are open know these by their keys."""
    unique = ["anchor", "version"]
    fields = [field.name for field in kind.placements._meta.concrete_fields]
    others = [name for name in fields if name not in ("id", *unique)]
    kind.placements.objects.bulk_create(
        placements, update_conflicts=True, unique_fields=unique, update_fields=others
    )


def _places_of(
    kind: Kind,
    version: Version,
    anchors: Iterable[Any],
    standing: Mapping[tuple[object, object], Any],
    reading: Read,
) -> list[Any]:
    """The places in a text that stand already, and unsaved ones for the other passages."""
    found = places_in(kind, version, anchors, reading)
    rows = [standing.get((row.anchor_id, version.pk), row) for row in found]
    return [as_chosen(row, reading) if kind is ISSUES and row._state.adding else row for row in rows]


def _hashes(
    kind: Kind, owners: Iterable[Any], versions: Iterable[Version]
) -> dict[tuple[object, object], str]:
    """The hashes that are written for the texts on which drafts stand, by issue or row and text.

    A person may have chosen places there, of which a comparison does not know.
    """
    if kind is not ISSUES:
        return {}
    bases = {version.parent_id for version in versions if version.draft_id and version.parent_id}
    texts = kind.texts.objects.filter(version__in=bases, **{f"{kind.owner}__in": owners})
    return {
        (owner, version): told
        for owner, version, told in texts.values_list(kind.owner, "version", "text_hash")
    }


def _base_hash(
    kind: Kind,
    row: Any,
    anchors: Iterable[Any],
    hashes: Mapping[tuple[object, object], str],
    reading: Read,
) -> Callable[[], str]:
    """Says the hash of the text on which a draft stands. Where the issue is not followed in it, it is compared."""
    base, owner = row.version.parent, kind.of(row)

    def told() -> str:
        known = hashes.get((owner.pk, base.pk)) if kind is ISSUES else None
        return known or reading(base).hash_of(places_in(kind, base, anchors, reading))

    return told


def amendments_asked(kind: Kind, owners: Iterable[Any]) -> set[tuple[object, object]]:
    """The amendments about a draft of which is asked, each with the issue or row."""
    chosen = {f"{kind.owner}__in": list(owners), kind.asks: True, "version__draft__isnull": False}
    return set(kind.texts.objects.filter(**chosen).values_list(kind.owner, "version__draft__amendment"))


def answers(kind: Kind, row: Any, asked: Collection[object], base_hash: Callable[[], str]) -> bool:
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
    return base is None or row.text_hash != base_hash()


def places_in(kind: Kind, version: Version, anchors: Iterable[Any], reading: Read) -> list[Any]:
    """Unsaved rows with the places of passages in a text."""
    now = reading(version)
    return [_placed(kind, anchor, version, reading(anchor.version), now) for anchor in anchors]


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
