"""Stretches of an act that are no provisions: the table of contents, tables, the signature, the lists at the end."""

import re

from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser
from amendments.provisions.regions.approvals import Approvals
from amendments.provisions.regions.closing_lists import ClosingLists
from amendments.provisions.regions.signature import YEAR, Signatures
from amendments.provisions.regions.tables import table_lines
from amendments.provisions.tree import Kind

_QUOTES = re.compile('[”»"]')
_LONGEST_PART_OF_NAME = 50  # the name of an act printed on two lines


class Regions:
    """Finds the stretches among the lines of an act."""

    def __init__(self, recogniser: Recogniser, act: PrintedAct) -> None:
        words = recogniser.conventions
        self._act = act
        self._closing = ClosingLists(recogniser, act)
        self._annex_owner = recogniser.pattern(words.annex_owners, before="(?:.* )?")
        self._signatures = Signatures(recogniser, act)
        self._approvals = Approvals(recogniser, act, self._signatures)
        self.approvals: dict[int, int] = {}

    def find(self) -> dict[int, Kind]:
        """The kind of region of every line that belongs to one."""
        kinds = {line: Kind.APPARATUS for closing in self._closing.find() for line in closing}
        for table in self._act.contents:
            kinds.update(dict.fromkeys(table, Kind.CONTENTS))
        end = len(self._act)
        while end and kinds.get(end - 1) is Kind.APPARATUS:
            end -= 1
        body_end = next((index for index in range(end, 0, -1) if index - 1 not in kinds), 0)
        self.approvals = self._approvals.find(body_end)
        for stop in {*self.approvals, self._first_annex(body_end), body_end}:
            kinds.update(dict.fromkeys(self._signatures.find(stop), Kind.CLOSING))
        kinds.update({index: Kind.TABLE for index in table_lines(self._act, end) if index not in kinds})
        return kinds

    def opens_apparatus(self, index: int) -> bool:
        """Whether a line is the title of a list after the text, or the imprint of the publisher below it."""
        return self._closing.is_title(index) or self._act.content(index).startswith("©")

    def annex_caption(self, index: int) -> int:
        """How many lines from here name the act to which the annex right after them belongs: one, or two short ones."""
        if self._names_act(index):
            return 1
        is_part = self._act.label(index) is None and self._is_short(index) and self._names_act(index + 1)
        return 2 if is_part and not self._is_signed(index) and self._is_short(index + 1) else 0

    def _is_signed(self, index: int) -> bool:
        """Whether a line is a date, an office, the number of an act or a name below an office."""
        is_date = YEAR.search(self._act.folded[index]) is not None
        return is_date or self._signatures.signs(index) or self._signatures.is_signed_below(index)

    def _is_short(self, index: int) -> bool:
        return len(self._act.folded[index]) <= _LONGEST_PART_OF_NAME

    def _names_act(self, index: int) -> bool:
        if not self._act.is_annex(index + 1) or self._act.label(index) is not None:
            return False
        return self._annex_owner.fullmatch(_QUOTES.sub("", self._act.folded[index])) is not None

    def _first_annex(self, end: int) -> int:
        """Where the first annex begins, with the lines that name its act."""
        annex = next((index for index in range(1, end) if self._act.is_annex(index)), end)
        captions = (start for start in (annex - 2, annex - 1) if start > 0 and self.annex_caption(start))
        return next(captions, annex) if annex < end else end
