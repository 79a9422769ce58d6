"""Finds numbers in brackets: "[12] Regulations", "[2A. Fees]", "[(b) lamps;]", "<3> Fees".

Digits in square brackets may be the mark of a note. They count only where an article of that number is left out and the act
has no such note.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.numbers import Component
from amendments.provisions.parsing.footnotes import MARK
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.tree import Kind

_OPENED = re.compile(
    r"[*_#>“\" ]*(?:F?[0-9]{1,3}(?=\[))?(?:[\[{<【〔«][\[*_“\" ]*(?:F[0-9]{1,2}? ?(?=[0-9(]))?|\((?=\w{1,4}\]))"
)
_CLOSED = re.compile(
    r"(?P<word>§{1,2} ?|[^\W\d_]{1,10}\.? )?(?P<number>[0-9]{1,4}[\w.¹²³-]{0,6}|[^\W\d_]{1,4})\.?[*_ ]{0,3}[\]}>】〕»]+"
)
_TITLED = re.compile(r"[0-9]{1,4}[A-Z]{1,2} +[A-Z]")
_MARKS = re.compile(r"(?:\[[0-9]{1,4}\]\s*)+")
_IN_NOTES = frozenset({Kind.APPARATUS, Kind.TABLE})
_FIRST = (Component(1),)

Value = tuple[Component, ...]


def bracketed(read: ReadAct, plain: Sequence[int], is_free: Callable[[int], bool]) -> Iterator[int]:
    """The lines; `is_free` says whether the line above has ended, so that a line begins something."""
    first = min(read.opening, default=len(read.act))
    known = {provision.number for provision in read.provisions if provision.kind is Kind.ARTICLE}
    for index in plain:
        if index > first and is_free(index) and _begins(read, read.act.content(index), known):
            yield index
    yield from _marks_for_articles(read)


def _begins(read: ReadAct, content: str, known: Collection[str]) -> bool:
    """`known`: numbers of articles. A word with one of them is a reference: "[s. 2]"."""
    match = _OPENED.match(content)
    if match is None or MARK.match(content):
        return False
    words = content[match.end() :]
    closed = _CLOSED.match(words)
    if _TITLED.match(words) or (closed and closed["number"][0].isdecimal()):
        return not (closed and closed["word"] and closed["number"] in known)
    if "«" in match[0] or (closed and "<" in match[0]):
        return False  # a quotation, a tag
    label = read.read(f"{closed['number']})" if closed else words)
    if label is None or not label.value or label.form is Form.NOTE:
        return False
    return label.is_marked or (label.form is Form.HEADING and words[label.end : label.end + 1].isupper())


def _marks_for_articles(read: ReadAct) -> Iterator[int]:
    """Lines that begin with a mark whose number is left out between two articles."""
    noted = _noted(read)
    after = _articles_after(read)
    last: Value = ()
    for index, label in enumerate(read.act.labels):
        if read.act.is_annex(index) or _is_article(read, index):
            last = label.value if label and label.kind is Kind.ARTICLE else ()
        elif last and _may_be_heading(read, index, label):
            marks = _MARKS.match(read.act.content(index))
            numbers = [int(mark["number"]) for mark in MARK.finditer(marks[0])] if marks else []
            stop = after[index] or (Component(last[0].value + 2),)
            if any(last < (Component(number),) < stop and number not in noted for number in numbers):
                yield index


def _may_be_heading(read: ReadAct, index: int, label: Label | None) -> bool:
    """Whether a line is text, or the first part of a list: "[12] (1) Text"."""
    if index in read.kinds or index in read.act.quoted:
        return False
    return label is None or (label.form is Form.ITEM and label.value == _FIRST)


def _noted(read: ReadAct) -> set[int]:
    """The numbers of notes: they stand in the lists after the text, or behind words, where notes are counted one by one."""
    found: set[int] = set()
    for index in range(len(read.act)):
        content = read.act.content(index)
        leading = _MARKS.match(content) if read.kinds.get(index) not in _IN_NOTES else None
        for mark in MARK.finditer(content, leading.end() if leading else 0):
            number = int(mark["number"])
            found.update((number - 1, number, number + 1))
    return found


def _articles_after(read: ReadAct) -> list[Value]:
    """By line, the number of the next article, () before an annex and at the end."""
    after: list[Value] = [()] * len(read.act)
    following: Value = ()
    for index in reversed(range(len(after))):
        after[index] = following
        label = read.act.label(index)
        if label and (label.kind is Kind.ANNEX or _is_article(read, index)):
            following = label.value if label.kind is Kind.ARTICLE else ()
    return after


def _is_article(read: ReadAct, index: int) -> bool:
    label = read.act.label(index)
    return label is not None and label.kind is Kind.ARTICLE and label.value != () and index in read.opening
