"""Finds what a page prints beside the law and a copy left in it: numbers of pages, and the notes at its foot."""

import re
from collections.abc import Iterator

from amendments.provisions.losses import codes
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.scheme import Finding

_PAGE = re.compile(
    r"[-–—] ?[0-9]{1,4} ?[-–—]|[0-9]{1,4} ?/ ?[0-9]{1,4}|(?:Səhifə|Страница|Стр\.|Page) ?[0-9]{1,4}(?: ?(?:/|of|из| STAT\.) ?[0-9]{1,4})?"
)
_NOTE = re.compile(r"\[(?P<number>[0-9]{1,4})\] ?[^\W_]")
_MARK = re.compile(r"\[(?P<number>[0-9]{1,4})\]")


def check_page_marks(read: ReadAct) -> Iterator[Finding]:
    """One finding for the lines of the law that are the number of a page, or a note whose mark stands above."""
    yield from read.finding(codes.NOTES_IN_LAW, _lines(read), _said, stops=True)


def _lines(read: ReadAct) -> Iterator[int]:
    marks: set[str] = set()
    for index in range(min(read.opening, default=len(read.act)), len(read.act)):
        content = read.act.content(index)
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


def _said(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line looks like a footnote or the number of a page and was read as law (%(places)s).",
        "%(count)s lines look like footnotes or numbers of pages and were read as law (%(places)s).",
        count,
        places=places,
    )
