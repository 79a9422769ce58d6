"""Marks of footnotes that come or go: no law holds them, so they are taken out of the changes and listed."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from amendments.importers.markup import Markup, TrackedEdit
from amendments.markings.change_stretches import Stretch, paragraph_at
from amendments.markings.placing_result import LeftOver
from amendments.markings.unplaced import footnote

_MARK = re.compile(r"(?:[^\S\n]+(?=\[[0-9]+\](?!\w)))?\[([1-9][0-9]{0,3})\]")
_FOOTNOTE = re.compile(r"^(\[([1-9][0-9]{0,3})\] .*)\n?", re.MULTILINE)


def without_footnotes(markup: Markup) -> tuple[list[TrackedEdit], list[LeftOver]]:
    """The changes without the marks in their words, and each mark with its footnote. A mark that begins a line stays."""
    text = markup.text
    marks = [(edit, list(_marks_in(edit, markup))) for edit in markup.edits]
    listed = markup.footnote_lines or footnotes_of(markup)
    lines = {found[2]: found[1] for found in _FOOTNOTE.finditer("\n".join(listed))}
    bare: list[TrackedEdit] = []
    left: list[LeftOver] = []
    for edit, some in marks:
        left += [_listed(edit, text, lines.get(mark[1], mark[0].strip())) for mark in some]
        old, new = text[edit.start : edit.end], _bare(edit.new, some, listed)
        if _goes(edit, markup):
            left.append(replace(_listed(edit, text, ""), old=old.strip()))
        elif new != old and (old or new.strip() or new == edit.new):
            bare.append(replace(edit, new=new))
    return bare, left


def footnotes_of(markup: Markup) -> tuple[str, ...]:
    """The footnotes among the words that come, each with a mark among them."""
    told = {mark[1] for edit in markup.edits for mark in _marks_in(edit, markup)}
    lines = {found[2]: found[1] for edit in markup.edits for found in _FOOTNOTE.finditer(edit.new)}
    return tuple(line for number, line in lines.items() if number in told)


def _bare(new: str, marks: Sequence[re.Match[str]], listed: Collection[str]) -> str:
    """The words that come without their marks, and without the footnotes that are listed with a mark."""
    lines = [(each.start(), each.end()) for each in _FOOTNOTE.finditer(new) if each[1] in listed]
    alone = [
        (mark.start(), mark.end())
        for mark in marks
        if not any(start <= mark.start() < end for start, end in lines)
    ]
    for start, end in sorted([*alone, *lines], reverse=True):
        new = new[:start] + new[end:]
    return new


def _marks_in(edit: TrackedEdit, markup: Markup) -> Iterator[re.Match[str]]:
    before = markup.text[edit.start - 1] if edit.start else "\n"
    for mark in _MARK.finditer(edit.new):
        if (edit.new[mark.start() - 1] if mark.start() else before) != "\n" and _is_mark(mark, markup):
            yield mark


def _is_mark(mark: re.Match[str], markup: Markup) -> bool:
    """Whether the file has a footnote of this number."""
    return markup.footnotes is None or int(mark[1]) <= markup.footnotes


def _goes(edit: TrackedEdit, markup: Markup) -> bool:
    """Whether marks go and no words with them."""
    old = markup.text[edit.start : edit.end]
    if edit.new or not old.strip() or markup.text[: edit.start].endswith("\n") or not edit.start:
        return False
    return not _MARK.sub(lambda mark: "" if _is_mark(mark, markup) else mark[0], old).strip()


def _listed(edit: TrackedEdit, text: str, words: str) -> LeftOver:
    stands_in = paragraph_at(Stretch(edit.start, edit.start, ""), text)
    return LeftOver("", words, edit.author, edit.at, footnote(stands_in))
