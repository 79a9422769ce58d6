"""Stretches of an act that are no provisions: the table of contents, tables, the signature, the lists at the end."""

import re
from collections.abc import Iterable, Sequence

from amendments.provisions.labels import Form, Label, Recogniser
from amendments.provisions.lines import Line
from amendments.provisions.tree import Kind

_YEAR = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b")
_FOOTNOTE = re.compile(r"\[[0-9]{1,4}\] ")
_ENDS_SENTENCE = (".", ";", ":", ",")
_LONGEST_TITLE = 120
_LONGEST_ENTRY = 400  # of a table of contents
_LONGEST_SIGNATURE_LINE = 110
_SHORTEST_CONTENTS = 3
_LONGEST_PART_OF_NAME = 50  # the name of an act printed on two lines


class Regions:
    """Finds the stretches among the lines of an act and what each line was recognised as."""

    def __init__(self, recogniser: Recogniser, lines: Sequence[Line], labels: Sequence[Label | None]) -> None:
        self.lines = lines
        self.labels = labels
        self.folded = [recogniser.folder.fold(line.content) for line in lines]
        words, folder = recogniser.conventions, recogniser.folder
        self._contents = re.compile(rf"(?:{folder.any_of(words.contents)})[ .:]*")
        self._apparatus = re.compile(folder.any_of(words.apparatus))
        self._office = re.compile(rf"(?:[^,;]{{0,60}}[ ,])?(?:{folder.any_of(words.offices)})(?![^\W_])")
        self._number_sign = re.compile(rf"(?:{folder.any_of(words.number_signs)}) ?[0-9]")
        self._annex_owner = re.compile(rf"(?:.* )?(?:{folder.any_of(words.annex_owners)})")

    def find(self) -> dict[int, Kind]:
        """The kind of region of every line that belongs to one."""
        end = self._apparatus_start()
        kinds = dict.fromkeys(range(end, len(self.lines)), Kind.APPARATUS)
        kinds.update(dict.fromkeys(self._contents_range(end), Kind.CONTENTS))
        body_end = next((index for index in range(end, 0, -1) if index - 1 not in kinds), 0)
        for stop in {self._first_annex(body_end), body_end}:
            kinds.update(dict.fromkeys(self._closing_range(stop), Kind.CLOSING))
        kinds.update({index: Kind.TABLE for index in self._table_lines(end) if index not in kinds})
        return kinds

    def opens_apparatus(self, index: int) -> bool:
        """Whether a line is the title of a list after the text, or the imprint of the publisher below it."""
        return self._is_apparatus_title(index) or self.lines[index].content.startswith("©")

    def annex_caption(self, index: int) -> int:
        """How many lines from here name the act to which the annex right after them belongs: one, or two short ones."""
        if self._is_owner_of_annex(index) and len(self.folded[index]) > _LONGEST_PART_OF_NAME:
            return 1
        is_short = self.labels[index] is None and len(self.folded[index]) <= _LONGEST_PART_OF_NAME
        if is_short and not _YEAR.search(self.folded[index]) and self._is_owner_of_annex(index + 1):
            return 2 if len(self.folded[index + 1]) <= _LONGEST_PART_OF_NAME else 0
        return 1 if self._is_owner_of_annex(index) else 0

    def _is_owner_of_annex(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or self.labels[index] is not None:
            return False
        following = self.labels[index + 1]
        is_before_annex = following is not None and following.kind is Kind.ANNEX
        return is_before_annex and self._annex_owner.fullmatch(self.folded[index]) is not None

    def _is_apparatus_title(self, index: int) -> bool:
        folded = self.folded[index]
        is_title = self.labels[index] is None and len(folded) <= _LONGEST_TITLE
        return is_title and not folded.endswith(_ENDS_SENTENCE) and self._apparatus.search(folded) is not None

    def _apparatus_start(self) -> int:
        for index in range(1, len(self.lines)):
            if self._is_apparatus_title(index) or self._starts_footnotes(index):
                return index
        return len(self.lines)

    def _starts_footnotes(self, index: int) -> bool:
        """A list of footnotes without a title: from “[1] …” on, most lines begin with a mark."""
        if not self.lines[index].content.startswith("[1] "):
            return False
        rest = self.lines[index:]
        return 2 * sum(_FOOTNOTE.match(line.content) is not None for line in rest) > len(rest)

    def _contents_range(self, end: int) -> range:
        for index in range(end):
            if self.labels[index] is None and self._contents.fullmatch(self.folded[index]):
                return range(index, self._contents_end(index + 1, end))
        return self._repeated_headings(end)

    def _contents_end(self, start: int, end: int) -> int:
        """Where the act begins: the first heading of the table is printed again, or a line is no entry."""
        first = next((self._key(index) for index in range(start, end) if self._key(index)), None)
        seen_first = False
        for index in range(start, end):
            if not self._is_entry(index) or (seen_first and self._key(index) == first):
                return index
            seen_first = seen_first or self._key(index) == first
        return end

    def _repeated_headings(self, end: int) -> range:
        """A table of contents without a title: the headings of the act, all printed once before the text."""
        start = next((index for index in range(end) if self._key(index)), end)
        stop = self._contents_end(start, end)
        headings = [self._key(index) for index in range(start, stop) if self._key(index)]
        if stop == end or len(headings) < _SHORTEST_CONTENTS or self._key(stop) != headings[0]:
            return range(0)
        again = {self._key(index) for index in range(stop, end)}
        return range(start, stop) if all(key in again for key in headings) else range(0)

    def _key(self, index: int) -> str:
        """What makes two headings the same one, printed twice."""
        label = self.labels[index]
        if label is None or label.form not in {Form.HEADING, Form.UNTITLED} or label.kind is Kind.ANNEX:
            return ""
        return f"{label.kind} {label.value}" if label.value else self.folded[index].rstrip(" .0123456789")

    def _is_entry(self, index: int) -> bool:
        label = self.labels[index]
        if label is not None:
            return label.form in {Form.HEADING, Form.UNTITLED}
        folded = self.folded[index]
        is_sentence = folded.endswith((".", ";", ":")) and not folded.endswith("..")
        return len(folded) <= _LONGEST_ENTRY and not is_sentence

    def _first_annex(self, end: int) -> int:
        """Where the first annex begins, with the lines that name its act."""
        for index in range(1, end):
            label = self.labels[index]
            if label is not None and label.kind is Kind.ANNEX:
                return next(
                    (start for start in (index - 2, index - 1) if start and self.annex_caption(start)), index
                )
        return end

    def _closing_range(self, stop: int) -> range:
        """The signature, date and number that stand last before `stop`; it needs an office, a date or a number."""
        start = stop
        while start > 0 and self._is_signature_line(start - 1):
            start -= 1
        anchors = [index for index in range(start, stop) if self._is_anchor(index)]
        if not anchors or start == 0:
            return range(0)
        return range(max(start, anchors[0] - 1), stop)

    def _is_signature_line(self, index: int) -> bool:
        content, label = self.lines[index].content, self.labels[index]
        if len(content) > _LONGEST_SIGNATURE_LINE or content.endswith((";", ":")):
            return False
        is_initial = (
            label is not None
            and label.form is Form.ITEM
            and len(label.number) == 1
            and label.number.isalpha()
        )
        if label is not None and not is_initial:
            return False
        return self._is_anchor(index) or _is_name(content)

    def _is_anchor(self, index: int) -> bool:
        folded = self.folded[index]
        if self._number_sign.match(folded):
            return True
        if folded.endswith(".") and not folded.endswith(" il."):
            return False
        return self._office.match(folded) is not None or (
            len(folded) <= 60 and _YEAR.search(folded) is not None
        )

    def _table_lines(self, end: int) -> Iterable[int]:
        """Lines of cells; a single one is a line of words with a tab in it, not a table."""
        marked = [self._is_cell(index) for index in range(end)]
        for index in range(1, end):  # a row that begins with an empty cell
            marked[index] = marked[index] or (marked[index - 1] and self.lines[index].gap.endswith("\t"))
        for index, is_cell in enumerate(marked):
            if is_cell and (any(marked[max(index - 1, 0) : index]) or any(marked[index + 1 : index + 2])):
                yield index

    def _is_cell(self, index: int) -> bool:
        line = self.lines[index]
        if "\t" in line.content or line.content.startswith("|") or line.follows_cell_border:
            return True
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        return following is not None and (following.follows_cell or following.gap.startswith("\t"))


def _is_name(content: str) -> bool:
    """A line of a few capitalised words, as a person signs."""
    words = content.replace(".", ". ").split()
    return (
        0 < len(words) <= 6
        and all(word[0].isupper() for word in words)
        and not content.endswith((".", "?", "!"))
    )
