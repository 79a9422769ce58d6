"""A printed table of contents: the headings of the act once more, with or without a title and page numbers."""

import re
from collections.abc import Callable

from amendments.provisions.recognising.labels import Form
from amendments.provisions.recognising.recogniser import PrintedAct
from amendments.provisions.tree import Kind

_LONGEST_ENTRY = 400
_FEWEST_HEADINGS = 3
_SENTENCE_END = (".", ";", ":")
_PAGE = " .0123456789"


def find_contents(act: PrintedAct, title: re.Pattern[str], end: int) -> range:
    """The lines of the table before `end`; an empty range where there is none."""
    for index in range(end):
        if act.label(index) is None and title.fullmatch(act.folded[index]):
            return range(index, _end(act, index + 1, end, _key_of_any))
    return _untitled(act, end)


def _end(act: PrintedAct, start: int, end: int, key_of: Callable[[PrintedAct, int], str]) -> int:
    """Where the act begins: the first heading of the table is printed again, or a line is no entry."""
    first = ""
    for index in range(start, end):
        key = key_of(act, index)
        if first and key == first:
            return _with_headings_above(act, start, index)
        if not _is_entry(act, index) and not (key and key_of is _key_of_any):
            return index
        first = first or key
    return end


def _with_headings_above(act: PrintedAct, start: int, index: int) -> int:
    """Where the first chapter begins that the table leaves out, whose first article it lists."""
    begin = index
    for earlier in range(index - 1, start, -1):
        label = act.label(earlier)
        if label is None:
            continue  # the words of a heading
        is_first = bool(label.value) and label.value[0].value == 1 and label.kind is not Kind.ARTICLE
        if not is_first or _key(act, earlier) in {_key(act, listed) for listed in range(start, earlier)}:
            break
        begin = earlier
    return begin


def _untitled(act: PrintedAct, end: int) -> range:
    """Headings in a row of which each is printed again further down."""
    start = next((index for index in range(end) if _key(act, index)), end)
    stop = _end(act, start, end, _key)
    headings = [key for key in (_key(act, index) for index in range(start, stop)) if key]
    if stop == end or len(headings) < _FEWEST_HEADINGS or _key(act, stop) != headings[0]:
        return range(0)
    again = {_key(act, index) for index in range(stop, end)}
    return range(start, stop) if again.issuperset(headings) else range(0)


def _key(act: PrintedAct, index: int) -> str:
    """What makes two headings the same one, printed twice; "" for what is no heading."""
    label = act.label(index)
    if label is None or label.form not in {Form.HEADING, Form.UNTITLED} or act.is_annex(index):
        return ""
    return f"{label.kind} {label.value}" if label.value else act.folded[index].rstrip(_PAGE)


def _key_of_any(act: PrintedAct, index: int) -> str:
    """The same below the title of a table, which may also list "1. General"."""
    label = act.label(index)
    if label is None or label.form not in {Form.ITEM, Form.DECIMAL}:
        return _key(act, index)
    folded = act.folded[index]
    return "" if folded.endswith(_SENTENCE_END) and not folded.endswith("..") else folded.rstrip(_PAGE)


def _is_entry(act: PrintedAct, index: int) -> bool:
    label = act.label(index)
    if label is not None:
        return label.form in {Form.HEADING, Form.UNTITLED}
    folded = act.folded[index]
    is_sentence = folded.endswith((".", ";", ":")) and not folded.endswith("..")
    return len(folded) <= _LONGEST_ENTRY and not is_sentence
