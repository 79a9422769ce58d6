"""A text as a Word file, or a redline: the act with tracked changes."""

import re
from collections.abc import Iterator, Mapping

from amendments.provisions.tree import Kind
from amendments.renderers.paper.documents import PaperAct, PaperDocument
from amendments.renderers.paper.neighbours import kept_apart
from amendments.renderers.paper.said_beside import act_sheets
from amendments.renderers.paper.sheets import SheetTable
from amendments.renderers.word.ooxml import paragraph
from amendments.renderers.word.tracked import TrackedWriter
from amendments.renderers.word.word_frame import framed

_LISTED = re.compile(r"^\[\d+\]", re.MULTILINE)


def as_word(document: PaperDocument) -> bytes:
    """Accepting all changes gives the new text, rejecting all gives the old one."""
    return framed(document, _body)


def _body(act: PaperAct, writer: TrackedWriter) -> Iterator[str]:
    writer.notes = _notes(act, writer.number)
    found = kept_apart(act_sheets(act))
    writer.remarks.place(found, act.remarks)
    yield from writer.write(found)
    if found and isinstance(found[-1], SheetTable):
        yield paragraph([])  # Word wants one behind a table


def _notes(act: PaperAct, number: int) -> Mapping[str, str]:
    """The bookmarks of the footnotes that the act prints in its closing lists, by their marks."""
    elements = (each.element for item in act.items for each in item.after)
    texts = [element.text for element in elements if element.kind is Kind.APPARATUS]
    return {mark: f"note_{number}_{mark[1:-1]}" for text in texts for mark in _LISTED.findall(text)}
