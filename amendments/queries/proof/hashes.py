"""The hashes that make a sealed version verifiable: wording, manifest, chain."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import UTC
from typing import Any
from uuid import UUID

from django.db.models import F

from amendments.models import Amendment, Draft, EntryText, Version
from amendments.provisions.printing.label_forms import label_form
from amendments.provisions.tree import Element, Tree, text_hash
from amendments.queries.showing.trees import tree_of
from amendments.queries.targets import sealed_targets
from amendments.record.digest import digest


def wording_hash(element: Element) -> str:
    """What makes a sealed wording: heading, text, and where footnote marks stand in them."""
    return digest([text_hash(element), [list(astuple(mark)) for mark in element.marks]])


def root_hash(
    version: Version,
    tree: Tree,
    operations: Iterable[tuple[UUID, Any]],
    targets: Mapping[UUID, list[list[str]]],
    folds: Iterable[tuple[UUID, UUID]],
) -> str:
    """The hash of all that `root_content` names."""
    return digest(root_content(version, tree, operations, targets, folds))


def root_content(
    version: Version,
    tree: Tree,
    operations: Iterable[tuple[UUID, Any]],
    targets: Mapping[UUID, list[list[str]]],
    folds: Iterable[tuple[UUID, UUID]],
) -> list[object]:
    """Manifest and wordings with their language, the instructions with every provision that they touch and its hash,
    which instruction says the words of which folded one, who sealed them when, the version before, the one on which it
    was written, and the draft that it makes law. `verify.py` reads them in this order.
    """
    head: list[object] = [version.instrument_id, str(version.draft_id or ""), version.order, version.number]
    head += [version.instrument.language, _root_of(version.parent), _root_of(version.text_of)]
    said = [version.law_number, version.note]
    moment = [version.sealed_at.astimezone(UTC).isoformat(), version.sealed_by_label, version.previous_hash]
    lines = [
        [e.key, e.parent, e.kind.value, e.number, label_form(e), e.eid, e.repealed, wording_hash(e)]
        for e in tree.elements
    ]
    instructions = [[str(pk), operation, targets.get(pk, [])] for pk, operation in operations]
    folded = sorted([str(pk), str(holder)] for pk, holder in folds)
    return [head, said, moment, lines, instructions, folded]


def _root_of(version: Version | None) -> str:
    return version.root_hash if version else ""


def draft_hash(draft: Draft, versions: Iterable[Version]) -> str:
    """The hash of all that `draft_content` names."""
    return digest(draft_content(draft, versions))


def draft_content(draft: Draft, versions: Iterable[Version]) -> list[object]:
    """The versions of a draft in their order under its title, who sealed them when after which check, and the draft before."""
    frame = [draft.title, draft.basis, draft.signatory]
    head = [draft.amendment_id, draft.number, draft.note, str(draft.legal_check_id), *frame]
    moment = [draft.sealed_at.astimezone(UTC).isoformat(), draft.sealed_by_label, draft.previous_hash]
    return [head, moment, [[row.instrument_id, row.root_hash] for row in versions]]


def description_hash(amendment: Amendment) -> str:
    """The hash of what describes an amendment, by which a form says what its drafter read."""
    return digest([amendment.title, amendment.summary, amendment.basis, amendment.signatory])


def text_in_work_hash(
    base: Version,
    tree: Tree,
    operations: Iterable[tuple[UUID, Any]],
    folds: Iterable[tuple[UUID, UUID]],
) -> str:
    """The hash of the working text of an act and of its instructions, before anything is sealed.

    It names a parent by its place: a provision that no instruction names has no identity of its own yet.
    """
    places = {element.key: place for place, element in enumerate(tree.elements)}
    lines = [
        [places.get(e.parent, -1), e.kind.value, e.number, e.eid, e.repealed, wording_hash(e)]
        for e in tree.elements
    ]
    instructions = [[str(pk), operation] for pk, operation in operations]
    folded = sorted([str(pk), str(holder)] for pk, holder in folds)
    return digest([base.root_hash, lines, instructions, folded])


def hash_of_all(hashes: Iterable[str]) -> str:
    """The hash of several texts in their order."""
    return digest(list(hashes))


FOLLOWS_NOT = "does not follow the one before it"
GIVE_NOT = "its rows do not give its hash"
FIRST_ALTERED = "the first altered row is the wording {pk} of {number}"
READ_NOT = "its rows cannot be read ({fault})"


@dataclass(frozen=True, slots=True)
class BrokenSeal:
    """A draft or version whose rows do not give its hash, or that does not follow its predecessor."""

    sealed: Draft | Version
    reason: str

    @property
    def of(self) -> object:
        """The act, or the amendment of a draft."""
        return self.sealed.amendment if isinstance(self.sealed, Draft) else self.sealed.instrument


def broken_seals(versions: Iterable[Version]) -> list[BrokenSeal]:
    """Recompute every hash of the given versions, and the chains of the consolidated ones."""
    broken = []
    previous: dict[object, str] = {}
    for version in sorted(versions, key=lambda row: row.number):
        expected = "" if version.is_draft else previous.get(version.instrument_id, "")
        if version.previous_hash != expected:
            broken.append(BrokenSeal(version, FOLLOWS_NOT))
        if reason := _wrong_with(version):
            broken.append(BrokenSeal(version, reason))
        if not version.is_draft:
            previous[version.instrument_id] = version.root_hash
    return broken


def _wrong_with(version: Version) -> str:
    """Why its rows are not those that were sealed, "" where they are. A row that cannot be read hides no other version."""
    try:
        altered = _first_altered(version)
        given = _root_from_rows(version)
    except Exception as fault:  # of whatever kind: rows changed by hand break any of the steps
        return READ_NOT.format(fault=type(fault).__name__)
    texts = EntryText.objects.filter(entry__version=version)
    is_read_whole = not texts.exclude(
        language=version.instrument.language, text__language=F("language")
    ).exists()
    if given == version.root_hash and is_read_whole:
        return ""
    return f"{GIVE_NOT}, {altered}" if altered else GIVE_NOT


def _first_altered(version: Version) -> str:
    """Names the first wording, in the order of the text, whose words do not give the hash that its row has."""
    language = version.instrument.language
    texts = EntryText.objects.filter(entry__version=version, language=language).order_by("entry__order")
    rows = texts.values_list("text_id", "text__sha256", "entry__number")
    for element, (pk, sha256, number) in zip(tree_of(version), rows, strict=True):
        if wording_hash(element) != sha256:
            return FIRST_ALTERED.format(pk=pk, number=number or element.kind.value)
    return ""


def _root_from_rows(version: Version) -> str:
    return digest(content_from_rows(version, tree_of(version)))


def content_from_rows(version: Version, tree: Tree) -> list[object]:
    """What the hash of a sealed version covers, as its rows say it."""
    operations = version.sealed_instructions.values_list("instruction_id", "operation")
    folds = version.sealed_folds.values_list("instruction_id", "folded_into_id")
    return root_content(version, tree, operations, sealed_targets(version), folds)


def broken_drafts(drafts: Iterable[Draft]) -> list[BrokenSeal]:
    """Drafts whose hash is not that of their rows. `broken_seals` recomputes the rows of their versions."""
    broken = []
    previous: dict[object, str] = {}
    for draft in sorted(drafts, key=lambda row: row.number):
        if draft.previous_hash != previous.get(draft.amendment_id, ""):
            broken.append(BrokenSeal(draft, FOLLOWS_NOT))
        if draft_hash(draft, draft.versions.all()) != draft.root_hash:
            broken.append(BrokenSeal(draft, GIVE_NOT))
        previous[draft.amendment_id] = draft.root_hash
    return broken
