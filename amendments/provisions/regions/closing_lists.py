"""The lists that publishers print after the text: source documents, amendments, footnotes.

What stands after their title is no law, unless the law goes on below it: its title may stand in the middle of the text
or before it. The law goes on where the numbers of its articles do.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from amendments.provisions.numbers import Component
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser
from amendments.provisions.tree import Kind

_FOOTNOTE = re.compile(r"\[([0-9]{1,4})\] ")
_MARK_NUMBER = re.compile(r"\[([0-9]{1,4})\]")
_ENDS_SENTENCE = (".", ";", ":", ",")
# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_LONGEST_TITLE = 120
_FEWEST_ARTICLES = 2  # a single one may be quoted by a footnote
_LONGEST_STEP = 3  # articles that may be left out where the law goes on


class ClosingLists:
    """Finds the lists among the lines of an act whose tables of contents are known."""

    def __init__(self, recogniser: Recogniser, act: PrintedAct) -> None:
        self._act = act
        self._title = recogniser.pattern(recogniser.conventions.apparatus)
        self._contents = frozenset(line for table in act.contents for line in table)
        self._notes_from = self._count_notes()

    def find(self) -> list[range]:
        """The lines of each list, in the order of the act."""
        found: list[range] = []
        for start in self._starts():
            if found and start < found[-1].stop:
                continue
            found.append(range(start, self._end(start)))
        return found

    def is_title(self, index: int) -> bool:
        """Whether a line is the title of such a list."""
        if index in self._contents or self._act.label(index) is not None:
            return False
        folded = self._act.folded[index]
        may_be = len(folded) <= _LONGEST_TITLE and not folded.endswith(_ENDS_SENTENCE)
        return may_be and self._title.search(folded) is not None

    def _starts(self) -> Iterator[int]:
        """Titles of lists, and the first footnote of a list that has no title and fills the rest of the act."""
        referred: set[str] = set()
        for index in range(1, len(self._act)):
            referred.update(_MARK_NUMBER.findall(self._act.content(index - 1)))
            if self.is_title(index) or self._starts_notes(index, referred):
                yield index

    def _starts_notes(self, index: int, referred: set[str]) -> bool:
        note = _FOOTNOTE.match(self._act.content(index))
        if note is None or self._act.label(index) is not None:
            return False
        is_first = note[1] == "1" or note[1] in referred
        return is_first and 2 * self._notes_from[index] > len(self._act) - index

    def _count_notes(self) -> list[int]:
        """For each line, how many lines begin as a footnote from there on."""
        are_notes = [int(_FOOTNOTE.match(line.content) is not None) for line in reversed(self._act.lines)]
        return list(accumulate(are_notes))[::-1]

    def _end(self, start: int) -> int:
        """Where the law goes on below the title; the end of the act where it does not."""
        goes_on = self._law_below(start)
        if goes_on is None:
            return len(self._act)
        return goes_on if self._is_list(start + 1, goes_on) else start + 1

    def _is_list(self, start: int, stop: int) -> bool:
        """Whether the first number below a title counts sources or footnotes, and is no part of an article."""
        for index in range(start, stop):
            label = self._act.label(index)
            if label is not None:
                return label.form is Form.ITEM
            if _FOOTNOTE.match(self._act.content(index)):
                return True
        return False

    def _law_below(self, start: int) -> int | None:
        """The first line of the law below a title, None where no law follows."""
        last = self._last_before(start)
        if not last and not self._has_law_before(start):
            return self._first_heading(start)
        chain = list(self._following(start, last))
        is_law = len(chain) >= _FEWEST_ARTICLES
        return self._with_headings_above(chain[0], start) if is_law else None

    def _following(self, start: int, last: tuple[Component, ...]) -> Iterator[int]:
        """The articles below a line that go on from the last one above it."""
        for index in range(start + 1, len(self._act)):
            label = self._act.label(index)
            if label is None or not _is_article(label):
                continue
            step = label.value[0].value - (last[0].value if last else 0)
            if label.value > last and step <= _LONGEST_STEP:
                last = label.value
                yield index

    def _last_before(self, start: int) -> tuple[Component, ...]:
        """The number of the last article above a line, in the same annex or in none."""
        for index in range(start - 1, -1, -1):
            label = self._act.label(index)
            if label is not None and label.kind is Kind.ANNEX:
                return ()
            if label is not None and _is_article(label):
                return label.value
        return ()

    def _has_law_before(self, start: int) -> bool:
        return any(label is not None for label in self._act.labels[:start])

    def _first_heading(self, start: int) -> int | None:
        """Where an act begins that has nothing above the title: at its first article, or at any heading."""
        first: int | None = None
        for index in range(start + 1, len(self._act)):
            label = self._act.label(index)
            if label is None or label.form not in {Form.HEADING, Form.UNTITLED}:
                continue
            if _is_article(label) and label.value[0].value == 1:
                return self._with_headings_above(index, start)
            first = index if first is None else first
        return first

    def _with_headings_above(self, article: int, start: int) -> int:
        """Where the chapter begins whose first article this is."""
        begin = article
        for index in range(article - 1, start, -1):
            label = self._act.label(index)
            if label is None and not self._act.content(index).endswith(_ENDS_SENTENCE):
                continue
            if label is None or label.form not in {Form.HEADING, Form.UNTITLED} or label.kind is Kind.ANNEX:
                break
            begin = index
        return begin


def _is_article(label: Label) -> bool:
    return label.form is Form.HEADING and label.kind is Kind.ARTICLE and bool(label.value)
