"""The amending act as a Word file, in its legal frame."""

from collections.abc import Iterable, Iterator

from amendments.instructions.amending_act import ActPart, LawLine, law_lines
from amendments.renderers.paper.brought_tables import brought_table
from amendments.renderers.paper.documents import AmendingActDocument, PaperAct
from amendments.renderers.word.ooxml import paragraph, run
from amendments.renderers.word.tracked import TrackedWriter
from amendments.renderers.word.word_frame import framed
from amendments.text.cells import in_field

_STYLES = {
    ActPart.TITLE: "Title",
    ActPart.CAPTION: "Title",
    ActPart.FORMULA: "MaddaBody",
    ActPart.OPENING: "MaddaArticle",
    ActPart.INSTRUCTION: "MaddaBody",
    ActPart.QUOTED: "MaddaItem2",
    ActPart.ENTERING: "MaddaArticle",
    ActPart.SIGNATURE: "MaddaClosing",
}


def as_word_act(document: AmendingActDocument) -> bytes:
    """One paragraph for each line of the act; numbers are its words and never Word's own."""

    def body(_act: PaperAct, writer: TrackedWriter) -> Iterator[str]:
        return _lines(law_lines(document.law), writer)

    return framed(document, body)


def _lines(lines: Iterable[LawLine], writer: TrackedWriter) -> Iterator[str]:
    for line in lines:
        if line.rows:
            yield from writer.write([brought_table(line)])
            continue
        spoken = "" if line.language == writer.language else line.language
        label = [run(f"{line.label} ", spoken, "<w:b/>")] if line.label else []
        yield paragraph([*label, run(in_field(line.words), spoken)], _STYLES[line.part])
