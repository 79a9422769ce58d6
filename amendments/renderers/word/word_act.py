"""The amending act as a Word file, in its legal frame."""

from collections.abc import Iterable, Iterator

from amendments.instructions.amending_act import ActPart, LawLine, law_lines
from amendments.renderers.paper.documents import AmendingActDocument, PaperAct
from amendments.renderers.word.ooxml import paragraph, run
from amendments.renderers.word.tracked import TrackedWriter
from amendments.renderers.word.word_frame import framed

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
        return _paragraphs(law_lines(document.law), writer.language)

    return framed(document, body)


def _paragraphs(lines: Iterable[LawLine], language: str) -> Iterator[str]:
    for line in lines:
        spoken = "" if line.language == language else line.language
        label = [run(f"{line.label} ", spoken, "<w:b/>")] if line.label else []
        yield paragraph([*label, run(line.words, spoken)], _STYLES[line.part])
