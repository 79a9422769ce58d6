"""Lines that begin with a number and count nothing: "3 manat" among other prices, and the numbers of the columns of a table."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amendments.provisions.losses.read_act import ReadAct

_AMOUNT = re.compile(r"(?P<number>[0-9]{1,6}) (?P<unit>[^0-9.;:]{1,30})")
_FRACTION = re.compile(r"0[.,][0-9]{1,4}%?")
_FIGURE = re.compile(r"[1-9]")
_FEWEST = 3  # lines of one unit, tables with the same columns


def quantities(read: ReadAct, plain: Sequence[int]) -> frozenset[int]:
    """The lines among those that are words of the text."""
    fractions = (index for index in plain if _FRACTION.fullmatch(read.act.content(index)))
    return frozenset((*_amounts(read, plain), *_columns(read, plain), *fractions))


def _amounts(read: ReadAct, plain: Sequence[int]) -> Iterator[int]:
    """Lines of one unit whose numbers do not go on from one to the next."""
    lines: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index in plain:
        if match := _AMOUNT.fullmatch(read.act.content(index)):
            lines[match["unit"]].append((index, int(match["number"])))
    for found in lines.values():
        if len(found) >= _FEWEST and any(after <= before for (__, before), (___, after) in pairwise(found)):
            yield from (index for index, __ in found)


def _columns(read: ReadAct, plain: Sequence[int]) -> Iterator[int]:
    """The figures from 1 on that stand one right below the other in several places, and nowhere with words between them."""
    figures = [index for index in plain if _FIGURE.fullmatch(read.act.content(index))]
    runs: list[list[int]] = []
    for index in figures:
        is_next = runs and runs[-1][-1] == index - 1 and int(read.act.content(index)) == len(runs[-1]) + 1
        if is_next:
            runs[-1].append(index)
        else:
            runs.append([index])
    alike = [run for run in runs if len(run) > 1 and read.act.content(run[0]) == "1"]
    for run in alike:
        if sum(len(other) == len(run) for other in alike) >= _FEWEST:
            yield from run
