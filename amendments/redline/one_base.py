"""Shows several wordings on one base, finds pairs that cannot both be adopted, and joins those that can."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wording with the letter under which it is shown."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the redline of all proposals, with the letters of those that delete or insert it."""

    mark: Mark
    text: str
    labels: tuple[str, ...] = ()


class Clash(StrEnum):
    """How two proposals relate to each other."""

    SAME = "same"  # both ask for the same change
    NONE = "none"  # both can be adopted
    SAME_WORDS = "same_words"  # both change the same words in different ways
    SAME_PLACE = "same_place"  # both insert at the same point


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two proposals and how they relate to each other."""

    first: str
    second: str
    clash: Clash


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def merged(base: str, proposals: Sequence[Proposal]) -> list[Piece]:
    """The base with the changes of every proposal marked. Equal changes are shown once with all their letters."""
    edits = {p.label: _edits(base, p.text) for p in proposals}
    cuts = sorted({0, len(base)} | {c for found in edits.values() for e in found for c in (e.start, e.end)})
    pieces: list[Piece] = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        pieces += _inserted_at(start, edits)
        if end is not None and start < end:
            deleting = tuple(
                label
                for label, found in edits.items()
                if any(e.start <= start and end <= e.end for e in found)
            )
            pieces.append(Piece(Mark.DELETED if deleting else Mark.KEPT, base[start:end], deleting))
    return pieces


def joined(base: str, first: str, second: str) -> str | None:
    """The base with the changes of both wordings; None where they change the same words or insert at the same place."""
    if _clash(_edits(base, first), _edits(base, second)) in {Clash.SAME_WORDS, Clash.SAME_PLACE}:
        return None
    pieces = merged(base, [Proposal("A", first), Proposal("B", second)])
    return "".join(piece.text for piece in pieces if piece.mark is not Mark.DELETED)


def meetings(base: str, proposals: Sequence[Proposal]) -> list[Meeting]:
    """Every pair of proposals."""
    edits = {p.label: _edits(base, p.text) for p in proposals}
    return [Meeting(a, b, _clash(edits[a], edits[b])) for a, b in combinations(edits, 2)]


def _edits(base: str, wanted: str) -> list[_Edit]:
    edits: list[_Edit] = []
    place = 0
    for span in diff_text(base, wanted):
        if span.mark is Mark.KEPT:
            place += len(span.text)
        elif span.mark is Mark.DELETED:
            edits.append(_Edit(place, place + len(span.text), ""))
            place += len(span.text)
        elif edits and edits[-1].end == place and not edits[-1].text:
            edits[-1] = _Edit(edits[-1].start, place, span.text)
        else:
            edits.append(_Edit(place, place, span.text))
    return edits


def _inserted_at(place: int, edits: dict[str, list[_Edit]]) -> list[Piece]:
    """The insertions at a place, which follow the words that they replace."""
    texts: dict[str, list[str]] = {}
    for label, found in edits.items():
        for edit in found:
            if edit.end == place and edit.text:
                texts.setdefault(edit.text, []).append(label)
    return [Piece(Mark.INSERTED, text, tuple(labels)) for text, labels in texts.items()]


def _clash(first: list[_Edit], second: list[_Edit]) -> Clash:
    if first == second:
        return Clash.SAME
    pairs = [(a, b) for a in first for b in second if a != b]
    if any(a.start < b.end and b.start < a.end for a, b in pairs):
        return Clash.SAME_WORDS
    return Clash.SAME_PLACE if any(_touch(a, b) for a, b in pairs) else Clash.NONE


def _touch(a: _Edit, b: _Edit) -> bool:
    """Whether two edits insert at one point, or one lies inside or at an end of the words that the other replaces."""
    if not a.text or not b.text:
        return (a.start == a.end and b.start < a.start < b.end) or (
            b.start == b.end and a.start < b.start < a.end
        )
    return a.start <= b.end and b.start <= a.end
