"""The rows of tables that an instruction brings: cells in the amending act, and not words in a line."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from amendments.instructions.operations import Op, Operation
from amendments.provisions.tree import CELL_BORDER

QuotedRow = tuple[str, ...]
Block = str | tuple[QuotedRow, ...]
"""A paragraph, or rows that stand below one another."""

BRINGS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RESTATE, Op.RENUMBER_AND_ADD})
"""What quotes whole provisions."""
_OPENS = re.compile("[“«„]")
_OPENS_BROUGHT = re.compile(r"(?<=:\s)[“«„]")
_BEFORE_WORDS = re.compile(r"[“«„]?\s*")


def opening_of(words: str) -> re.Match[str] | None:
    """The quotation mark before what an order brings. It follows a colon; names of points are quoted before."""
    return _OPENS_BROUGHT.search(words) or _OPENS.search(words)


def brings_rows(operation: Operation) -> bool:
    """Whether it brings provisions in which words stand in cells."""
    words = (operation.new, *(child.text for child in operation.children))
    return operation.op in BRINGS and any(CELL_BORDER in each for each in words)


def blocks(
    operation: Operation, paragraphs: tuple[str, ...], printed: Mapping[str, QuotedRow]
) -> tuple[Block, ...]:
    """The paragraphs of an instruction and the rows that it brings.

    `printed` has the cells of numbered rows as the act prints them, by the line in which they are quoted.
    """
    if not brings_rows(operation):
        return paragraphs
    order, *others = _lines(paragraphs)
    found: list[Block] = [order]
    for is_row, lines in groupby(others, key=lambda line: CELL_BORDER in line):
        if is_row:
            found.append(tuple(_cells(line, printed) for line in lines))
        else:
            found += lines
    return tuple(found)


def _lines(paragraphs: tuple[str, ...]) -> Iterator[str]:
    """The paragraphs; a row that the order quotes in its own line stands below it."""
    order, *others = paragraphs
    opening = opening_of(order)
    if CELL_BORDER in order and opening:
        yield order[: opening.start()].rstrip()
        yield order[opening.start() :]
    else:
        yield order
    yield from others


def _cells(line: str, printed: Mapping[str, QuotedRow]) -> QuotedRow:
    """The cells of a row, the quotation marks and the end of the sentence with the words beside them."""
    before = line[: len(line) - len(_BEFORE_WORDS.sub("", line, count=1))]
    words = line[len(before) :]
    known = max((key for key in printed if _is_row(words, key)), key=len, default="")
    first, *others = printed.get(known) or words.split(CELL_BORDER)
    cells = [f"{before}{first}", *others]
    cells[-1] += words[len(known) :] if known else ""
    return tuple(cells)


def _is_row(words: str, quoted: str) -> bool:
    """Whether nothing but the end of a sentence stands behind a quoted row."""
    return words.startswith(quoted) and not any(map(str.isalnum, words[len(quoted) :]))
