"""The words of a paragraph of a Word file, with the marks of tracked changes and comments among them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from amendments.importers.tracked_stream import END, PRIVATE, Tracked, Tracker
from amendments.importers.word_xml import AUTHOR, DATE, RUN, Xml, child, is_on, value, words_of
from amendments.provisions.hidden import UNSEEN

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
CHANGES = {qn("w:del"): False, qn("w:moveFrom"): False, qn("w:ins"): True, qn("w:moveTo"): True}
_MOVES = frozenset({qn("w:moveFrom"), qn("w:moveTo")})
_MOVES_BEGIN = {qn("w:moveFromRangeStart"): False, qn("w:moveToRangeStart"): True}
_SKIPPED = frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:tblPr"), qn("w:tcPr")})
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_NOTE_FROM, _NOTE_TO, _NOTE = (qn(f"w:comment{name}") for name in ("RangeStart", "RangeEnd", "Reference"))
_BLANKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PICTURES = frozenset({"drawing", "pict", "object", "AlternateContent"})
NOBODY = "?"  # whom a change names that names no author


@dataclass
class RunReader:
    """Reads runs in the order of the text and counts what a person should know. `read` are the changes that were met."""

    notes: Mapping[str, Mapping[str, Xml]]  # footnotes and endnotes by their identity
    tracker: Tracker = field(default_factory=Tracker)
    cited_notes: list[tuple[Xml, tuple[Tracked, ...]]] = field(default_factory=list)
    authors: dict[str, None] = field(default_factory=dict)  # of tracked changes, in the order of the text
    read: set[Xml] = field(default_factory=set)
    seen: Counter[str] = field(default_factory=Counter)
    boxes: dict[str, None] = field(
        default_factory=dict
    )  # the words of text boxes, which stand beside the text
    _open: list[Tracked] = field(default_factory=list)
    _moves: dict[bool, str] = field(
        default_factory=dict
    )  # the last one that began, by whether its words come

    def text(self, element: Xml) -> str:
        """The words of a paragraph, or of anything inside one."""
        return "".join(self._pieces(element))

    def change(self, element: Xml, *, is_insertion: bool) -> Tracked:
        """A tracked change, which is counted."""
        self.read.add(element)
        self.seen["insertions" if is_insertion else "deletions"] += 1
        if author := element.get(AUTHOR):
            self.authors[author] = None
        name = self._moves.get(is_insertion, "") if element.tag in _MOVES else ""
        return Tracked(is_insertion, element.get(AUTHOR) or NOBODY, element.get(DATE) or "", name)

    def note_mark(self, element: Xml) -> str:
        """The mark of an element at which the words of a comment begin or end, within a paragraph or between two."""
        if element.tag not in {_NOTE_FROM, _NOTE_TO}:
            return ""
        return self.tracker.note(element.get(qn("w:id")) or "", is_end=element.tag == _NOTE_TO)

    def begin_move(self, element: Xml) -> None:
        """Note the name of a move that begins, within a paragraph or between two."""
        if element.tag in _MOVES_BEGIN:
            self._moves[_MOVES_BEGIN[element.tag]] = element.get(qn("w:name")) or ""

    def _pieces(self, element: Xml) -> Iterator[str]:
        for each in element.iterchildren():
            self.begin_move(each)
            if each.tag in CHANGES:
                for inner in each.iterchildren():  # LibreOffice names a move within it
                    self.begin_move(inner)
                yield from self._changed(each, self.change(each, is_insertion=CHANGES[each.tag]))
            elif each.tag == RUN:
                yield self._run(each)
            elif mark := self.note_mark(each):
                yield mark
            elif each.tag == _ALTERNATIVES:
                self._box(each)
            elif each.tag == _FORMULA:
                self.seen["formulas"] += 1
            elif each.tag not in _SKIPPED:
                yield from self._pieces(each)

    def _changed(self, element: Xml, change: Tracked) -> Iterator[str]:
        self._open.append(change)
        words = "".join(self._pieces(element))
        self._open.pop()
        if words:
            yield self.tracker.begin(change)
            yield words
            yield END

    def _run(self, run: Xml) -> str:
        text = "".join(self._run_pieces(run))
        if text.strip() and is_on(child(run, "w:rPr"), "w:vanish"):
            self.seen["hidden"] += 1
            return ""
        self.seen["struck"] += bool(text.strip()) and self._is_struck(run)
        is_raised = value(child(run, "w:rPr"), "w:vertAlign") == "superscript"
        return text.translate(_SUPERSCRIPTS) if is_raised and text.strip().isdecimal() else text

    def _is_struck(self, run: Xml) -> bool:
        """Whether the words are struck through; those of a tracked deletion are told with it."""
        drawn = child(run, "w:rPr")
        is_deleted = any(not change.is_insertion for change in self._open)
        return not is_deleted and (is_on(drawn, "w:strike") or is_on(drawn, "w:dstrike"))

    def _run_pieces(self, run: Xml) -> Iterator[str]:
        for each in run.iterchildren():
            name = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
            if name in {"t", "delText"}:
                yield self._words(each.text or "")
            elif name in _BLANKS:
                yield _BLANKS[name]
            elif name in {"footnoteReference", "endnoteReference"}:
                yield self._note_mark(name.removesuffix("Reference"), each.get(qn("w:id")))
            elif each.tag == _NOTE:
                yield self.tracker.note(each.get(qn("w:id")) or "", is_end=True)
            elif name == "sym":
                self.seen["signs"] += 1
            elif name in _PICTURES:
                self._box(each)

    def _box(self, element: Xml) -> None:
        """Note the words of a text box, whose alternatives hold them again; what holds none is counted."""
        if words := words_of(element):
            self.boxes[words] = None
        else:
            self.seen["boxes"] += 1

    def _words(self, text: str) -> str:
        """Letters that no reader sees are left out here, because changes and comments have their places without them."""
        seen, count = UNSEEN.subn("", re.sub(r"[\r\n]+", " ", text))
        self.seen["unseen"] += count
        return PRIVATE.sub("\N{REPLACEMENT CHARACTER}", seen)

    def _note_mark(self, kind: str, identity: str) -> str:
        note = self.notes[kind].get(identity)
        if note is None:
            return ""
        self.cited_notes.append((note, tuple(self._open)))
        self.tracker.footnotes += 1
        return f"[{len(self.cited_notes)}]"
