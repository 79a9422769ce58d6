"""Texts, redlines, comparative tables, amending acts and explanatory notes as PDF/UA-1."""

from amendments.instructions.amending_act import law_lines
from amendments.renderers.paper.comparative import comparative_rows
from amendments.renderers.paper.documents import (
    AmendingActDocument,
    ComparisonDocument,
    NoteDocument,
    PaperAct,
    PaperDocument,
)
from amendments.renderers.pdf.pdf_content import (
    ActContent,
    act_content,
    comparison_content,
    line_content,
    note_content,
    said_content,
    whole,
)
from amendments.renderers.pdf.typesetting import typeset


def as_pdf(document: PaperDocument) -> bytes:
    """A text, or a redline that is read in black and white."""
    acts = (
        act_content(act, number, ActContent(number, act.table.moved if act.table else "").items(act))
        for number, act in enumerate(document.acts, start=1)
    )
    return typeset(document, whole(document, acts))


def as_pdf_table(document: ComparisonDocument) -> bytes:
    """A table of two columns for each act, on pages that lie on their side."""
    acts = (act_content(act, number, [_table(act)]) for number, act in enumerate(document.acts, start=1))
    return typeset(document, whole(document, acts, is_landscape=True))


def _table(act: PaperAct) -> dict[str, object]:
    words = act.table
    if words is None:
        raise LookupError("a comparison says what stands above its columns")
    rows = list(comparative_rows(act, words))
    if not rows:
        return said_content(words.same, act.block.language)
    return comparison_content(rows, (words.before, words.after), act.block.language)


def as_pdf_note(document: NoteDocument) -> bytes:
    """The explanatory note of a draft."""
    (act,) = document.acts
    content = act_content(act, 1, (note_content(each, document.language) for each in document.paragraphs))
    return typeset(document, whole(document, [content]))


def as_pdf_act(document: AmendingActDocument) -> bytes:
    """The amending act."""
    (act,) = document.acts
    content = act_content(act, 1, map(line_content, law_lines(document.law)))
    return typeset(document, whole(document, [content]))
