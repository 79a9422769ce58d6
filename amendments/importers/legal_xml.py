"""Acts in Akoma Ntoso 3.0 and 2.0: each provision as lines with its printed number, as the text of an act has them."""

from collections.abc import Iterator
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from amendments.importers.file_errors import CorruptFile, CorruptXml, ImportFailed, NoActInFile
from amendments.importers.printed_table import printed_table
from amendments.importers.protocol import Imported
from amendments.importers.xml_shape import PIECE, check_shape
from amendments.provisions.messages import Message, counted as ngettext, message as _

Xml = Any  # an element of the standard library, which defusedxml gives without a type
_NAMESPACES = (
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
    "http://www.akomantoso.org/2.0",
)
_LEFT_OUT = frozenset({"meta", "del", "authorialNote"})
_LINES = frozenset({"p", "block", "li", "listIntroduction", "listWrapUp", "longTitle"})
_DOCUMENT = "document.xml"


class AkomaNtosoImporter:
    """Reads the words and the structure; metadata and the identities of provisions are not taken over."""

    slug = "akn"
    name = "Akoma Ntoso"
    suffixes = (".xml", ".akn")

    def read(self, data: bytes) -> Imported:
        """The lines of the act; raises `ImportFailed`."""
        try:
            check_shape((data[at : at + PIECE] for at in range(0, len(data), PIECE)), _DOCUMENT)
            root = fromstring(data, forbid_dtd=True)
        except CorruptFile as error:
            raise CorruptXml(error.reason) from error
        except ImportFailed:  # itself a `ValueError`, whose reason says more
            raise
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise CorruptXml(_("it cannot be read")) from error
        namespace, __, name = root.tag.rpartition("}")
        if namespace.removeprefix("{") not in _NAMESPACES or name != "akomaNtoso":
            raise NoActInFile
        reader = _ActReader()
        lines = [line for each in root for line in reader.lines(each)]
        lines += reader.notes
        return Imported("\n".join(lines) + "\n" if lines else "", tuple(reader.notices()))


class _ActReader:
    """Walks through the act once; notes that stand inside the words are listed at the end."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.deleted = self.pictures = 0

    def notices(self) -> Iterator[Message]:
        if self.deleted:
            yield ngettext(
                "Tracked changes: %(count)s deletion was left out.",
                "Tracked changes: %(count)s deletions were left out.",
                self.deleted,
            )
        if self.pictures:
            yield ngettext(
                "%(count)s text box or drawing was left out: add its words by hand.",
                "%(count)s text boxes or drawings were left out: add their words by hand.",
                self.pictures,
            )

    def lines(self, element: Xml) -> Iterator[str]:
        """The lines of an element: its number and heading, then what stands in it."""
        name = _name(element)
        if name in _LEFT_OUT:
            self.deleted += name == "del"
        elif name == "table":
            yield from self._table(element)
        elif name in _LINES and not any(_name(each) in _LINES | {"table"} for each in element):
            yield from self._words(element).split("\n")
        else:
            yield from self._provision(element)

    def _provision(self, element: Xml) -> Iterator[str]:
        number = " ".join(self._words(each) for each in element if _name(each) == "num")
        heading = " ".join(self._words(each) for each in element if _name(each) in {"heading", "subheading"})
        head = " ".join(filter(None, (number, heading)))
        below = self._below(element)
        if number and not heading:
            yield " ".join(filter(None, (head, next(below, ""))))
        elif head:
            yield head
        yield from below

    def _below(self, element: Xml) -> Iterator[str]:
        if element.text and element.text.strip():
            yield " ".join(element.text.split())
        for each in element:
            if _name(each) not in {"num", "heading", "subheading"}:
                yield from self.lines(each)
            if each.tail and each.tail.strip():
                yield " ".join(each.tail.split())

    def _table(self, table: Xml) -> Iterator[str]:
        rows = [
            [
                [line for part in self._cell(cell) for line in part.split("\n")]
                for cell in row
                if _name(cell) in {"td", "th"}
            ]
            for row in table.iter()
            if _name(row) == "tr"
        ]
        yield from printed_table(rows)

    def _cell(self, cell: Xml) -> Iterator[str]:
        parts = [each for each in cell if _name(each) in _LINES]
        yield from (self._words(each) for each in parts or [cell])

    def _words(self, element: Xml) -> str:
        """The words of a line with the marks of its footnotes."""
        return "\n".join(" ".join(line.split()) for line in "".join(self._pieces(element)).split("\v"))

    def _pieces(self, element: Xml) -> Iterator[str]:
        yield element.text or ""
        for each in element:
            name = _name(each)
            if name == "noteRef":
                yield f" [{each.get('marker', '')}]"
            elif name == "authorialNote":
                yield self._note(each)
            elif name in {"br", "eol"}:
                yield "\v"
            elif name == "img":
                self.pictures += 1
            elif name == "del":
                self.deleted += 1
            else:
                yield from self._pieces(each)
            yield each.tail or ""

    def _note(self, note: Xml) -> str:
        marker = note.get("marker") or str(len(self.notes) + 1)
        words = " ".join("".join(note.itertext()).split())
        self.notes.append(f"[{marker}] {words}")
        return f" [{marker}]"


def _name(element: Xml) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
