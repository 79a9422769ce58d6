"""Stretches of an act that are no provisions: the table of contents, tables, the signature, the lists at the end."""

import re
from itertools import accumulate

from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser
from amendments.provisions.regions.approvals import Approvals
from amendments.provisions.regions.contents import find_contents
from amendments.provisions.regions.signature import YEAR, Signatures
from amendments.provisions.regions.tables import table_lines
from amendments.provisions.tree import Kind

_FOOTNOTE = re.compile(r"\[([0-9]{1,4})\] ")
_MARK_NUMBER = re.compile(r"\[([0-9]{1,4})\]")
_QUOTES = re.compile('[”»"]')
_ENDS_SENTENCE = (".", ";", ":", ",")
_LONGEST_TITLE = 120
_LONGEST_PART_OF_NAME = 50  # the name of an act printed on two lines


class Regions:
    """Finds the stretches among the lines of an act."""

    def __init__(self, recogniser: Recogniser, act: PrintedAct) -> None:
        words = recogniser.conventions
        self._act = act
        self._contents = recogniser.pattern(words.contents, "[ .:]*")
        self._apparatus = recogniser.pattern(words.apparatus)
        self._annex_owner = recogniser.pattern(words.annex_owners, before="(?:.* )?")
        self._signatures = Signatures(recogniser, act)
        self._approvals = Approvals(recogniser, act, self._signatures)
        self.approvals: dict[int, int] = {}

    def find(self) -> dict[int, Kind]:
        """The kind of region of every line that belongs to one."""
        end = self._apparatus_start()
        kinds = dict.fromkeys(range(end, len(self._act)), Kind.APPARATUS)
        kinds.update(dict.fromkeys(find_contents(self._act, self._contents, end), Kind.CONTENTS))
        body_end = next((index for index in range(end, 0, -1) if index - 1 not in kinds), 0)
        self.approvals = self._approvals.find(body_end)
        for stop in {*self.approvals, self._first_annex(body_end), body_end}:
            kinds.update(dict.fromkeys(self._signatures.find(stop), Kind.CLOSING))
        kinds.update({index: Kind.TABLE for index in table_lines(self._act, end) if index not in kinds})
        return kinds

    def opens_apparatus(self, index: int) -> bool:
        """Whether a line is the title of a list after the text, or the imprint of the publisher below it."""
        return self._is_apparatus_title(index) or self._act.content(index).startswith("©")

    def annex_caption(self, index: int) -> int:
        """How many lines from here name the act to which the annex right after them belongs: one, or two short ones."""
        if self._names_act(index):
            return 1
        is_part = self._act.label(index) is None and self._is_short(index) and self._names_act(index + 1)
        is_date = YEAR.search(self._act.folded[index]) is not None
        return 2 if is_part and not is_date and self._is_short(index + 1) else 0

    def _is_short(self, index: int) -> bool:
        return len(self._act.folded[index]) <= _LONGEST_PART_OF_NAME

    def _names_act(self, index: int) -> bool:
        if not self._act.is_annex(index + 1) or self._act.label(index) is not None:
            return False
        return self._annex_owner.fullmatch(_QUOTES.sub("", self._act.folded[index])) is not None

    def _is_apparatus_title(self, index: int) -> bool:
        folded = self._act.folded[index]
        is_title = self._act.label(index) is None and len(folded) <= _LONGEST_TITLE
        return is_title and not folded.endswith(_ENDS_SENTENCE) and self._apparatus.search(folded) is not None

    def _apparatus_start(self) -> int:
        """The first title of a list after the text, or the first of footnotes without a title that fill the rest."""
        are_notes = [_FOOTNOTE.match(line.content) is not None for line in reversed(self._act.lines)]
        notes_from = list(accumulate(are_notes))[::-1]
        referred: set[str] = set()
        for index in range(1, len(self._act)):
            referred.update(_MARK_NUMBER.findall(self._act.content(index - 1)))
            note = _FOOTNOTE.match(self._act.content(index))
            starts_notes = note is not None and (note[1] == "1" or note[1] in referred)
            if (
                starts_notes
                and self._act.label(index) is None
                and 2 * notes_from[index] > len(self._act) - index
            ):
                return index
            if self._is_apparatus_title(index):
                return index
        return len(self._act)

    def _first_annex(self, end: int) -> int:
        """Where the first annex begins, with the lines that name its act."""
        annex = next((index for index in range(1, end) if self._act.is_annex(index)), end)
        captions = (start for start in (annex - 2, annex - 1) if start > 0 and self.annex_caption(start))
        return next(captions, annex) if annex < end else end
