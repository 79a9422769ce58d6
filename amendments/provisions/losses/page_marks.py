"""Finds what is printed beside the law: numbers of pages, notes at their foot, the act's name above, notes of editors."""

import re
from collections.abc import Iterator

from amendments.provisions.losses import codes
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.scheme import Finding

_PAGE = re.compile(
    r"[-–—] ?[0-9]{1,4} ?[-–—]|[0-9]{1,4} ?/ ?[0-9]{1,4}|(?:Səhifə|Страница|Стр\.|Page) ?[0-9]{1,4}(?: ?(?:/|of|из| STAT\.) ?[0-9]{1,4})?"
)
_HEAD = re.compile(r"(?:[0-9]{1,4}\s+)?(?P<name>.*?)(?:\s+[0-9]{1,4})?")
_FEWEST_LETTERS = 8  # of a name
_MOST_BEHIND = 12  # characters behind a name: " (c. 35)"
_NOTE = re.compile(r"\[(?P<number>[0-9]{1,4})\] ?[^\W_]")
_MARK = re.compile(r"\[(?P<number>[0-9]{1,4})\]")


def check_page_marks(read: ReadAct) -> Iterator[Finding]:
    """One finding for the lines of the law that are the number of a page, or a note whose mark stands above."""
    yield from read.finding(codes.NOTES_IN_LAW, _lines(read), _said, stops=True)
    editors = [
        index for index in sorted(read.opening) if (label := read.act.label(index)) and label.is_editorial
    ]
    yield from read.finding(codes.EDITORIAL_NOTES, editors, _by_editors, stops=False)


def _lines(read: ReadAct) -> Iterator[int]:
    marks: set[str] = set()
    first = min(read.opening, default=len(read.act))
    names = [name for name in map(read.act.content, range(first)) if len(name) >= _FEWEST_LETTERS]
    for index in range(first, len(read.act)):
        content = read.act.content(index)
        if _is_running_head(content, names):
            yield index
            continue
        if index in read.kinds or index in read.act.quoted:
            continue
        if index not in read.opening and _PAGE.fullmatch(content):
            yield index
        if "[" not in content:
            continue
        note = _NOTE.match(content)
        if note and note["number"] in marks:
            yield index
        marks.update(match["number"] for match in _MARK.finditer(content, 1))


def _is_running_head(content: str, names: list[str]) -> bool:
    """Whether a line is the number of a page with what stands above the law: "2 Fraud Act 2006 (c. 35)"."""
    if not (content[0].isdecimal() or content[-1].isdecimal()):
        return False
    found = _HEAD.fullmatch(content)
    if found is None or found["name"] == content:
        return False
    return any(
        found["name"].startswith(name) and len(found["name"]) <= len(name) + _MOST_BEHIND for name in names
    )


def _by_editors(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s note of an editor stands in the law and was kept as a note (%(places)s).",
        "%(count)s notes of an editor stand in the law and were kept as notes (%(places)s).",
        count,
        places=places,
    )


def _said(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line looks like a footnote, a head or the number of a page and was read as law (%(places)s).",
        "%(count)s lines look like footnotes, heads or numbers of pages and were read as law (%(places)s).",
        count,
        places=places,
    )
