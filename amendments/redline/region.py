"""A part of one side and the part of the other side that it is matched with or replaced by."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Region(NamedTuple):
    """before[b0:b1] and after[a0:a1]; either may be empty."""

    b0: int
    b1: int
    a0: int
    a1: int

    @property
    def old(self) -> range:
        """The places before."""
        return range(self.b0, self.b1)

    @property
    def new(self) -> range:
        """The places after."""
        return range(self.a0, self.a1)

    def is_empty(self) -> bool:
        """Whether it holds nothing on either side."""
        return self.b0 == self.b1 and self.a0 == self.a1

    def over(self, later: "Region") -> "Region":
        """From the start of this region to the end of a later one."""
        return Region(self.b0, later.b1, self.a0, later.a1)

    def shifted(self, b: int, a: int) -> "Region":
        """The same region counted from other starts."""
        return Region(self.b0 + b, self.b1 + b, self.a0 + a, self.a1 + a)


def touching_joined(regions: Iterable[Region]) -> list[Region]:
    """Sorted regions, those that adjoin on both sides as one."""
    joined: list[Region] = []
    for region in regions:
        if joined and joined[-1].b1 == region.b0 and joined[-1].a1 == region.a0:
            region = joined.pop().over(region)
        joined.append(region)
    return joined


def between(regions: Iterable[Region], room: Region) -> Iterator[Region]:
    """What lies between sorted regions in a room, where both sides have something."""
    b, a = room.b0, room.a0
    for region in [*regions, Region(room.b1, room.b1, room.a1, room.a1)]:
        if b < region.b0 and a < region.a0:
            yield Region(b, region.b0, a, region.a0)
        b, a = region.b1, region.a1
