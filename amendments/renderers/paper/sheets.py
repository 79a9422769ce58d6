"""A document as paragraphs and tables, each run and each end of a paragraph with its mark.

Kept and deleted runs joined are the old text, kept and inserted ones the new text, as the acts are printed. A line of the
print is a paragraph; blank lines of the print are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from amendments.provisions.tree import Element, Kind, Tree
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.redline.text_redline import diff_text
from amendments.renderers.paper.annex_forms import with_caption
from amendments.renderers.paper.documents import HEADED, PaperElement, PaperItem
from amendments.renderers.paper.table_rows import (
    IN_TABLES,
    RowsWithNumbers,
    SheetRow,
    has_head,
    merged_rows,
    rows_with_numbers,
)

SOFT = "\v"
"""Ends a line within a heading: navigation shows a heading on several lines as one."""
_WITHOUT_WORDS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION})
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Role(StrEnum):
    """What a paragraph is, which decides how it looks."""

    TITLE = "title"
    HEADING = "heading"
    ARTICLE = "article"  # an article without a heading, whose text begins beside its number
    BODY = "body"
    ITEM = "item"
    NOTE = "note"
    CLOSING = "closing"
    LIST = "list"  # the closing lists and the contents
    SAID = "said"  # no words of the act


_ROLES = {
    Kind.TITLE: Role.TITLE,
    Kind.PART: Role.ITEM,
    Kind.POINT: Role.ITEM,
    Kind.SUBPOINT: Role.ITEM,
    Kind.NOTE: Role.NOTE,
    Kind.CLOSING: Role.CLOSING,
    Kind.APPARATUS: Role.LIST,
    Kind.CONTENTS: Role.LIST,
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks, and to which provision it belongs."""

    role: Role
    level: int
    language: str
    provision: PaperElement


