"""What an alignment has found so far and what is still open."""

from collections.abc import Iterator, Sequence

from amendments.redline.alignment.blocks import Blocks
from amendments.redline.region import Region

Pair = tuple[int, int]


class Matching:
    """Regions that kept their order, regions that moved, and the blocks that still have no partner.

    A region of several blocks in `fixed` is equal on both sides, block by block.
    """

    def __init__(self, before: Blocks, after: Blocks) -> None:
        self.before = before
        self.after = after
        self.fixed: list[Region] = []
        self.moves: list[Region] = []
        self._open_old = [True] * len(before)
        self._open_new = [True] * len(after)

    def fix(self, region: Region) -> None:
        """Match blocks that kept their order."""
        self.fixed.append(region)
        self._close(region)

    def fix_pair(self, pair: Pair) -> None:
        """Match two blocks that kept their order."""
        self.fix(Region(pair[0], pair[0] + 1, pair[1], pair[1] + 1))

    def move(self, region: Region) -> None:
        """Match blocks that are found at another place."""
        self.moves.append(region)
        self._close(region)

    def reopen(self, pair: Pair) -> None:
        """Take two blocks apart again."""
        self._open_old[pair[0]] = self._open_new[pair[1]] = True

    def _close(self, region: Region) -> None:
        b0, b1, a0, a1 = region
        self._open_old[b0:b1] = [False] * (b1 - b0)
        self._open_new[a0:a1] = [False] * (a1 - a0)

    def is_open(self, pair: Pair) -> bool:
        """Whether both places exist and have no partner."""
        return self.is_open_old(pair[0]) and self.is_open_new(pair[1])

    def is_open_old(self, i: int) -> bool:
        """Whether the old block exists and has no partner."""
        return 0 <= i < len(self._open_old) and self._open_old[i]

    def is_open_new(self, j: int) -> bool:
        """Whether the new block exists and has no partner."""
        return 0 <= j < len(self._open_new) and self._open_new[j]

    def open_old(self) -> list[int]:
        """All old blocks without a partner."""
        return [i for i, is_open in enumerate(self._open_old) if is_open]

    def open_new(self) -> list[int]:
        """All new blocks without a partner."""
        return [j for j, is_open in enumerate(self._open_new) if is_open]

    def gaps(self) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """The open blocks of both sides between two neighbours in `fixed`, where both sides have some."""
        self.fixed.sort()
        b = a = 0
        for fixed in [
            *self.fixed,
            Region(len(self.before), len(self.before), len(self.after), len(self.after)),
        ]:
            if b < fixed.b0 and a < fixed.a0:
                old = [i for i in range(b, fixed.b0) if self._open_old[i]]
                new = [j for j in range(a, fixed.a0) if self._open_new[j]]
                if old and new:
                    yield old, new
            b, a = fixed.b1, fixed.a1
