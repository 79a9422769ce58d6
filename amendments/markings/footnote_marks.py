"""Marks of footnotes that come or go: no law holds them, so they are taken out of the changes and listed."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from amendments.importers.markup import TrackedEdit
from amendments.markings.change_stretches import Stretch, paragraph_at
from amendments.markings.placing_result import LeftOver
from amendments.markings.unplaced import footnote

_MARK = re.compile(r"(?:[^\S\n]+(?=\[[0-9]+\](?!\w)))?\[([0-9]{1,4})\]")
_FOOTNOTE = re.compile(r"^(\[([0-9]{1,4})\] .*)\n?", re.MULTILINE)


def without_footnotes(edits: Sequence[TrackedEdit], text: str) -> tuple[list[TrackedEdit], list[LeftOver]]:
    """The changes without the marks in their words, and each mark with its footnote. A mark that begins a line stays."""
    marks = [(edit, list(_marks_in(edit, text))) for edit in edits]
    told = {found[1] for _, some in marks for found in some}
    lines = {found[2]: found[1] for edit in edits for found in _FOOTNOTE.finditer(edit.new)}
    bare: list[TrackedEdit] = []
    left: list[LeftOver] = []
    for edit, some in marks:
        left += [_listed(edit, text, lines.get(mark[1], mark[0].strip())) for mark in some]
        old, new = text[edit.start : edit.end], _bare(edit.new, some, told)
        if _goes(edit, text):
            left.append(replace(_listed(edit, text, ""), old=old.strip()))
        elif new != old and (old or new.strip() or new == edit.new):
            bare.append(replace(edit, new=new))
    return bare, left


def _bare(new: str, marks: Sequence[re.Match[str]], told: Collection[str]) -> str:
    """The words that come without their marks, and without the footnotes that are listed with a mark."""
    for mark in reversed(marks):
        new = new[: mark.start()] + new[mark.end() :]
    return _FOOTNOTE.sub(lambda found: "" if found[2] in told else found[0], new)


def _marks_in(edit: TrackedEdit, text: str) -> Iterator[re.Match[str]]:
    before = text[edit.start - 1] if edit.start else "\n"
    for mark in _MARK.finditer(edit.new):
        if (edit.new[mark.start() - 1] if mark.start() else before) != "\n":
            yield mark


def _goes(edit: TrackedEdit, text: str) -> bool:
    """Whether marks go and no words with them."""
    is_in_line = edit.start > 0 and text[edit.start - 1] != "\n"
    old = text[edit.start : edit.end]
    return is_in_line and not edit.new and bool(old.strip()) and not _MARK.sub("", old).strip()


def _listed(edit: TrackedEdit, text: str, words: str) -> LeftOver:
    stands_in = paragraph_at(Stretch(edit.start, edit.start, ""), text)
    return LeftOver("", words, edit.author, edit.at, footnote(stands_in))
