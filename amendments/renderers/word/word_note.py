"""The explanatory note of a draft as a Word file."""

from collections.abc import Iterator

from amendments.renderers.paper.documents import NoteDocument, NoteLook, PaperAct
from amendments.renderers.word.ooxml import paragraph, run
from amendments.renderers.word.stylesheet import LEGEND
from amendments.renderers.word.tracked import TrackedWriter
from amendments.renderers.word.word_frame import framed

_STYLES = {
    NoteLook.SECTION: "Heading1",
    NoteLook.ITEM: "Heading2",
    NoteLook.WORDS: "MaddaBody",
    NoteLook.SAID: LEGEND,
}


def as_word_note(document: NoteDocument) -> bytes:
    """A heading for each item, and below it what is written and which files are attached."""

    def body(_act: PaperAct, _writer: TrackedWriter) -> Iterator[str]:
        return (paragraph([run(each.words)], _STYLES[each.look]) for each in document.paragraphs)

    return framed(document, body)
