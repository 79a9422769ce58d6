"""Word files (.docx): paragraphs as lines, numbers as printed, tables as rows, tracked changes accepted."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from amendments.importers.file_errors import CorruptFile, ImportFailed
from amendments.importers.limits import counted_lines
from amendments.importers.printed_table import printed_table
from amendments.importers.protocol import Imported
from amendments.importers.word_numbering import Numbering
from amendments.importers.word_package import check_package
from amendments.provisions.messages import Message, counted as ngettext, message as _

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})
_INSERTED = frozenset({qn("w:ins"), qn("w:moveTo")})
_AUTHOR = qn("w:author")
_OFF = frozenset({"0", "false", "off"})
_MOST_NAMED = 5  # authors in one notice
_SKIPPED = frozenset(
    {qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:delText"), qn("w:tblPr"), qn("w:tcPr")}
)
_PARAGRAPH, _TABLE, _ROW, _CELL, _RUN = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r"))
_MOST_COLUMNS = 63  # of a table in Word
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

Xml = Any  # an lxml element, which has no published types


class WordImporter:
    """Reads a document as a reader sees it once every tracked change is accepted."""

    slug = "docx"
    name = "Word"
    suffixes = (".docx", ".docm", ".doc")

    def read(self, data: bytes) -> Imported:
        """The lines of the document; raises `ImportFailed` with what to do."""
        check_package(data)
        try:
            part = docx.Document(io.BytesIO(data)).part
            return _BodyReader(part).read()
        except ImportFailed:
            raise
        except (KeyError, ValueError, AttributeError, TypeError, SyntaxError) as error:
            raise CorruptFile(str(error) or type(error).__name__) from error


class _BodyReader:
    """Walks through the body once, counting numbers and remembering what a person should know."""

    def __init__(self, part: Any) -> None:
        self.body = part.element.body
        self.numbering = Numbering(
            _related(part, RELATIONSHIP_TYPE.NUMBERING), _related(part, RELATIONSHIP_TYPE.STYLES)
        )
        self.notes = {
            kind: _notes(_related(part, getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S")), kind)
            for kind in ("footnote", "endnote")
        }
        self.cited_notes: list[Xml] = []
        self.comments = _children(_related(part, RELATIONSHIP_TYPE.COMMENTS), "comment")
        self.authors: dict[str, None] = {}  # of tracked changes, in the order of the text
        self.insertions = self.deletions = self.boxes = self.hidden = 0

    def read(self) -> Imported:
        lines = list(counted_lines(self._blocks(self.body)))
        for number, note in enumerate(self.cited_notes, start=1):
            words = " ".join(" ".join(self._text(paragraph).split()) for paragraph in note.iter(_PARAGRAPH))
            lines.append(f"[{number}] {words.strip()}")
        return Imported("\n".join(lines) + "\n" if lines else "", tuple(self._notices()))

    def _notices(self) -> Iterator[Message]:
        if self.insertions:
            yield ngettext(
                "Tracked changes: %(count)s insertion was accepted.",
                "Tracked changes: %(count)s insertions were accepted.",
                self.insertions,
            )
        if self.deletions:
            yield ngettext(
                "Tracked changes: %(count)s deletion was left out.",
                "Tracked changes: %(count)s deletions were left out.",
                self.deletions,
            )
        if self.authors:
            yield _("The tracked changes are by %(authors)s.", authors=_listed(self.authors))
        if self.comments:
            authors = dict.fromkeys(comment.get(_AUTHOR) or "?" for comment in self.comments)
            yield ngettext(
                "%(count)s comment by %(authors)s was left out.",
                "%(count)s comments by %(authors)s were left out.",
                len(self.comments),
                authors=_listed(authors),
            )
        if self.hidden:
            yield ngettext(
                "%(count)s piece of hidden text, which Word does not show, was left out.",
                "%(count)s pieces of hidden text, which Word does not show, were left out.",
                self.hidden,
            )
        if self.boxes:
            yield ngettext(
                "%(count)s text box or drawing was left out: add its words by hand.",
                "%(count)s text boxes or drawings were left out: add their words by hand.",
                self.boxes,
            )

    def _blocks(self, parent: Xml) -> Iterator[str]:
        """The lines of paragraphs and tables; a paragraph whose end is deleted runs into the next one."""
        carried = ""
        for element in parent.iterchildren():
            if element.tag == _PARAGRAPH:
                line, joins = self._paragraph(element)
                if joins:
                    carried += line
                    continue
                yield from (carried + line).split("\n")
                carried = ""
            elif element.tag == _TABLE:
                yield from printed_table([row for row in self._rows(element) if any(row)])
            else:
                yield from self._blocks(element)
        if carried:
            yield carried

    def _paragraph(self, element: Xml) -> tuple[str, bool]:
        text = self._text(element)
        joins = element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None
        if joins and not text:
            return "", True
        return self.numbering.label(element) + text, joins

    def _rows(self, table: Xml) -> Iterator[list[list[str]]]:
        """The lines of each cell; a cell that covers several columns is followed by empty ones."""
        for row in table.iterchildren(_ROW):
            deleted = row.find(f"{qn('w:trPr')}/{qn('w:del')}")
            if deleted is not None:
                self._note_deletion(deleted)
                continue
            cells: list[list[str]] = [[] for _ in range(_columns(row, "trPr", "gridBefore"))]
            for cell in row.iter(_CELL):
                further = _columns(cell, "tcPr", "gridSpan", usual=1) - 1
                cells += [self._cell(cell), *([] for _ in range(further))]
            yield cells

    def _cell(self, cell: Xml) -> list[str]:
        lines = "\n".join(self._paragraph(paragraph)[0] for paragraph in _paragraphs_of(cell)).split("\n")
        return [" ".join(line.split()) for line in lines if line.split()]

    def _text(self, element: Xml) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: Xml) -> Iterator[str]:
        for child in element.iterchildren():
            if child.tag in _DELETED:
                self._note_deletion(child)
            elif child.tag == _RUN:
                yield self._run(child)
            elif child.tag == _ALTERNATIVES:
                self.boxes += 1
            elif child.tag not in _SKIPPED:
                if child.tag in _INSERTED:
                    self.insertions += 1
                    self._note_author(child)
                yield from self._pieces(child)

    def _note_deletion(self, change: Xml) -> None:
        self.deletions += 1
        self._note_author(change)

    def _note_author(self, change: Xml) -> None:
        if author := change.get(_AUTHOR):
            self.authors[author] = None

    def _run(self, run: Xml) -> str:
        text = "".join(self._run_pieces(run))
        if text.strip() and _is_hidden(run):
            self.hidden += 1
            return ""
        raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
        is_raised = raised is not None and raised.get(qn("w:val")) == "superscript"
        return text.translate(_SUPERSCRIPTS) if is_raised and text.strip().isdecimal() else text

    def _run_pieces(self, run: Xml) -> Iterator[str]:
        for child in run.iterchildren():
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if name == "t":
                yield re.sub(r"[\r\n]+", " ", child.text or "")
            elif name in {"tab", "ptab"}:
                yield " "
            elif name in {"br", "cr"}:
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name in {"footnoteReference", "endnoteReference"}:
                yield self._note_mark(name.removesuffix("Reference"), child.get(qn("w:id")))
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                self.boxes += 1

    def _note_mark(self, kind: str, identity: str) -> str:
        note = self.notes[kind].get(identity)
        if note is None:
            return ""
        self.cited_notes.append(note)
        return f"[{len(self.cited_notes)}]"


def _is_hidden(run: Xml) -> bool:
    """Whether Word neither shows nor prints the run."""
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is not None and mark.get(qn("w:val"), "true") not in _OFF


def _paragraphs_of(cell: Xml) -> Iterator[Xml]:
    """Those of the cell itself, also inside content controls; a nested table has cells of its own."""
    for element in cell.iterchildren():
        if element.tag == _PARAGRAPH:
            yield element
        elif element.tag != _TABLE:
            yield from _paragraphs_of(element)


def _columns(element: Xml, properties: str, name: str, usual: int = 0) -> int:
    """How many columns a cell covers, or a row leaves free before its first cell."""
    found = element.find(f"{qn(f'w:{properties}')}/{qn(f'w:{name}')}")
    said = found.get(qn("w:val"), "") if found is not None else ""
    return min(int(said), _MOST_COLUMNS) if said.isdecimal() else usual


def _related(part: Any, relation: str) -> Xml | None:
    """The root of a part that belongs to the document, None where the document has no such part."""
    found = next(
        (rel.target_part for rel in part.rels.values() if rel.reltype == relation and not rel.is_external),
        None,
    )
    return None if found is None else parse_xml(found.blob)


def _notes(root: Xml | None, kind: str) -> dict[str, Xml]:
    return {
        note.get(qn("w:id")): note
        for note in _children(root, kind)
        if note.get(qn("w:type")) in {None, "normal"}
    }


def _children(root: Xml | None, name: str) -> list[Xml]:
    return [] if root is None else list(root.iterchildren(qn(f"w:{name}")))


def _listed(names: Iterable[str]) -> str:
    first, rest = list(names)[:_MOST_NAMED], len(list(names)) - _MOST_NAMED
    return ", ".join(first) + (f" +{rest}" if rest > 0 else "")
