"""Web pages, also those that Word saved in an old code page: their blocks are lines, tables rows, scripts nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from amendments.importers.code_pages import decoded
from amendments.importers.file_errors import DeepPage
from amendments.importers.limits import MOST_LINES, too_many_lines
from amendments.importers.page_notices import TOLD, is_struck, told_changes
from amendments.importers.printed_table import holds_rows, is_frame, printed_table
from amendments.importers.protocol import Imported
from amendments.importers.word_numbering import format_number
from amendments.importers.xml_shape import PIECE
from amendments.provisions.messages import Message

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_SHOWN = frozenset({
    "head", "script", "style", "template", "noscript", "iframe",
    "object", "svg", "select", "textarea", "title",
})  # fmt: skip
_EMPTY = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img",
    "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_PICTURES = frozenset({"img", "embed", "iframe", "object", "svg"})
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden")
_COMMENTS = re.compile(r"(?i)mso-element\s*:\s*(?:comment|header|footer)")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_DEEP = 200  # the parser itself stops at 256
_MOST_COLUMNS = 63


class WebPageImporter:
    """Nothing that the page names is fetched."""

    slug = "html"
    name = "HTML"
    suffixes = (".html", ".htm")

    def read(self, data: bytes) -> Imported:
        """The lines that a reader of the page sees; raises `ImportFailed`."""
        page = decoded(data).encode("utf-8", "replace")
        reader = _PageReader(accepted=True)
        imported = _imported(reader, page)
        if reader.seen["insertions"] or reader.seen["deletions"]:
            return replace(imported, original=_imported(_PageReader(accepted=False), page))
        return imported


def _imported(reader: "_PageReader", page: bytes) -> Imported:
    # the parser of the standard library looks for the end of each open tag from the start again
    parser = etree.HTMLParser(target=reader, encoding="utf-8", no_network=True)
    for at in range(0, len(page), PIECE):
        parser.feed(page[at : at + PIECE])
    if page:
        parser.close()
    lines = reader.finish()
    text = "\n".join(lines) + "\n" if lines else ""
    return Imported(text, tuple(reader.notices()), tuple(reader.headings))


@dataclass
class _Table:
    rows: list[list[list[str]]] = field(default_factory=list)


@dataclass
class _PageList:
    style: str
    count: int


class _PageReader:
    """Keeps the tags that are open; a line ends where a block begins or ends."""

    def __init__(self, *, accepted: bool) -> None:
        self.accepted = accepted  # the changes that the page tracks
        self.lines: list[str] = []
        self.headings: list[str] = []
        self.seen: Counter[str] = Counter()
        self._words: list[str] = []
        self._open: list[str] = []
        self._silent = 0  # how deep what is not shown begins, 0 for nowhere
        self._outer: list[list[str]] = []  # the lines around the cells that are read
        self._tables: list[_Table] = []
        self._lists: list[_PageList] = []
        self._below_table = 0  # the line below the last table of the page

    def notices(self) -> Iterator[Message]:
        """What was left out."""
        yield from told_changes(self.seen["insertions"], self.seen["deletions"], accepted=self.accepted)
        yield from (told(self.seen[name]) for name, told in TOLD.items() if self.seen[name])

    def finish(self) -> list[str]:
        """All lines, also where the page ends in the middle."""
        while self._open:
            self.end(self._open[-1])
        self._end_line()
        return self.lines

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """A tag opens."""
        self._picture(tag)
        if tag in _EMPTY:
            self._empty(tag)
            return
        if len(self._open) >= _MOST_DEEP:
            raise DeepPage(_MOST_DEEP)
        self._open.append(tag)
        if not self._silent and self._is_left_out(tag, given):
            self._silent = len(self._open)
        if not self._silent:
            self._begin(tag, given)

    def end(self, tag: str) -> None:
        """A tag closes, and with it those inside that were left open."""
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            if not self._silent:
                self._end(closed)
            if len(self._open) < self._silent:
                self._silent = 0
            if closed == tag:
                break

    def data(self, data: str) -> None:
        """Words; how they were broken into lines in the file says nothing."""
        if not self._silent and data:
            is_raised = "sup" in self._open and data.strip().isdecimal()
            self._words.append(data.translate(_SUPERSCRIPTS) if is_raised else data)

    def comment(self, _words: str) -> None:
        """What only Word reads."""

    def pi(self, _target: str, _words: str | None = None) -> None:
        """The same."""

    def close(self) -> None:
        """The page ends; `finish` gives its lines."""

    def _picture(self, tag: str) -> None:
        if tag in _PICTURES and not self._silent:
            self.seen["boxes"] += 1

    def _empty(self, tag: str) -> None:
        if not self._silent and tag in {"br", "hr"}:
            self._end_line()

    def _is_left_out(self, tag: str, given: Mapping[str, str]) -> bool:
        style = given.get("style", "")
        is_deletion = tag == "del" or (tag == "strike" and "datetime" in given)
        self.seen["deletions"] += is_deletion
        self.seen["insertions"] += tag == "ins"
        if is_deletion if self.accepted else tag == "ins":
            return True
        if _COMMENTS.search(style) or "MsoCommentReference" in given.get("class", ""):
            self.seen["comments"] += bool(_COMMENTS.search(style))
            return True
        is_hidden = "hidden" in given or bool(_HIDDEN.search(style))
        self.seen["hidden"] += is_hidden
        return is_hidden or tag in _NOT_SHOWN

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        self.seen["struck"] += is_struck(tag, given.get("style", ""))
        if tag in _BLOCKS:
            self._end_line()
        if tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in {"td", "th"} and self._tables:
            self._begin_cell(given)
        elif tag in {"ol", "ul"}:
            self._lists.append(_list(tag, given))
        elif tag == "li" and self._lists:
            self._number()

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_line(is_heading=tag in _HEADINGS)
        if tag == "table" and self._tables:
            self._add_table([row for row in self._tables.pop().rows if any(row)])
            self._count()
        elif tag in {"td", "th"} and self._outer:
            self._end_line()
            cell, self.lines = self.lines, self._outer.pop()
            self._tables[-1].rows[-1][self._cell_at()] += cell
        elif tag in {"ol", "ul"} and self._lists:
            self._lists.pop()

    def _add_table(self, rows: Sequence[Sequence[Sequence[str]]]) -> None:
        """The rows. A single line below the last table is set apart, or it would be a row over all columns."""
        self.seen["inner tables"] += holds_rows(rows)
        is_table = not (self._outer or is_frame(rows))
        if is_table and 0 < self._below_table == len(self.lines) - 1:
            self.lines.insert(self._below_table, "")
        self.lines += printed_table(rows)
        if is_table:
            self._below_table = len(self.lines)

    def _begin_cell(self, given: Mapping[str, str]) -> None:
        rows = self._tables[-1].rows
        if not rows:
            rows.append([])
        said = given.get("colspan", "")
        rows[-1].append([])
        further = min(int(said) - 1, _MOST_COLUMNS - len(rows[-1])) if _is_count(said) else 0
        rows[-1] += [_Further() for _ in range(further)]
        self._outer.append(self.lines)
        self.lines = []

    def _cell_at(self) -> int:
        """The last cell that is not one over which another one stretches."""
        row = self._tables[-1].rows[-1]
        return next(place for place in reversed(range(len(row))) if not isinstance(row[place], _Further))

    def _number(self) -> None:
        """Lists of the page are numbered by the browser; those of Word bring their numbers as words."""
        around = self._lists[-1]
        around.count += 1
        self._words.append(f"{format_number(around.count, around.style)}. " if around.style else "- ")

    def _end_line(self, *, is_heading: bool = False) -> None:
        line = " ".join("".join(self._words).split())
        self._words = []
        if line:
            self.lines.append(line)
            self._count()
            if is_heading:
                self.headings.append(line)

    def _count(self) -> None:
        if len(self.lines) > MOST_LINES:
            raise too_many_lines()


class _Further(list[str]):
    """A cell over which the one before it stretches."""


def _is_count(said: str) -> bool:
    """Whether a page can mean it as a number of columns or of a list."""
    return said.isascii() and said.isdecimal() and len(said) < 6


def _list(tag: str, given: Mapping[str, str]) -> _PageList:
    start = given.get("start", "")
    count = int(start) - 1 if _is_count(start) else 0
    return _PageList("" if tag == "ul" else _STYLES.get(given.get("type", ""), "decimal"), count)
