"""Makes regions of difference readable: what a lawyer would have marked, not the fewest pieces."""

from collections.abc import Sequence

from amendments.redline.region import Region
from amendments.redline.tokens import SHORT_WORD, ends_line, ends_sentence, is_word

# These values gave the least effort and the most moves found on the real pairs of docs/benchmarks.md.
_LEAST_KEPT = 0.2  # below this share of kept words the wording is shown as replaced
_SHREDDED = 0.4  # the same when the kept words lie in pieces
_CLAUSE = frozenset(",(،、，–—")  # an insertion reads best with the comma that opens it
_LONG_ISLAND = 40  # pieces
_SPAN_COST = 3  # one more marked run disturbs a reader as much as three more marked words


def for_readers(
    before: Sequence[str], after: Sequence[str], regions: Sequence[Region], kept_around: int = 0
) -> list[Region] | None:
    """Regions with small kept islands dropped and edits slid to natural places; None for a wholly new wording.

    `kept_around` counts the words that both sides share before and after these pieces.
    """
    wording = _Wording(before, after)
    joined: list[Region] = []
    for region in regions:
        while joined and wording.is_crumb(joined[-1], region):
            region = joined.pop().over(region)
        joined.append(region)
    if wording.is_rewritten(joined, kept_around):
        return None
    slid: list[Region] = []
    for k, region in enumerate(joined):
        lowest = slid[-1].b1 + 1 if slid else 0
        highest = joined[k + 1].b0 - 1 if k + 1 < len(joined) else len(before)
        slid.append(_slide(before, after, region, range(lowest, highest + 1)))
    return [_with_bracket(before, after, region) for region in slid]


class _Wording:
    """The pieces of both sides, and the questions about a region that their words answer."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        self.before = before
        self.after = after

    def is_crumb(self, left: Region, right: Region) -> bool:
        """Whether the kept words between two regions disturb a reader more than they help."""
        if right.b0 - left.b1 > _LONG_ISLAND:
            return False
        island = self.before[left.b1 : right.b0]
        following = [*self.before[right.b0 : right.b1][:1], *self.after[right.a0 : right.a1][:1]]
        if any(ends_line(piece) for piece in [*island, *following]):
            return False
        words = [piece for piece in island if is_word(piece)]
        if not words or (len(words) == 1 and len(words[0]) <= SHORT_WORD):
            return True
        # Official amendments rather repeat one word too many than cut a phrase in two.
        if 2 * (len(words) - 1) >= _SPAN_COST * (_runs(left) + _runs(right) - _runs(left.over(right))):
            return False
        return len(words) <= min(self._size(left), self._size(right))

    def is_rewritten(self, regions: Sequence[Region], kept_around: int) -> bool:
        """Whether so little is kept that the old and the new wording are easier to read one after the other."""
        pieces = sum(region.b1 - region.b0 + region.a1 - region.a0 for region in regions)
        if 2 * pieces < len(self.before) + len(self.after):
            return False
        changed = [self._changed(region) for region in regions]
        deleted, inserted = sum(d for d, _ in changed), sum(i for _, i in changed)
        if not deleted or not inserted:
            return False
        kept = kept_around + sum(map(is_word, self.before)) - deleted
        share = 2 * kept / (2 * kept + deleted + inserted)
        return share < _LEAST_KEPT or (share < _SHREDDED and len(regions) > 1)

    def _size(self, region: Region) -> int:
        """How many words the longer side has, at most as many as an island can have pieces."""
        old = self.before[region.b0 : min(region.b1, region.b0 + _LONG_ISLAND)]
        new = self.after[region.a0 : min(region.a1, region.a0 + _LONG_ISLAND)]
        return max(sum(map(is_word, old)), sum(map(is_word, new)))

    def _changed(self, region: Region) -> tuple[int, int]:
        """Words deleted and words inserted."""
        return (
            sum(map(is_word, self.before[region.b0 : region.b1])),
            sum(map(is_word, self.after[region.a0 : region.a1])),
        )


def _with_bracket(before: Sequence[str], after: Sequence[str], region: Region) -> Region:
    """With the bracket that closes behind both sides where both open one: “5 (five)” becomes “6 (six)”."""
    b0, b1, a0, a1 = region
    closes = before[b1 : b1 + 1] == after[a1 : a1 + 1] == [")"]
    if closes and _opens(before[b0:b1]) and _opens(after[a0:a1]):
        return Region(b0, b1 + 1, a0, a1 + 1)
    return region


def _opens(pieces: Sequence[str]) -> bool:
    return pieces.count("(") > pieces.count(")")


def _runs(region: Region) -> int:
    return (region.b1 > region.b0) + (region.a1 > region.a0)


def _slide(before: Sequence[str], after: Sequence[str], region: Region, room: range) -> Region:
    """An insertion or a deletion that is moved to the most natural of the places where it means the same."""
    b0, b1, a0, a1 = region
    if _runs(region) != 1:
        return region
    lowest, highest = room.start - b0, room.stop - 1 - b1
    shift = (
        _best_shift(before, b0, b1, lowest, highest)
        if b1 > b0
        else _best_shift(after, a0, a1, lowest, highest)
    )
    return region.shifted(shift, shift)


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
