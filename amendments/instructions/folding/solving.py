"""Finds the words and the order in which the instructions on one text, carried out one by one, give what is wanted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amendments.instructions.execution.levels import is_table
from amendments.instructions.folding.candidates import gives, quotes
from amendments.instructions.folding.item_parts import Part
from amendments.instructions.folding.items import Manner
from amendments.instructions.folding.patchwork import Patchwork
from amendments.instructions.operations import Op, Operation

# Their words are not tried on one text alone: the check of the whole list is.
_UNTRIED = frozenset(
    {Op.GLOBAL_REPLACE, Op.REPEAL, Op.RENUMBER_AND_ADD, Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RESTATE}
)


@dataclass(frozen=True, slots=True)
class Solved:
    """The instructions on one text in their order, with the chosen operation of each that had a choice."""

    order: tuple[str, ...]
    chosen: Mapping[str, Operation]


def solve(
    patch: Patchwork, field: str, parts: Sequence[Part], movable: frozenset[str], manner: Manner
) -> Solved | None:
    """The first order in which every instruction can say its words; None where there is none.

    `parts` stand in the order of the list; the movable ones are tried everywhere first, then all are sorted by the
    place of their words. The forms that people chose come before all others.
    """
    forms = [list(parts)] if manner.as_chosen else [list(parts), [_with_others(part) for part in parts]]
    for parted in forms:
        for order in _orders(patch, parted, movable):
            if manner.as_read and not patch.is_read_in_order([part.key for part in order]):
                continue
            chosen = _said(patch, field, order)
            if chosen is not None:
                return Solved(tuple(part.key for part in order), chosen)
    return None


def _with_others(part: Part) -> Part:
    return replace(part, ways=[*part.ways, *part.others])


def _said(patch: Patchwork, field: str, order: Sequence[Part]) -> dict[str, Operation] | None:
    chosen: dict[str, Operation] = {}
    done: set[str] = set()
    text = patch.base
    for part in order:
        done.add(part.key)
        wanted = patch.text_of(done)
        if not (part.is_fixed and _is_untried(part.ways[0])):
            way = _way(patch, field, part, text, wanted)
            if way is None:
                return None
            chosen[part.key] = way
        text = wanted
    return chosen


def _is_untried(operation: Operation) -> bool:
    return operation.op in _UNTRIED or is_table(operation.level)


def _way(patch: Patchwork, field: str, part: Part, text: str, wanted: str) -> Operation | None:
    """The first way that gives the words here, and on the base alone: it quotes no word of the draft."""
    alone = patch.text_of({part.key})
    for way in part.ways:
        if not gives(text, way, field, wanted):
            continue
        if part.is_fixed or (gives(patch.base, way, field, alone) and _is_free(patch, field, part.key, way)):
            return way
    return None


def _is_free(patch: Patchwork, field: str, key: str, way: Operation) -> bool:
    """Whether no other instruction changes the words of the base that an operation quotes."""
    others = [made for made in patch.mades if made.holder != key]
    return not any(
        start < made.end and made.start < end
        for start, end in quotes(patch.base, way, field)
        for made in others
    )


def _orders(patch: Patchwork, parts: Sequence[Part], movable: frozenset[str]) -> Iterator[list[Part]]:
    at = {made.holder: number for number, made in reversed(list(enumerate(patch.mades)))}
    fixed = [part for part in parts if part.key not in movable]
    loose = sorted((part for part in parts if part.key in movable), key=lambda part: at[part.key])
    preferred = fixed
    for part in loose:
        index = next((i for i, other in enumerate(preferred) if at[other.key] > at[part.key]), len(preferred))
        preferred = [*preferred[:index], part, *preferred[index:]]
    yield preferred
    yield [*fixed, *loose]
    yield [*loose, *fixed]
    if len(loose) == 1:
        for index in range(1, len(fixed)):
            yield [*fixed[:index], *loose, *fixed[index:]]
    by_place = sorted(parts, key=lambda part: at[part.key])
    yield by_place
    yield by_place[::-1]
