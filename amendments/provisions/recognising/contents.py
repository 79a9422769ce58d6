"""Printed tables of contents: at the beginning, in the middle or at the end, with or without a title, once or twice.

An entry of a table is printed again as a heading of the act, or ends with the number of a page. A title alone is no
table: what follows it is law unless it is printed twice.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.recognising.returning_entries import ReturningEntries
from amendments.provisions.recognising.twins import Twins
from amendments.provisions.tree import Kind

# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_LONGEST_ENTRY = 400
_FEWEST_HEADINGS = 3
_MOST_BETWEEN = 6  # lines of a table that are no entries: “Sections”, how to use the links
_FEWEST_BY_NUMBER = 3  # entries of which only the number is the same
_MOST_STARTS = 4
_LONGEST_PREAMBLE = 40  # lines
_SHARE = 0.8  # of the entries of a table without a title that the act has
_SENTENCE_END = (".", ";", ":")
_TO_PAGE = re.compile(r"(?:\.{3,}|…|·{3,}|_{3,}|[ .]{4,}|\t) *(?:[0-9]{1,4}|[ivxl]{1,6})?$|(?: \.){3,}")


@dataclass(slots=True)
class _Run:
    """Lines read as entries from `start` on; `stop` is where they end or where the act begins."""

    start: int
    stop: int = 0
    entries: list[int] = field(default_factory=list)
    by_words: int = 0
    to_pages: int = 0
    ahead: int = 0  # entries whose headings stand below
    awaited: dict[int, int] = field(default_factory=dict)  # a heading of the act → its entry
    heading: int = -1  # of the act, at which the run ends
    is_last: bool = False  # nothing but the lists after the text stands behind it

    @property
    def end(self) -> int:
        """Behind the last entry; a table that stands last has no law behind it."""
        if self.is_last or not self.entries:
            return self.stop if self.entries else self.start
        return min(self.entries[-1] + 1, self.stop)


class Contents:
    """Finds the tables of contents among the lines of an act."""

    def __init__(
        self,
        lines: Sequence[Line],
        folded: Sequence[str],
        labels: Sequence[Label | None],
        title: re.Pattern[str],
        closing: re.Pattern[str],
    ) -> None:
        self._lines = lines
        self._folded = folded
        self._labels = labels
        self._title = title
        self._closing = closing
        self._twins = Twins(labels, folded)
        self._front = next((index for index, label in enumerate(labels) if _is_heading(label)), 0)

    def find(self) -> list[range]:
        """The tables in the order of the act; a title without entries counts only where no law stands before it."""
        found = list(self._titled())
        taken = {line for table in found for line in table}
        found += self._untitled(taken)
        taken.update(line for table in found for line in table)
        listed = ReturningEntries(self._lines, self._folded, self._labels, taken)
        found = [self._with_schedules(table, listed) for table in found if table]
        found.append(listed.find())
        return sorted((table for table in found if table), key=lambda table: table.start)

    def _with_schedules(self, table: range, listed: ReturningEntries) -> range:
        """A table before the law, with the schedules that it names last: its first heading stands below them."""
        first = next((index for index in table if _is_heading(self._labels[index])), None)
        if first is None:
            return table
        law = next((other for other in self._twins.of(first) if other >= table.stop), table.stop)
        stop = listed.stop(first, table.stop, law)
        names_annex = any(
            (label := self._labels[index]) is not None and label.kind is Kind.ANNEX
            for index in range(table.stop, stop)
        )
        return range(table.start, stop) if names_annex else table

    def missing(self, tables: Collection[range]) -> list[int]:
        """The numbered entries that are not printed again outside all tables."""
        inside = {line for table in tables for line in table}
        numbered = (
            line for table in tables for line in table if (label := self._labels[line]) and label.value
        )
        return [line for line in numbered if not any(other not in inside for other in self._twins.of(line))]

    def _is_title(self, index: int) -> bool:
        if self._labels[index] is not None or not self._title.fullmatch(self._folded[index]):
            return False
        above = self._labels[index - 1] if index else None
        return above is None or above.end < len(self._lines[index - 1].content)

    def _titled(self) -> Iterator[range]:
        """The tables below a title; of many titles within one table only the first few are tried."""
        stop, tried = 0, 0
        for index in range(len(self._lines)):
            tried = tried if index < stop else 0
            if tried <= _MOST_STARTS and self._is_title(index):
                table = self._below(index)
                stop, tried = max(stop, table.stop), tried + 1
                yield table

    def _below(self, title: int) -> range:
        run = self._run(title + 1)
        is_table = run.by_words or run.to_pages >= _FEWEST_HEADINGS or len(run.entries) >= _FEWEST_BY_NUMBER
        if is_table and run.entries:
            return range(title, run.end)
        is_before_law = not any(_is_heading(label) for label in self._labels[:title])
        return range(title, title + is_before_law)

    def _untitled(self, taken: set[int]) -> Iterator[range]:
        """Runs of headings without a title. The act begins where the first of them is printed again."""
        starts, index = 0, 0
        while index < len(self._lines):
            if index in taken or not self._may_open(index):
                index += 1
                continue
            run = self._run(index, taken, is_titled=False)
            starts += 1
            if self._is_table(run):
                yield range(index, run.end)
                index, starts = run.end, 0
            elif starts >= _MOST_STARTS:
                index, starts = max(run.stop, index + 1), 0
            else:
                index += 1

    def _may_open(self, index: int) -> bool:
        return _is_heading(self._labels[index]) and any(other > index for other in self._twins.of(index))

    def _is_table(self, run: _Run) -> bool:
        headings = [index for index in run.entries if self._labels[index] is not None]
        listed = [index for index in range(run.start, run.end) if _is_heading(self._labels[index])]
        return (
            len(headings) >= _FEWEST_HEADINGS
            and len(headings) >= _SHARE * len(listed)
            and self._twins.differ(headings)
            and run.entries[0] == run.start
            and run.awaited.get(self._next_heading(run)) == run.start
        )

    def _next_heading(self, run: _Run) -> int:
        """Where the act begins behind a run: right there, or below its title and preamble."""
        if run.heading >= 0:
            return run.heading
        below = range(run.stop, min(run.stop + _LONGEST_PREAMBLE, len(self._lines)))
        return next((line for line in below if line in run.awaited or self._labels[line] is not None), -1)

    def _run(self, start: int, taken: Collection[int] = (), *, is_titled: bool = True) -> _Run:
        """Read entries from a line on. The lists after the text end a table that stands below its act."""
        run, between = _Run(start), 0
        for index in range(start, len(self._lines)):
            run.stop = index
            if index in taken or between > _MOST_BETWEEN:
                return run
            if self._opens_closing(index) and 2 * run.ahead < len(run.entries):
                run.is_last = True
                return run
            if self._begins_act(run, index):
                run.heading = index
                run.stop = self._with_headings_above(run, index)
                return run
            is_possible = not self._is_sentence(index) or (is_titled and self._is_numbered(index))
            if is_possible and self._add(run, index):
                between = 0
            elif self._may_stand_between(run, index):
                between += 1
            else:
                return run
        run.stop = len(self._lines)
        run.is_last = True
        return run

    def _opens_closing(self, index: int) -> bool:
        """Whether a list after the text begins here, and is not only named: then its title stands once more below."""
        if self._labels[index] is not None or not self._closing.search(self._folded[index]):
            return False
        return not any(other > index for other in self._twins.by_words(index))

    def _add(self, run: _Run, index: int) -> bool:
        """Whether a line is an entry."""
        if self._is_long(index):
            return False
        by_words = [other for other in self._twins.by_words(index) if self._is_elsewhere(run, other)]
        by_number = [other for other in self._twins.by_number(index) if self._is_elsewhere(run, other)]
        others = by_words or by_number
        leads_to_page = self._leads_to_page(index)
        if not others and not leads_to_page:
            return False
        run.by_words += bool(by_words)
        run.to_pages += leads_to_page
        run.ahead += bool(others) and others[0] > index
        run.entries.append(index)
        for other in others:
            if other > index:
                run.awaited.setdefault(other, index)
        return True

    def _is_elsewhere(self, run: _Run, other: int) -> bool:
        return other >= self._front and not run.start <= other <= run.stop

    def _is_long(self, index: int) -> bool:
        return len(self._folded[index]) > _LONGEST_ENTRY

    def _may_stand_between(self, run: _Run, index: int) -> bool:
        """Whether a line that is no entry may stand in a table; a sentence only right below its title."""
        folded = self._folded[index]
        if self._labels[index] is None and folded.endswith(_SENTENCE_END):
            return index == run.start and self._title.fullmatch(self._folded[max(index - 1, 0)]) is not None
        return not self._is_long(index) and not folded.endswith(_SENTENCE_END)

    def _begins_act(self, run: _Run, index: int) -> bool:
        """Whether the heading of an entry stands here: words stand below it, or the heading of the next entry."""
        entry = run.awaited.get(index)
        if entry is None or (self._labels[index] is None and entry != run.entries[0]):
            return False
        below = islice(run.entries, bisect_right(run.entries, entry), None)
        following = next((other for other in below if self._labels[other]), None)
        for line in range(index + 1, min(index + 1 + _MOST_BETWEEN, len(self._lines))):
            if self._is_long(line) or self._is_sentence(line):
                return True
            if self._labels[line] is not None:
                return (following is not None and run.awaited.get(line) == following) or not self._is_listed(
                    run, line
                )
        return entry == run.entries[0]

    def _is_listed(self, run: _Run, index: int) -> bool:
        """Whether the heading of a line stands elsewhere in the act too."""
        return any(self._is_elsewhere(run, other) for other in self._twins.of(index))

    def _is_sentence(self, index: int) -> bool:
        return self._folded[index].endswith(_SENTENCE_END) and not self._leads_to_page(index)

    def _is_numbered(self, index: int) -> bool:
        return self._labels[index] is not None or self._folded[index][0].isdecimal()

    def _leads_to_page(self, index: int) -> bool:
        return _TO_PAGE.search(self._lines[index].content) is not None

    def _with_headings_above(self, run: _Run, index: int) -> int:
        """Where the act begins if the table leaves out its first chapter and lists only the first article."""
        begin = index
        for earlier in range(index - 1, run.start, -1):
            label = self._labels[earlier]
            if label is None:
                continue  # the words of a heading
            is_first = bool(label.value) and label.value[0].value == 1 and label.kind is not Kind.ARTICLE
            is_listed = any(run.start <= other < earlier for other in self._twins.of(earlier))
            if not _is_heading(label) or not is_first or is_listed:
                break
            begin = earlier
        return begin


def _is_heading(label: Label | None) -> bool:
    return label is not None and label.form in {Form.HEADING, Form.UNTITLED} and label.kind is not Kind.ANNEX