@dataclass(frozen=True, slots=True)
class SheetParagraph:
    """A paragraph; `end` says whether its end stays, goes or comes. `move` counts from 1 and joins two places."""

    spans: tuple[Span, ...]
    end: Mark
    style: Style
    move: int = 0
    is_new_place: bool = True


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The rows of a table, of at most `columns` cells; `has_head` where the first one says what stands in each column."""

    rows: tuple[SheetRow, ...]
    columns: int
    language: str
    has_head: bool = False
    bare: tuple[tuple[PaperElement, Mark], ...] = ()  # rows of which the number alone stays


Sheet = SheetParagraph | SheetTable


def sheets(items: Iterable[PaperItem]) -> Iterator[Sheet]:
    """The paragraphs and tables of an act, in order."""
    moves: dict[str, int] = {}
    apart = list(_apart(items))
    numbered = rows_with_numbers(apart)
    for is_table, group in groupby(apart, key=_is_in_table):
        if is_table:
            yield _table(list(group), numbered)
        else:
            for item in group:
                yield from _paragraphs(item, _move(item, moves))


def _apart(items: Iterable[PaperItem]) -> Iterator[PaperItem]:
    """The items; what stands in a table on one side only is cut in two."""
    for item in items:
        sides = [_all_in_tables(side) for side in (item.before, item.after) if side]
        if len(set(sides)) < 2:
            yield item
        else:
            yield replace(item, change=Change.DELETED, after=(), is_new_place=False)
            yield replace(item, change=Change.INSERTED, before=())


def _all_in_tables(elements: Iterable[PaperElement]) -> bool:
    return all(each.element.kind in IN_TABLES for each in elements)


def _is_in_table(item: PaperItem) -> bool:
    return _all_in_tables(item.after or item.before)


def _move(item: PaperItem, moves: dict[str, int]) -> int:
    if item.change is not Change.MOVED:
        return 0
    return moves.setdefault(item.before[0].element.key, len(moves) + 1)


def _table(items: Sequence[PaperItem], numbered: RowsWithNumbers) -> SheetTable:
    rows = tuple(merged_rows(items, numbered))
    columns = max((sum(cell.columns for cell in row.cells) for row in rows), default=1)
    last = items[-1].after or items[-1].before
    return SheetTable(rows, columns, last[-1].language, has_head(items, rows), tuple(_bare(items)))


def _bare(items: Iterable[PaperItem]) -> Iterator[tuple[PaperElement, Mark]]:
    """The repealed rows of the new text, and whether they are so in the old one too."""
    for item in items:
        stays = item.change is not Change.MOVED and any(each.element.repealed for each in item.before)
        for each in item.after if item.is_new_place else ():
            if is_bare(each.element):
                yield each, Mark.KEPT if stays else Mark.INSERTED


def is_bare(element: Element) -> bool:
    """Whether of a repealed provision the number alone stands here, or of a note its word."""
    is_labelled = bool(element.number) or element.kind is Kind.NOTE
    return element.repealed and is_labelled and not element.text


@dataclass(frozen=True, slots=True)
class _Printed:
    """Provisions as printed, a line feed behind each line, and where in them each line begins."""

    text: str = ""
    label: str = ""  # of the first of them, with which it begins
    starts: tuple[int, ...] = ()
    styles: tuple[Style, ...] = ()

    def style_at(self, place: int) -> Style:
        return self.styles[bisect_right(self.starts, place) - 1]


def _printed(elements: Iterable[PaperElement]) -> _Printed:
    text, starts, styles = "", [], []
    several = list(elements)
    for each in several:
        lines = printed_lines(each)
        headings = _count_headings(each, lines)
        heading = [SOFT.join(lines[:headings])] if headings else []
        for number, line in enumerate([*heading, *lines[headings:]]):
            starts.append(len(text))
            styles.append(_style(each, is_heading=number < len(heading)))
            text += line + "\n"
    label = several[0].scheme.label(several[0].element) if several else ""
    return _Printed(text, label if label and text.startswith(label) else "", tuple(starts), tuple(styles))


def printed_lines(each: PaperElement) -> list[str]:
    """The lines of a provision as the act prints it, without blank ones."""
    element = with_caption(each)
    if element.layout is None and not element.number and element.kind in _WITHOUT_WORDS:
        element = replace(
            element, kind=Kind.PARAGRAPH
        )  # its heading alone, without the word of a numbered one
    text = each.scheme.render(Tree((element,)))
    return [kept for line in text.split("\n") if (kept := line.strip(" \r\xa0"))]


def _count_headings(each: PaperElement, lines: Sequence[str]) -> int:
    """How many of the lines are a heading; 0 where the text begins beside the number."""
    element = each.element
    if element.kind is Kind.APPARATUS:
        return int(bool(element.heading))
    if element.kind not in HEADED:
        return 0
    if not element.text or with_caption(each) is not element:
        return len(lines)
    marks = tuple(mark for mark in element.marks if mark.field != "text")
    alone = printed_lines(replace(each, element=replace(element, text="", marks=marks)))
    return len(alone) if list(lines[: len(alone)]) == alone else 0


def heading_of(each: PaperElement) -> str:
    """The label and heading of a provision in one line."""
    lines = printed_lines(each)
    headings = _count_headings(each, lines)
    return " ".join(lines[:headings]) or each.scheme.label(each.element)


def _style(each: PaperElement, *, is_heading: bool) -> Style:
    kind = each.element.kind
    if kind in HEADED or is_heading:
        inline = Role.ARTICLE if not each.element.heading and kind is Kind.ARTICLE else Role.BODY
        role = Role.HEADING if is_heading else inline
    else:
        role = role_of(kind)
    return Style(role, each.level, each.language, each)


def role_of(kind: Kind) -> Role:
    """What the lines of a provision without a heading are."""
    return _ROLES.get(kind, Role.BODY)


def _paragraphs(item: PaperItem, move: int) -> Iterator[SheetParagraph]:
    before, after = _printed(item.before), _printed(item.after)
    spans = _spans(item, before, after)
    at = {Mark.DELETED: 0, Mark.INSERTED: 0}  # in the old and in the new text
    for line in _split(spans):
        side, place = _side(line, before, after, at)
        ends = line[-1].mark
        words = tuple(span for span in (*line[:-1], Span(ends, line[-1].text[:-1])) if span.text)
        yield SheetParagraph(words, ends, side.style_at(place), move, item.is_new_place)
        for span in line:
            for mark, other in ((Mark.DELETED, Mark.INSERTED), (Mark.INSERTED, Mark.DELETED)):
                at[mark] += len(span.text) if span.mark is not other else 0


def _side(
    line: Sequence[Span], before: _Printed, after: _Printed, at: dict[Mark, int]
) -> tuple[_Printed, int]:
    """Where the paragraph stands: in the new text, if anything of it does."""
    if any(span.mark is not Mark.DELETED for span in line) and after.starts:
        return after, min(at[Mark.INSERTED], len(after.text) - 1)
    return before, min(at[Mark.DELETED], len(before.text) - 1)


def _split(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Cut behind each line feed, so that each piece ends with one."""
    line: list[Span] = []
    for mark, text in spans:
        for part in _LINE.findall(text):
            line.append(Span(mark, part))
            if part.endswith("\n"):
                yield line
                line = []


def _spans(item: PaperItem, before: _Printed, after: _Printed) -> Iterable[Span]:
    """The difference of the print; at the two places of a move, what goes from here and what comes."""
    if before.text == after.text and item.change is not Change.MOVED:
        return (Span(Mark.KEPT, after.text),) if after.text else ()
    spans = _difference(before, after)
    if item.change is not Change.MOVED:
        return spans
    gone = Mark.DELETED if item.is_new_place else Mark.INSERTED
    return [span for span in spans if span.mark is not gone]


def _difference(before: _Printed, after: _Printed) -> list[Span]:
    """A label is shown whole: 5.3 became 5.4, never 3 became 4. The last end of a paragraph stays where both have one."""
    was, now = before.label, after.label
    old, new = before.text[len(was) :], after.text[len(now) :]
    if old.endswith("\n") and new.endswith("\n"):
        rest = [*diff_text(old[:-1], new[:-1]), Span(Mark.KEPT, "\n")]
    else:
        rest = list(diff_text(old, new))
    labels = [Span(Mark.KEPT, was)] if was == now else [Span(Mark.DELETED, was), Span(Mark.INSERTED, now)]
    return _joined([*labels, *rest])


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Neighbours of one mark as one, without empty ones."""
    runs = groupby((span for span in spans if span.text), key=lambda span: span.mark)
    return [Span(mark, "".join(span.text for span in some)) for mark, some in runs]
