"""Documents for tests, and what two trees have in common."""

from dataclasses import replace
from datetime import UTC, datetime

from amendments.provisions.printing.label_forms import label_form, layout_of
from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.schemes import DEFAULTS, find
from amendments.provisions.tree import Kind, Tree
from amendments.renderers.paper.documents import (
    PaperAct,
    TextDocument,
    TitleBlock,
    paper_elements,
    unchanged,
)
from azerbaijan.schemes import SCHEMES

BLOCK = TitleBlock(
    title="Law on Ferries",
    lines=("Law · No. 1-L", "Draft 2 · sealed 1 May 2024"),
    running="Law on Ferries · Draft 2",
    foot="check code abc",
    warning="Not an official text.",
    page_of="page %(page)s of %(pages)s",
    language="en",
)


def scheme_of(language):
    return find([*DEFAULTS, *SCHEMES], "az" if language == "az" else "", language)


def document(*acts, kind=TextDocument, **more):
    """A document of these acts, each a tuple of items and a language."""
    facts = {"author": "Ferry Authority", "at": datetime(2024, 5, 1, 8, 30, tzinfo=UTC), "identity": "abc"}
    papers = tuple(PaperAct(BLOCK, items, language) for items, language in acts)
    named = {"name": "1-L – Draft 2", "title": "Law on Ferries – Draft 2", "language": "en"}
    return kind(**{**named, **facts, **more}, acts=papers)


def text_document(tree, language, scheme=None):
    """The text of one act."""
    items = unchanged(paper_elements(tree, scheme or scheme_of(language), language))
    return document((items, language))


def as_stored(tree):
    """The tree as a sealed version gives it back: of the print, only the form of each label is kept."""
    return Tree([replace(element, layout=layout_of(label_form(element), element)) for element in tree])


def content(tree):
    """What must be the same: kind, number, place and words of each provision.

    White space is none of it. A cell over several columns comes back with the empty ones that it covers.
    """
    return [
        (
            *(element.kind, element.number, element.eid, element.parent, element.repealed),
            element.heading.split(),
            _words(element),
            sorted((mark.number, mark.field) for mark in element.marks),
        )
        for element in tree
    ]


def _words(element):
    if element.kind is Kind.TABLE:
        rows = (
            [" ".join(element.text[start:end] for start, end in cell) for cell in row]
            for row in grid(element.text)
        )
        return [_cells(row) for row in rows]
    if element.kind is Kind.ROW:
        return _cells(element.text.split("\t"))
    return [line.split() for line in element.text.split("\n")]


def _cells(cells):
    found = [cell.split() for cell in cells]
    while found and not found[-1]:
        found.pop()
    return found
