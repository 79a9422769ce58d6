"""The explanatory note of a draft: the items that the law of its acts asks for, with what is written on each."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from amendments.audiences import DraftingBody
from amendments.hooks import NOTE_ITEMS, collect
from amendments.models import Draft, NoteAnswer, NoteFile, Version
from amendments.note_items import GENERAL, NoteItem, NoteItems


@dataclass(frozen=True, slots=True)
class NoteLine:
    """An item, its words, "" where nothing is written, and its files."""

    item: NoteItem
    words: str
    files: tuple[NoteFile, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplanatoryNote:
    """The justification, and the papers that go with the bill."""

    reasons: tuple[NoteLine, ...]
    papers: tuple[NoteLine, ...]
    may_write: bool
    is_closed: bool
    hash: str  # of the words, so that the second of two writers is told

    @property
    def lines(self) -> tuple[NoteLine, ...]:
        """All items in order."""
        return (*self.reasons, *self.papers)

    @property
    def lacking(self) -> int:
        """On how many items nothing is written and no file is attached."""
        return sum(not (line.words or line.files) for line in self.lines)


def explanatory_note(user: Any, draft: Draft) -> ExplanatoryNote:
    """The note of a draft that the person may read; a fixed number of queries."""
    written = written_on(draft)
    files = files_on(draft)
    lines = [
        NoteLine(item, written.get(item.slug, ""), tuple(files.get(item.slug, ())))
        for item in items_of(draft)
    ]
    is_closed = is_open_to_others(draft)
    return ExplanatoryNote(
        tuple(line for line in lines if not line.item.is_paper),
        tuple(line for line in lines if line.item.is_paper),
        may_write=not is_closed and draft.is_drafted_by(user),
        is_closed=is_closed,
        hash=note_hash(written),
    )


def items_of(draft: Draft) -> tuple[NoteItem, ...]:
    """The items that the country of the first act asks for, else the general ones."""
    country = draft.versions.values_list("instrument__country", flat=True).first() or ""
    known: dict[str, NoteItems] = {each.country: each for each in collect(NOTE_ITEMS)}
    return known.get(country.lower(), known.get("", GENERAL)).items


def written_on(draft: Draft) -> dict[str, str]:
    """The words by item."""
    return dict(NoteAnswer.objects.filter(draft=draft).values_list("item", "words"))


def files_on(draft: Draft) -> dict[str, list[NoteFile]]:
    """The files by item, without their contents."""
    found: dict[str, list[NoteFile]] = {}
    for row in NoteFile.objects.filter(draft=draft):
        found.setdefault(row.item, []).append(row)
    return found


def draft_before(draft: Draft) -> Draft | None:
    """The one with whose note a new note begins."""
    earlier = Draft.objects.filter(amendment=draft.amendment_id, number__lt=draft.number)
    return earlier.order_by("-number").first()


def is_open_to_others(draft: Draft) -> bool:
    """Whether anybody beside the drafting body was given the draft."""
    return draft.releases.exclude(audience=DraftingBody.slug).exists()


def closed_unwritten(text: Draft | Version, audience: str) -> int:
    """On how many items nothing is written in a note that a release to this audience closes."""
    if isinstance(text, Version) or audience == DraftingBody.slug or is_open_to_others(text):
        return 0
    given = {*written_on(text), *files_on(text)}
    return sum(item.slug not in given for item in items_of(text))


def note_hash(written: Mapping[str, str]) -> str:
    """What names the words of a note."""
    return hashlib.sha256(json.dumps(sorted(written.items())).encode()).hexdigest()
