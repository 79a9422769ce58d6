"""Makes regions of difference readable: what a lawyer would have marked, not the fewest pieces."""

from collections.abc import Sequence

from amendments.redline.difference import Region
from amendments.redline.words import SHORT_WORD, ends_line, ends_sentence, is_word

_LEAST_KEPT = 0.2  # below this share of kept words the wording is shown as replaced
_SHREDDED = 0.4  # the same when the kept words lie in pieces
_CLAUSE = frozenset(",(،、，–—")  # an insertion reads best with the comma that opens it
_SPAN_COST = 3  # one more marked run disturbs a reader as much as three more marked words


def for_readers(before: Sequence[str], after: Sequence[str], regions: Sequence[Region]) -> list[Region]:
    """Regions with small kept islands dropped, edits slid to natural places, and wholly new wording replaced."""
    joined = _join_islands(before, after, regions)
    if _is_rewritten(before, after, joined):
        return [Region(0, len(before), 0, len(after))]
    return [_slide(before, after, joined, k) for k in range(len(joined))]


def _join_islands(before: Sequence[str], after: Sequence[str], regions: Sequence[Region]) -> list[Region]:
    joined: list[Region] = []
    for region in regions:
        while joined and _is_crumb(before, after, joined[-1], region):
            region = _over(joined.pop(), region)
        joined.append(region)
    return joined


def _is_crumb(before: Sequence[str], after: Sequence[str], left: Region, right: Region) -> bool:
    """Whether the kept island between two regions costs a reader more than it helps."""
    island = before[left.b1 : right.b0]
    if any(ends_line(piece) for piece in island):
        return False
    words = [piece for piece in island if is_word(piece)]
    if not words or (len(words) == 1 and len(words[0]) <= SHORT_WORD):
        return True
    if 2 * len(words) >= _SPAN_COST * (_runs(left) + _runs(right) - _runs(_over(left, right))):
        return False
    return len(words) <= min(_size(before, after, left), _size(before, after, right))


def _over(left: Region, right: Region) -> Region:
    return Region(left.b0, right.b1, left.a0, right.a1)


def _size(before: Sequence[str], after: Sequence[str], region: Region) -> int:
    return max(_words(before, region.b0, region.b1), _words(after, region.a0, region.a1))


def _runs(region: Region) -> int:
    return (region.b1 > region.b0) + (region.a1 > region.a0)


def _is_rewritten(before: Sequence[str], after: Sequence[str], regions: Sequence[Region]) -> bool:
    deleted = sum(_words(before, region.b0, region.b1) for region in regions)
    inserted = sum(_words(after, region.a0, region.a1) for region in regions)
    if not deleted or not inserted:
        return False
    kept = _words(before, 0, len(before)) - deleted
    share = 2 * kept / (2 * kept + deleted + inserted)
    return share < _LEAST_KEPT or (share < _SHREDDED and len(regions) > 1)


def _words(pieces: Sequence[str], start: int, end: int) -> int:
    return sum(map(is_word, pieces[start:end]))


def _slide(before: Sequence[str], after: Sequence[str], regions: Sequence[Region], k: int) -> Region:
    """A pure insertion or deletion at the most natural of the places where it says the same."""
    region = regions[k]
    if _runs(region) != 1:
        return region
    pieces, start, end = (
        (before, region.b0, region.b1) if region.b1 > region.b0 else (after, region.a0, region.a1)
    )
    lowest = regions[k - 1].b1 - region.b0 if k else -region.b0
    highest = (regions[k + 1].b0 if k + 1 < len(regions) else len(before)) - region.b1
    shift = _best_shift(pieces, start, end, lowest + bool(k), highest - (k + 1 < len(regions)))
    return Region(region.b0 + shift, region.b1 + shift, region.a0 + shift, region.a1 + shift)


def _best_shift(pieces: Sequence[str], start: int, end: int, lowest: int, highest: int) -> int:
    shift = 0
    while shift > lowest and pieces[start + shift - 1] == pieces[end + shift - 1]:
        shift -= 1
    best, best_score = 0, -1
    while True:
        score = _break_before(pieces, start + shift) + _break_before(pieces, end + shift)
        if score > best_score or (score == best_score and abs(shift) < abs(best)):
            best, best_score = shift, score
        if shift >= highest or pieces[start + shift] != pieces[end + shift]:
            return best
        shift += 1


def _break_before(pieces: Sequence[str], index: int) -> int:
    """How natural it is to begin or end an edit before this piece: line, sentence, clause, word."""
    if index in (0, len(pieces)) or ends_line(pieces[index - 1]):
        return 5
    left, right = pieces[index - 1], pieces[index]
    if ends_sentence(left) and not is_word(right):
        return 4
    if right in _CLAUSE:
        return 3
    return 2 if left.isspace() or right.isspace() else 1
