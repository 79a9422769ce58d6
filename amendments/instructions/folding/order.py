"""The order of the law: where a new instruction stands in a list, and which come before which."""

from collections.abc import Iterable, Mapping, Sequence

from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.tree import Tree

_FIRST, _LAST = -1, 1 << 30


def positions(base: Tree, after: Tree) -> dict[str, int]:
    """The place of each provision in reading order; one that is gone stands where it stood."""
    placed = {element.key: 2 * number for number, element in enumerate(after)}
    last = _FIRST
    for element in base:
        if element.key in after.by_key:
            last = placed[element.key]
        else:
            placed[element.key] = last + 1  # several that are gone share the place before the next one
    return placed


def position(operation: Operation, touched: Iterable[str], placed: Mapping[str, int]) -> int:
    """Where an instruction is printed: throughout the act first, entry into force last."""
    if operation.op is Op.COMMENCEMENT:
        return _LAST
    if WHOLE_ACT in operation.all_targets:
        return _FIRST
    return min((placed[key] for key in touched if key in placed), default=_LAST)


def inserted(
    keys: Sequence[str],
    new: str,
    at: Mapping[str, int],
    after: Iterable[str] = (),
    before: Iterable[str] = (),
) -> list[str]:
    """The list with a new key at its place in the law, as far as what it must follow and precede leaves it."""
    latest = min((keys.index(key) for key in before if key in keys), default=len(keys))
    earliest = max((keys.index(key) + 1 for key in after if key in keys[:latest]), default=0)
    place = next((i for i in range(earliest, latest) if at[keys[i]] > at[new]), latest)
    return [*keys[:place], new, *keys[place:]]


def rearranged(keys: Sequence[str], order: Sequence[str]) -> list[str]:
    """The list in which some keys stand in another order at the places that they had."""
    wanted = iter([key for key in order if key in keys])
    some = set(order)
    return [next(wanted) if key in some else key for key in keys]
