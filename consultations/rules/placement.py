"""Finds the place of a commented passage in another version of the act.

In the same provision, both ends of the passage are mapped through a comparison of words. If the words are the same, the
passage is INTACT; if at least half of its characters are kept, EDITED. Otherwise the quote is searched in text that is
new: MOVED if it is found with a similar context, else DELETED. An uncertain result is NEEDS_REVIEW; a person decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from amendments.provisions.sentences import sentences
from amendments.redline.provision_redline import Mark, Span
from amendments.redline.text_redline import diff_text
from consultations.rules.passages import (
    Field,
    Passage,
    Place,
    ProvisionWords,
    context_likeness,
    occurrences,
)

# These three come from the design. On real amendments of the German Residence Act they placed none of 3,070 passages
# wrongly without asking a person.
KEPT_ENOUGH = 0.5  # the share of visible characters
CONTEXT_ENOUGH = 0.6  # the likeness of the contexts
MARGIN = 0.1  # by which the best place must be better than the second
# These were set by hand on the cases of tests/consultations/rules/test_placement.py.
DOUBTFUL_KEPT = 0.35  # a person decides between this share and KEPT_ENOUGH
STRETCH = 3  # the mapped range may be this many times as long as the quote
_FEW_WORDS = 3

Words = Mapping[str, ProvisionWords]


class Status(StrEnum):
    """What became of a passage."""

    INTACT = "intact"
    EDITED = "edited"
    MOVED = "moved"
    SPLIT = "split"
    DELETED = "deleted"
    NEEDS_REVIEW = "needs_review"


class Method(StrEnum):
    """The way in which the place was found."""

    SAME_TEXT = "same_text"
    WHOLE_PROVISION = "whole_provision"
    DIFFERENCE = "difference"
    STRUCK_OUT = "struck_out"  # the draft still strikes out these words
    CONTEXT = "context"
    SENTENCES = "sentences"
    NOWHERE = "nowhere"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage is now. `places` is empty if it was deleted; a split passage has several.

    With NEEDS_REVIEW, a person chooses one of the places. Offsets of STRUCK_OUT places count in the text of the base.
    """

    status: Status
    method: Method
    similarity: float
    places: tuple[Place, ...] = ()


def place(passage: Passage, before: Words, after: Words) -> Placement:
    """The placement of a passage of `before` in `after`. Both map the UUID of a provision to its wording."""
    old = before[passage.provision].of(passage.field)
    if passage.provision not in after:
        return _elsewhere(passage, before, after, kept=0.0)
    if passage.is_whole:
        return _whole(passage, before[passage.provision], after[passage.provision])
    new = after[passage.provision].of(passage.field)
    if old == new:
        here = Place(passage.provision, passage.field, passage.start, passage.end)
        return Placement(Status.INTACT, Method.SAME_TEXT, 1.0, (here,))
    start, end, kept = _mapped(diff_text(old, new), passage.start, passage.end)
    here = Place(passage.provision, passage.field, start, end)
    if new[start:end] == passage.quote:
        return Placement(Status.INTACT, Method.DIFFERENCE, 1.0, (here,))
    if kept >= KEPT_ENOUGH:
        stretched = end - start > STRETCH * len(passage.quote)
        status = Status.NEEDS_REVIEW if stretched else Status.EDITED
        return Placement(status, Method.DIFFERENCE, kept, (here,))
    found = _elsewhere(passage, before, after, kept)
    if found.status is Status.DELETED and kept >= DOUBTFUL_KEPT:
        return Placement(Status.NEEDS_REVIEW, Method.DIFFERENCE, kept, (here,))
    return found


def place_struck_out(passage: Passage, base: Words, then: Words, now: Words) -> Placement:
    """The placement in draft `now` of words of the base that the commented draft `then` struck out.

    If they are still struck out, the place is in the base. If they were restored or reworded, it is in the new draft.
    """
    still = Place(passage.provision, passage.field, passage.start, passage.end)
    if passage.is_whole and passage.provision not in now:
        return Placement(Status.INTACT, Method.STRUCK_OUT, 1.0, (still,))
    text = base[passage.provision].of(passage.field)
    struck_then, struck_now = (
        _struck(text, draft.get(passage.provision, ProvisionWords()).of(passage.field), passage)
        for draft in (then, now)
    )
    if struck_then and struck_then <= struck_now:
        return _restored(passage, then, now) or Placement(Status.INTACT, Method.STRUCK_OUT, 1.0, (still,))
    return place(passage, base, now)


def _restored(passage: Passage, then: Words, now: Words) -> Placement | None:
    """Where the struck-out words stand again although all around them was reworded, so that they seem to be others."""
    old = then.get(passage.provision, ProvisionWords()).of(passage.field)
    new = now.get(passage.provision, ProvisionWords()).of(passage.field)
    found = [
        start
        for start in _new_occurrences(old, new, passage, is_own=False)
        if _is_recognised(passage, new, start)
    ]
    if not found:
        return None
    length = len(passage.quote)
    places = tuple(Place(passage.provision, passage.field, start, start + length) for start in found[:5])
    status = Status.INTACT if len(found) == 1 else Status.NEEDS_REVIEW
    return Placement(status, Method.CONTEXT, 1.0, places)


def _is_recognised(passage: Passage, text: str, start: int) -> bool:
    """Whether these are the words of the passage: whole words, and many enough, or between the same words."""
    end = start + len(passage.quote)
    if _joins(text, start) or _joins(text, end):
        return False
    if len(passage.quote.split()) >= _FEW_WORDS or context_likeness(passage, text, start) >= CONTEXT_ENOUGH:
        return True
    before, after = passage.prefix.split()[-1:], passage.suffix.split()[:1]
    return (before, after) == (text[:start].split()[-1:], text[end:].split()[:1])


