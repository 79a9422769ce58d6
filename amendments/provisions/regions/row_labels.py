"""Which rows of a table are numbered: by "8.1.3." or "1)" before their words, or by a number in a cell of its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from amendments.provisions.recognising.bare_numbers import BARE
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.number_labels import MARKS, read_number
from amendments.provisions.recognising.recogniser import Recogniser
from amendments.provisions.regions.printed_rows import PrintedRow
from amendments.provisions.tree import Kind

_NUMBER = re.compile(rf"(?P<number>[1-9][0-9]{{0,3}}(?:-[0-9]{{1,3}})?){MARKS}")
_INTEGER = re.compile(r"[0-9]{1,3}")
_FEWEST = 2  # one bare number alone may be a quantity


class RowLabels:
    """Reads the numbers of rows with the words of one set of conventions."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self._heads_numbers = recogniser.heads_numbers

    def of(self, rows: Sequence[PrintedRow]) -> list[Label | None]:
        """The number of each row, None for a row of words."""
        labels = [self._label(row) for row in rows]
        bare = [label for label in labels if label is not None and _is_bare(label)]
        if self._count(rows, labels, bare):
            return labels
        return [None if label is not None and _is_bare(label) else label for label in labels]

    def is_marked(self, words: str) -> bool:
        """Whether words begin with a number that a full stop or bracket ends."""
        label = self._recogniser.read(words)
        return label is not None and label.form in {Form.DECIMAL, Form.ITEM} and label.is_marked

    def _label(self, row: PrintedRow) -> Label | None:
        words = row.printed[slice(*row.cells[row.first][0])]
        if _numbers_columns(row):
            return None
        label = self._recogniser.read(words)
        if label is None and (bare := _NUMBER.fullmatch(words)) and len(row.cells) > 1:
            return _bare(bare)
        if label is None or label.form not in {Form.DECIMAL, Form.ITEM} or label.lead:
            return None
        return label

    def _count(
        self, rows: Sequence[PrintedRow], labels: Sequence[Label | None], bare: Sequence[Label]
    ) -> bool:
        """Whether bare numbers count the rows: they go on from one to the next below a heading for numbers, or none."""
        first = labels.index(next(iter(bare))) if bare else 0
        above = [row.words[0].strip() for row in rows[:first] if len(row.cells) > 1 and not row.is_rule]
        heads = [bool(self._heads_numbers.fullmatch(self._recogniser.folder.fold(words))) for words in above]
        steps = [later.value[0].value - earlier.value[0].value for earlier, later in pairwise(bare)]
        if any(heads[1:]) and len(bare) > _FEWEST:
            return all(step >= 0 for step in steps)  # the numbers that a list of votes takes from another one
        if any(above[:1]) and not heads[0]:
            return False
        go_on = all(step in (0, 1) for step in steps)
        return go_on and (any(above[:1]) or (len(bare) >= _FEWEST and bare[0].value[0].value == 1))


def _is_bare(label: Label) -> bool:
    return label.readings[0].style == BARE


def _numbers_columns(row: PrintedRow) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3."""
    words = [words for words in row.words if words]
    return len(words) > 1 and all(map(_INTEGER.fullmatch, words)) and _counts(list(map(int, words)))


def _counts(values: Sequence[int]) -> bool:
    return all(later == earlier + 1 for earlier, later in pairwise(values))


def _bare(match: re.Match[str]) -> Label | None:
    reading = read_number(BARE, match["number"])
    if reading is None:
        return None
    return Label(
        Form.ITEM,
        Kind.PART,
        match["number"],
        0,
        match.end(),
        (reading,),
        marks=match.span("marks"),
        is_marked=False,
    )
