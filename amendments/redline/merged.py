"""Says what happened to each block, in reading order of the merged document. Words are compared later."""

from collections.abc import Iterator
from dataclasses import dataclass

from amendments.redline.alignment.align import align
from amendments.redline.alignment.blocks import Blocks
from amendments.redline.alignment.splits import groups
from amendments.redline.provision_redline import Change
from amendments.redline.region import Region


@dataclass(frozen=True, slots=True)
class Pairing:
    """One block of the merged document with its places on both sides. A moved block appears at its old and at its new place."""

    change: Change
    old: tuple[int, ...]
    new: tuple[int, ...]
    is_new_place: bool = True


def outline(old: Blocks, new: Blocks) -> list[Pairing]:
    """All blocks of both sides. Between two blocks that kept their place, old blocks come before new ones."""
    alignment = align(old, new)
    goes_to, comes_from = dict(alignment.moved), {j: i for i, j in alignment.moved}
    steps: list[Pairing] = []
    b = a = 0
    end = Region(len(old), len(old), len(new), len(new))
    for group in [*groups(old, new, alignment), end]:
        steps += [_left(i, goes_to) for i in range(b, group.b0)]
        steps += [_came(j, comes_from) for j in range(a, group.a0)]
        steps += _stayed(old, new, group)
        b, a = group.b1, group.a1
    return steps


def _left(i: int, goes_to: dict[int, int]) -> Pairing:
    if i in goes_to:
        return Pairing(Change.MOVED, (i,), (goes_to[i],), is_new_place=False)
    return Pairing(Change.DELETED, (i,), (), is_new_place=False)


def _came(j: int, comes_from: dict[int, int]) -> Pairing:
    if j in comes_from:
        return Pairing(Change.MOVED, (comes_from[j],), (j,))
    return Pairing(Change.INSERTED, (), (j,))


def _stayed(old: Blocks, new: Blocks, group: Region) -> Iterator[Pairing]:
    olds, news = tuple(group.old), tuple(group.new)
    if len(olds) == len(news):
        for i, j in zip(olds, news, strict=True):
            yield Pairing(_change(old, new, i, j), (i,), (j,))
    else:
        yield Pairing(Change.SPLIT if len(news) > 1 else Change.MERGED, olds, news)


def _change(old: Blocks, new: Blocks, i: int, j: int) -> Change:
    if old.wholes[i] == new.wholes[j]:
        return Change.UNCHANGED
    return Change.EDITED if old[i].number == new[j].number else Change.RENUMBERED