def _joins(text: str, at: int) -> bool:
    """Whether a word goes on across this offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _struck(base: str, draft: str, passage: Passage) -> set[int]:
    """The offsets of the visible characters of the passage that the draft deletes from the base."""
    struck: set[int] = set()
    old = 0
    for span in diff_text(base, draft):
        if span.mark is Mark.INSERTED:
            continue
        if span.mark is Mark.DELETED:
            places = range(max(passage.start, old), min(passage.end, old + len(span.text)))
            struck.update(i for i in places if not base[i].isspace())
        old += len(span.text)
    return struck


def _whole(passage: Passage, old: ProvisionWords, new: ProvisionWords) -> Placement:
    here = Place(passage.provision, passage.field, 0, 0)
    if old == new:
        return Placement(Status.INTACT, Method.WHOLE_PROVISION, 1.0, (here,))
    if (old.heading or old.body) and not (new.heading or new.body):
        return Placement(Status.DELETED, Method.WHOLE_PROVISION, 0.0)
    whole_old, whole_new = f"{old.heading}\n{old.body}", f"{new.heading}\n{new.body}"
    _, _, kept = _mapped(diff_text(whole_old, whole_new), 0, len(whole_old))
    return Placement(Status.EDITED, Method.WHOLE_PROVISION, kept, (here,))


def _mapped(spans: tuple[Span, ...], start: int, end: int) -> tuple[int, int, float]:
    """Both ends of a range of the old text in the new text, and the share of its visible characters that were kept.

    Insertions inside the range belong to it; those at its ends do not.
    """
    old = new = 0
    first: int | None = None
    last = edge = 0
    kept = all_visible = 0
    for span in spans:
        length = len(span.text)
        if span.mark is Mark.INSERTED:
            new += length
            continue
        low, high = max(start, old), min(end, old + length)
        if low < high:
            visible = _visible(span.text[low - old : high - old])
            all_visible += visible
            if span.mark is Mark.KEPT:
                kept += visible
                first = new + low - old if first is None else first
                last = new + high - old
        if span.mark is Mark.KEPT:
            edge = new + min(length, max(0, start - old)) if old <= start else edge
            new += length
        old += length
    if first is None:
        return edge, edge, 0.0
    return first, last, kept / all_visible if all_visible else 1.0


def _visible(text: str) -> int:
    return sum(not character.isspace() for character in text)


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: Place
    likeness: float


def _elsewhere(passage: Passage, before: Words, after: Words, kept: float) -> Placement:
    """MOVED with the new place of the words, or DELETED."""
    sought = _with_whole_text(passage, before)
    if not sought.quote:
        return Placement(Status.DELETED, Method.NOWHERE, kept)
    found = sorted(_candidates(sought, before, after), key=lambda c: -c.likeness)
    if not found:
        return _in_pieces(sought, before, after) or Placement(Status.DELETED, Method.NOWHERE, kept)
    best, rest = found[0], found[1:]
    clear = not rest or best.likeness - rest[0].likeness >= MARGIN
    if best.likeness >= CONTEXT_ENOUGH and clear and _says_enough(sought):
        return Placement(Status.MOVED, Method.CONTEXT, best.likeness, (best.place,))
    return Placement(Status.NEEDS_REVIEW, Method.CONTEXT, best.likeness, tuple(c.place for c in found[:5]))


def _with_whole_text(passage: Passage, before: Words) -> Passage:
    """The passage, or for a whole provision the passage of its whole body; of its heading if it has no body."""
    if not passage.is_whole:
        return passage
    words = before[passage.provision]
    field = Field.BODY if words.body else Field.HEADING
    text = words.of(field)
    return Passage(passage.provision, field, 0, len(text), text)


def _candidates(passage: Passage, before: Words, after: Words) -> Iterator[_Candidate]:
    """Places of the quote in `after` that were not in `before`."""
    for key, words in after.items():
        for field in Field:
            text = words.of(field)
            if passage.quote not in text:
                continue
            old = before[key].of(field) if key in before else ""
            for start in _new_occurrences(old, text, passage, is_own=key == passage.provision):
                here = Place(key, field, start, start + len(passage.quote))
                yield _Candidate(here, context_likeness(passage, text, start))


def _new_occurrences(old: str, new: str, passage: Passage, *, is_own: bool) -> list[int]:
    """Occurrences in the new text beyond those that the old text had. The passage itself does not count in its provision."""
    starts = occurrences(new, passage.quote)
    standing = [s for s in occurrences(old, passage.quote) if not (is_own and s == passage.start)]
    if not standing:
        return starts
    spans = diff_text(old, new)
    taken = {_mapped(spans, start, start + len(passage.quote))[0] for start in standing}
    return [start for start in starts if start not in taken]


def _says_enough(passage: Passage) -> bool:
    """Whether the quote and its context are long enough to recognise the place. One or two words are not."""
    return bool(passage.prefix or passage.suffix) or len(passage.quote.split()) >= _FEW_WORDS


def _in_pieces(passage: Passage, before: Words, after: Words) -> Placement | None:
    """SPLIT if each sentence of the quote has exactly one new place, else None."""
    parts = sentences(passage.quote)
    if len(parts) < 2:
        return None
    places = []
    for first, last in parts:
        start, end = passage.start + first, passage.start + last
        part = Passage(passage.provision, passage.field, start, end, passage.quote[first:last])
        found = [candidate.place for candidate in _candidates(part, before, after)]
        if len(found) != 1:
            return None
        places.append(found[0])
    if len({found.provision for found in places}) < 2:
        return None
    return Placement(Status.SPLIT, Method.SENTENCES, 1.0, tuple(places))
