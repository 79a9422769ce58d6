"""Lines that the print or a copy joined: "1.1. First. 1.2. Second.", "… of the Law. Article 5. Fees".

A line is cut before a number that comes next, stands behind a sentence, and begins no other line of the law or annex.
The heading of a part is cut before the heading of its first chapter or article: "Part II Fees Chapter 1 Lamps".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from amendments.provisions.numbers import Component, roman_numeral
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import BLANK, Line
from amendments.provisions.tree import Kind

_SENTENCE = re.compile(rf"[.;:!?»”\]][{BLANK}]+")
_WORD = re.compile(rf"[{BLANK}]+")
_LAST_NUMBER = re.compile(r"[0-9]{1,5}$")
# "Chapter II", "II fəsil", and in words at the end or before a full stop: "CHAPTER TWO", "İkinci fəsil. Ad"
_LABEL = (
    r"(?:[^\W\d_]{4,12} ?(?:[0-9]{1,3}|[IVXLCІХ]{1,7})(?!\w)"
    r"|(?:[0-9]{1,3}|[IVXLCІХ]{1,7})(?:-?[^\W\d_]{2})? [^\W\d_]{4,12}(?!\w)"
    r"|(?:[^\W\d_]{3,20} ){1,2}[^\W\d_]{3,20}(?:\.? *$|\. [^\W\d_a-zа-яё]))"
)
_UPPER = re.compile(rf"(?<=[.;:!?»”\]])[{BLANK}]+(?={_LABEL})")
_UNPUNCTUATED = re.compile(rf"(?<![.;:!?»”\]{BLANK}])[{BLANK}]+(?={_LABEL})")
_LONGEST_TITLE = 160
_LONGEST_LABEL = 300  # characters that tell what begins in the middle of a line
_SENTENCE_END = (".", ";", ":", ",")
_MOST_MISSING = 20  # articles in a row that are looked for

Value = tuple[Component, ...]
Reader = Callable[[str], Label | None]


def following(number: str) -> str:
    """The number after this one: 5.2 → 5.3; "" after letters."""
    last = _LAST_NUMBER.search(number)
    return f"{number[: last.start()]}{int(last[0]) + 1}" if last else ""


def parted(lines: Sequence[Line], labels: Sequence[Label | None], read: Reader) -> list[Line]:
    """The lines. Those with a further provision in them are cut before its number."""
    parting = _Parting(lines, labels, read)
    return [piece for index in range(len(lines)) for piece in parting.pieces(index)]


class _Parting:
    def __init__(self, lines: Sequence[Line], labels: Sequence[Label | None], read: Reader) -> None:
        self._lines = lines
        self._labels = labels
        self._read = read
        # How many begin above a line
        self._annexes = list(accumulate(int(_is_annex(label)) for label in labels))
        self._decimals = {
            (annex, label.number)
            for annex, label in zip(self._annexes, labels, strict=True)
            if label and label.form is Form.DECIMAL
        }
        self._missing = missing_articles(labels)
        self._cut_before: dict[
            tuple[Kind, int], tuple[int, Label]
        ] = {}  # the last heading by its kind and rank

    def pieces(self, index: int) -> Iterator[Line]:
        """One line, or its parts. The blank between two parts belongs to the second."""
        line, label = self._lines[index], self._labels[index]
        while cut := self._cut(index, line, label):
            before = line.content[: cut.place].rstrip()
            yield Line(line.number, line.gap, before)
            self._cut_before[cut.label.kind, cut.label.rank] = index, cut.label
            gap = line.content[len(before) : cut.place]
            line, label = Line(line.number, gap, line.content[cut.place :]), cut.label
        yield line

    def _cut(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        tried = (
            self._decimal(index, line, label),
            self._article(index, line, label),
            self._heading(index, line, label),
            self._upper(index, line, label),
        )
        return min((cut for cut in tried if cut), key=lambda cut: cut.place, default=None)

    def _decimal(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        """The next decimal number, or the first one below, of a line that begins with an article or such a number."""
        if label is None or not self._decimals or not (_is_article(label) or label.form is Form.DECIMAL):
            return None
        before = _WORD if _is_article(label) else _SENTENCE
        for wanted in (following(label.number) if label.form is Form.DECIMAL else "", f"{label.number}.1"):
            if (
                not wanted
                or (self._annexes[index], wanted) in self._decimals
                or f"{wanted}." not in line.content
            ):
                continue
            for cut in self._places(line, label.end, before):
                if cut.label.form is Form.DECIMAL and cut.label.number == wanted and cut.label.is_marked:
                    return cut
        return None

    def _article(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        """An article that begins no line between the one before and the one after it."""
        wanted = self._missing.get(index)
        if not wanted or not _any_number(wanted).search(line.content):
            return None
        start = label.end if label else 0
        for cut in self._places(line, start, _WORD):
            is_wanted = _is_article(cut.label) and cut.label.value in wanted and cut.label.is_marked
            ends_sentence = _SENTENCE.search(line.content, max(cut.place - 3, 0), cut.place) is not None
            if is_wanted and (ends_sentence or self._has_parts(index, cut.label)):
                return cut
        return None

    def _heading(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        """A heading further in, from which the headings below go on: chapter 4 before chapter 5."""
        if label is None or label.form is not Form.HEADING or label.kind in {Kind.ARTICLE, Kind.ANNEX}:
            return None
        for cut in self._places(line, label.end - 1, _WORD):
            own = cut.label
            is_inner = own.form is Form.HEADING and (own.kind is Kind.ARTICLE or own.rank > label.rank)
            if is_inner and own.value and self._is_next(index, own):
                return cut
        return None

    def _upper(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        """A chapter in the words of an article, above the next one, which goes on from the chapter before."""
        is_above = heads_next(self._labels, index)
        start = label.end if label else 0
        cuts = upper_headings(line.content, start, self._read) if is_above else ()
        chapters = (cut for cut in cuts if cut.label.kind is not Kind.ANNEX)
        found = next((cut for cut in chapters if self._is_next(index, cut.label)), None)
        if found or not heads_heading(self._labels, index):
            return found
        cuts = unpunctuated_headings(line.content, start, self._read)
        return next((cut for cut in cuts if self._is_joined(index, line, cut)), None)

    def _is_joined(self, index: int, line: Line, cut: "_Cut") -> bool:
        """Whether a heading behind words without a full stop is none that they cite: it comes next, and has a title."""
        has_title = cut.place + cut.label.end < len(line.content) or self._is_title(index + 1)
        return has_title and self._is_next(index, cut.label)

    def _is_title(self, index: int) -> bool:
        content = self._lines[index].content
        return self._labels[index] is None and content[0].isupper() and not content.endswith(_SENTENCE_END)

    def _is_next(self, index: int, own: Label) -> bool:
        """Whether the heading below goes on from this one, and this one from the heading above or from nothing."""
        after = _first_like(own, self._labels[index + 1 :])
        goes_on = after is not None and after.value[0].value == own.value[0].value + 1
        place, last = self._cut_before.get((own.kind, own.rank), (index, None))
        before = (
            _first_like(own, self._labels[place:index][::-1])
            or last
            or _first_like(own, self._labels[:place][::-1])
        )
        if own.value[0].value == 1:
            is_missing = before is None or after is None or before.value[0].value + 1 != after.value[0].value
            return goes_on and is_missing
        is_last = after is None or after.value[0].value == 1
        return before is not None and before.value[0].value == own.value[0].value - 1 and (goes_on or is_last)

    def _has_parts(self, index: int, article: Label) -> bool:
        """Whether the first number below goes on from that of the article."""
        below = next((label for label in self._labels[index + 1 :] if label is not None), None)
        return below is not None and below.form is Form.DECIMAL and below.value[:1] == article.value

    def _places(self, line: Line, start: int, before: re.Pattern[str]) -> Iterator["_Cut"]:
        for match in before.finditer(line.content, start):
            if label := self._read(line.content[match.end() : match.end() + _LONGEST_LABEL]):
                yield _Cut(match.end(), label)


@dataclass(frozen=True, slots=True)
class _Cut:
    place: int
    label: Label  # its positions count from there


def heads_next(labels: Sequence[Label | None], index: int) -> bool:
    """Whether a line may end with the label of a chapter: a provision begins in the next line, or below its title."""
    below, further = (*labels[index + 1 : index + 3], None, None)[:2]
    return below is not None or (further is not None and further.form is Form.HEADING)


def upper_headings(content: str, start: int, read: Reader) -> Iterator["_Cut"]:
    """The headings of chapters or parts at the end of a line, behind a sentence, and of annexes without more words."""
    for match in _UPPER.finditer(content, start):
        rest = content[match.end() :]
        label = read(rest) if len(rest) <= _LONGEST_TITLE else None
        if label is None or label.form is not Form.HEADING or label.kind is Kind.ARTICLE or not label.value:
            continue
        has_title = label.kind is not Kind.ANNEX and not rest.endswith(_SENTENCE_END)
        if label.end == len(rest) or has_title:
            yield _Cut(match.end(), label)


def heads_heading(labels: Sequence[Label | None], index: int) -> bool:
    """Whether a heading stands in the next line, or one line further down."""
    following = next((label for label in labels[index + 1 : index + 3] if label is not None), None)
    return following is not None and following.form is Form.HEADING and following.kind is not Kind.ANNEX


def unpunctuated_headings(content: str, start: int, read: Reader) -> Iterator["_Cut"]:
    """The headings of chapters or parts at the end of a line, behind words without a full stop."""
    if content.endswith(_SENTENCE_END):
        return
    for match in _UNPUNCTUATED.finditer(content, start):
        rest = content[match.end() :]
        label = None if len(rest) > _LONGEST_TITLE or rest[0].islower() else read(rest)
        if label is None or label.form is not Form.HEADING or label.kind in {Kind.ARTICLE, Kind.ANNEX}:
            continue
        if label.value and (label.end == len(rest) or rest[label.end].isupper()):
            yield _Cut(match.end(), label)


def missing_articles(labels: Sequence[Label | None]) -> dict[int, frozenset[Value]]:
    """By line, the numbers of articles that are left out between the article above it and the one below."""
    articles = [(index, label.value) for index, label in enumerate(labels) if label and _is_article(label)]
    found: dict[int, frozenset[Value]] = {}
    for (start, before), (stop, after) in pairwise(articles):
        between = range(before[0].value + 1, min(after[0].value, before[0].value + _MOST_MISSING))
        if len(before) == 1 and between:
            wanted = frozenset((Component(number),) for number in between)
            found.update(dict.fromkeys(range(start, stop), wanted))
    return found


@lru_cache(maxsize=256)
def _any_number(wanted: frozenset[Value]) -> re.Pattern[str]:
    """Finds any of these numbers in digits or as a Roman numeral."""
    numbers = (form for value in wanted for form in (str(value[0].value), roman_numeral(value[0].value)))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(numbers)})(?![^\W_])")


def _first_like(own: Label, labels: Iterable[Label | None]) -> Label | None:
    """The first heading of the same kind."""
    alike = (label for label in labels if label is not None and label.form is Form.HEADING and label.value)
    return next((label for label in alike if label.kind is own.kind and label.rank == own.rank), None)


def _is_annex(label: Label | None) -> bool:
    return label is not None and label.kind is Kind.ANNEX


def _is_article(label: Label) -> bool:
    return label.form is Form.HEADING and label.kind is Kind.ARTICLE and bool(label.value)
