"""Acts in Akoma Ntoso 3.0 and 2.0: each provision as lines with its printed number, as the text of an act has them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from amendments.importers.attachments import annex_word, is_attached, name_attachments
from amendments.importers.element_numbers import complete_numbers, name_of, word_before
from amendments.importers.file_errors import (
    CorruptFile,
    CorruptXml,
    DeepXml,
    ImportFailed,
    NestedTooDeeply,
    NoActInFile,
    UnsafeFile,
    UnsafeXml,
)
from amendments.importers.page_notices import told_changes
from amendments.importers.printed_form import Written, as_printed, in_lines
from amendments.importers.printed_parts import OWN, has_printed_parts, words_beside
from amendments.importers.printed_table import may_pass_for_law, printed_table
from amendments.importers.protocol import Imported
from amendments.importers.removed_elements import removed_with_words, say_repeals
from amendments.importers.xml_notices import XmlCounts
from amendments.importers.xml_shape import MOST_DEEP, PIECE, check_shape
from amendments.provisions.messages import message as _

Xml = Any  # an element of the standard library, which defusedxml gives without a type
# Of the standard, of the drafts of 3.0, in which most published files are written, and of the German profile.
_NAMESPACE = re.compile(
    r"http://docs\.oasis-open\.org/legaldocml/ns/akn/3\.0(/[A-Z]+[0-9]+)?"
    r"|http://www\.akomantoso\.org/[12]\.0"
    r"|http://Inhaltsdaten\.LegalDocML\.de/[0-9.]+/?"
)
_LEFT_OUT = frozenset({"meta", "authorialNote", "toc"})
_LINES = frozenset({"p", "block", "li", "listIntroduction", "listWrapUp", "longTitle"})
_TABLES = frozenset({"table", "row"})  # names of our own provisions
_LISTS = frozenset({"ul", "ol", "blockList", "item"})
_FORM = "{urn:madda:provisions}printed"  # `renderers/akoma_lines.py`
_DOCUMENT = "XML"  # what is said to be too large
_COUNTRY = "{*}act//{*}FRBRWork/{*}FRBRcountry"
_LANGUAGE = "{*}act//{*}FRBRExpression/{*}FRBRlanguage"
_WITH_A_WORD = re.compile(r"[^\W\d_]{3}")
_QUOTED = frozenset({"quotedStructure", "quotedText"})
_HEADINGS = frozenset({"heading", "subheading"})
_TITLED = _HEADINGS | {"num"}


class AkomaNtosoImporter:
    """Reads the words and the structure; metadata and the identities of provisions are not taken over."""

    slug = "akn"
    name = "Akoma Ntoso"
    suffixes = (".xml", ".akn")

    def read(self, data: bytes) -> Imported:
        """The lines of the act; raises `ImportFailed`."""
        root = _root(data)
        changes = Counter(name_of(each) for each in root.iter())
        imported = _imported(root, changes, "del")
        if changes["ins"] or changes["del"]:
            return replace(imported, original=_imported(_root(data), changes, "ins"))
        return imported


def _root(data: bytes) -> Xml:
    try:
        check_shape((data[at : at + PIECE] for at in range(0, len(data), PIECE)), _DOCUMENT)
        root = fromstring(data, forbid_dtd=True)
    except CorruptFile as error:
        raise CorruptXml(error.reason) from error
    except UnsafeFile as error:
        raise UnsafeXml from error
    except NestedTooDeeply as error:
        raise DeepXml(MOST_DEEP) from error
    except ImportFailed:  # itself a `ValueError`, whose reason says more
        raise
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise CorruptXml(_("it cannot be read")) from error
    namespace, __, name = root.tag.rpartition("}")
    if not _NAMESPACE.fullmatch(namespace.removeprefix("{")) or name != "akomaNtoso":
        raise NoActInFile
    return root


def _imported(root: Xml, changes: Counter[str], left: str) -> Imported:
    said = root.find(_LANGUAGE)
    language = "" if said is None else said.get("language", "")
    reader = _ActReader(language, left)
    reader.counts.removed = removed_with_words(root)
    say_repeals(root, language)
    reader.counts.annexes, reader.counts.annex = name_attachments(root, language), annex_word(language)
    printed = "".join(piece for each in root for piece in reader.printed(each))
    text = "".join((printed, *(f"\n{note}" for note in reader.notes))).removeprefix("\n")
    country = root.find(_COUNTRY)
    of = None if country is None else country.get("value", "").lower()
    told = told_changes(changes["ins"], changes["del"], accepted=left == "del")
    notices = (*reader.counts.notices(), *told)
    return Imported(f"{text}\n" if text else "", notices, tuple(reader.headed), country=of)


class _ActReader:
    """Walks through the act once; notes that stand inside the words are listed at the end."""

    def __init__(self, language: str, left: str) -> None:
        self.language = language  # of the act, by three letters
        self.left = left  # the element of the changes that are left out: `del` or `ins`
        self.notes: list[str] = []
        self.headed: list[str] = []  # the lines of the provisions that have a number and a heading
        self.is_below_table = False  # a line between two tables would be a row over all columns: set apart
        self.place = ""  # the last heading, or number with a word
        self.counts = XmlCounts()

    def printed(self, element: Xml) -> Iterator[str]:
        """What an element holds, each line behind a line feed: its number and heading, then what stands in it."""
        name = name_of(element)
        own = self._own(element)
        if name == self.left or name in _LEFT_OUT:
            self.counts.contents += name == "toc"
        elif own is not None:
            self.is_below_table = element.get("name") in _TABLES
            yield own
            for each in element:
                if name_of(each) not in OWN:
                    yield from self.printed(each)
        elif name == "table":
            yield from in_lines(self._table(element))
            self.is_below_table = True
        elif name in _LINES and not any(name_of(each) in _LINES | {"table"} for each in element):
            yield from in_lines([*[""] * self.is_below_table, *self._words(element).split("\n")])
            self.is_below_table = False
        else:
            yield from self._provision(element)

    def _own(self, element: Xml) -> str | None:
        """A provision without what lies in it, where the file says how it is printed."""
        form = element.get(_FORM)
        if form is None or not has_printed_parts(element):
            return None
        before = (len(self.notes), self.counts.pictures)
        printed = as_printed(form, self._written(element))
        if printed is None:
            notes, self.counts.pictures = before
            del self.notes[notes:]
        return printed

    def _written(self, element: Xml) -> Written:
        parts = {name: [each for each in element if name_of(each) == name] for name in OWN}
        number, heading = (" ".join(map(self._words, parts[name])) for name in ("num", "heading"))
        bodies = [*parts["intro"], *parts["content"]] or [element]
        return Written(number, heading, [cell for body in bodies for cell in self._cells(element, body)])

    def _cells(self, element: Xml, body: Xml) -> Sequence[Sequence[str]]:
        """The paragraphs of each cell of a numbered row; of anything else all of them."""
        table = body.find("{*}table")
        if table is None:
            found = [[self._words(each) for each in body if name_of(each) == "p"]]
            return found if any(found[0]) else []
        cells = [list(self._cell(cell)) for cell in table.iter() if name_of(cell) in {"td", "th"}]
        return cells if element.get("name") == "row" else [[line for cell in cells for line in cell]]

    def _provision(self, element: Xml) -> Iterator[str]:
        self.counts.completed += complete_numbers(element)
        number = " ".join(self._words(each) for each in element if name_of(each) == "num")
        heading = " ".join(self._words(each) for each in element if name_of(each) in _HEADINGS)
        if name := word_before(element, number, self.language):
            self.counts.named += 1
            number = f"{name} {number}"
        head = " ".join(filter(None, (number, heading)))
        if number and heading:
            self.headed.append(head)
        if title := element[0].text if is_attached(element) else head:
            self.place = title if _WITH_A_WORD.search(title) else self.place
        self.is_below_table = self.is_below_table and not head
        below = self._below(element)
        if number and not heading and not (_WITH_A_WORD.search(number) and _begins_numbered(element)):
            between = "\t" if element.get("name") == "row" else " "
            yield "\n" + between.join(filter(None, (head, next(below, "").removeprefix("\n"))))
        elif head:
            yield f"\n{head}"
        yield from below

    def _below(self, element: Xml) -> Iterator[str]:
        if element.text and element.text.strip():
            yield "\n" + " ".join(element.text.split())
        for each in element:
            if name_of(each) not in _TITLED:
                yield from self.printed(each)
            if each.tail and each.tail.strip():
                yield "\n" + " ".join(each.tail.split())

    def _table(self, table: Xml) -> Iterator[str]:
        yield from (self._words(each) for each in table if name_of(each) == "caption")
        rows = [
            [
                [line for part in self._cell(cell) for line in part.split("\n")]
                for cell in row
                if name_of(cell) in {"td", "th"}
            ]
            for row in table.iter()
            if name_of(row) == "tr"
        ]
        rows = [row for row in rows if any(map(any, row))]
        lines = list(printed_table(rows))
        if may_pass_for_law(rows, lines):
            self.counts.tables.append(self.place or lines[0])
        yield from lines

    def _cell(self, cell: Xml) -> Iterator[str]:
        """The lines of a cell. The rows of a table inside the cell come after the row of the cell."""
        if not any(name_of(each) in _LINES | _LISTS for each in cell):
            yield self._words(cell)
            return
        yield from words_beside(cell.text)
        for each in cell:
            if name_of(each) in _LISTS:
                yield from self._cell(each)
            elif name_of(each) in _LINES:
                yield self._words(each)
            elif name_of(each) != "table":
                yield from words_beside("".join(self._piece(each)))
            yield from words_beside(each.tail)

    def _words(self, element: Xml) -> str:
        """The words of a line with the marks of its footnotes."""
        return "\n".join(" ".join(line.split()) for line in "".join(self._pieces(element)).split("\v")).strip(
            "\n"
        )

    def _pieces(self, element: Xml) -> Iterator[str]:
        self.counts.completed += complete_numbers(element)
        yield element.text or ""
        for each in element:
            yield from self._piece(each)
            yield each.tail or ""

    def _piece(self, each: Xml) -> Iterator[str]:
        name = name_of(each)
        if name == self.left:
            return
        if name == "noteRef":
            yield f" [{each.get('marker', '')}]"
        elif name == "authorialNote":
            yield self._note(each)
        elif name in {"br", "eol"}:
            yield "\v"
        elif name == "img":
            self.counts.pictures += 1
        elif name in _QUOTED:
            yield self._quoted(each)
        elif name == "num":  # of a structure that is quoted among the words
            yield from ("\v", *self._pieces(each), " ")
        elif name in _LINES | _TITLED:
            yield from (" ", *self._pieces(each), "\v")
        else:
            yield from self._pieces(each)

    def _quoted(self, quoted: Xml) -> str:
        """What an act says of another one, in the quotation marks that the file names for it."""
        start, end = quoted.get("startQuote", ""), quoted.get("endQuote", "")
        words = "".join(self._pieces(quoted))
        if name_of(quoted) == "quotedText":
            return f"{start}{words.strip()}{end}"
        return "\v" + start + words.strip() + end + "\v"

    def _note(self, note: Xml) -> str:
        words = " ".join(self._words(note).split())
        marker = note.get("marker") or str(len(self.notes) + 1)
        self.notes.append(f"[{marker}] {words}")
        return f" [{marker}]"


def _begins_numbered(element: Xml) -> bool:
    """Whether what stands first in a provision has a number of its own: two numbers on one line would pass for one."""
    below = (each for each in element if name_of(each) not in _TITLED)
    first = next(below, None)
    return first is not None and any(name_of(each) == "num" for each in first)
