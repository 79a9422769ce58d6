"""Remarks as comments of Word: the ranges of words that they are about, and the part that holds what they say."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import eq, itemgetter

from amendments.redline.provision_redline import Mark
from amendments.renderers.paper.documents import Remark
from amendments.renderers.paper.sheets import Sheet, SheetParagraph, SheetTable
from amendments.renderers.paper.table_rows import SheetRow
from amendments.renderers.word.ooxml import HEAD, NAMESPACES, attribute, moment, paragraph, run


@dataclass
class PlacedRemarks:
    """The remarks on one act by their places, and those of all acts that are written, in the order of their places."""

    in_paragraphs: dict[int, list[tuple[int, int, Remark]]] = field(default_factory=dict)
    in_rows: dict[str, list[Remark]] = field(default_factory=dict)
    written: list[Remark] = field(default_factory=list)

    def place(self, sheets: Sequence[Sheet], remarks: Iterable[Remark]) -> None:
        """Find the words of each remark, else its provision, else the beginning of the act. The places of the last act go."""
        self.in_paragraphs, self.in_rows = {}, {}
        paragraphs = [sheet for sheet in sheets if isinstance(sheet, SheetParagraph)]
        by_provision: dict[str, list[SheetParagraph]] = defaultdict(list)
        for each in paragraphs:
            by_provision[each.style.provision.element.key].append(each)
        in_rows = {row.provision for sheet in sheets if isinstance(sheet, SheetTable) for row in sheet.rows}
        for remark in remarks:
            own = by_provision.get(remark.provision, [])
            if not own and remark.provision and remark.provision in in_rows:
                self.in_rows.setdefault(remark.provision, []).append(remark)
            elif own or paragraphs:
                self._place(own or paragraphs[:1], remark)

    def _place(self, paragraphs: Sequence[SheetParagraph], remark: Remark) -> None:
        """On its words; of several such, on those with most of the same letters before them."""
        places = [(alike, sheet, place) for sheet in paragraphs for alike, place in _places(remark, sheet)]
        whole = (0, paragraphs[0], (0, _length(paragraphs[0])))
        _alike, sheet, (start, end) = max(places, key=itemgetter(0), default=whole)
        self.in_paragraphs.setdefault(id(sheet), []).append((start, end, remark))

    def markers(self, sheet: SheetParagraph) -> list[tuple[int, str]]:
        """Where in the words of a paragraph remarks begin and end, in order."""
        found: list[tuple[int, int, str]] = []
        for start, end, remark in self.in_paragraphs.get(id(sheet), ()):
            found += [(start, 0, self._start()), (end, 1, self._end(remark))]
        return [(at, marker) for at, _order, marker in sorted(found, key=lambda each: each[:2])]

    def of_row(self, row: SheetRow) -> str:
        """The markers of remarks on a row of a table: they stand behind the words of its first cell."""
        return "".join(self._start() + self._end(remark) for remark in self.in_rows.get(row.provision, ()))

    def part(self) -> str:
        """The part `comments.xml`."""
        comments = "".join(_comment(number, remark) for number, remark in enumerate(self.written))
        return f"{HEAD}<w:comments {NAMESPACES}>{comments}</w:comments>"

    def _start(self) -> str:
        return f'<w:commentRangeStart w:id="{len(self.written)}"/>'

    def _end(self, remark: Remark) -> str:
        number = len(self.written)
        self.written.append(remark)
        return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def _length(sheet: SheetParagraph) -> int:
    return sum(len(span.text) for span in sheet.spans)


def _places(remark: Remark, sheet: SheetParagraph) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where the words that a remark is about stand among those of both texts, and how many letters before them are its own."""
    wanted = remark.quote.split("\n")[0]
    hidden = Mark.INSERTED if remark.is_on_old_words else Mark.DELETED
    words, at = "", 0
    places: list[int] = []
    for mark, text in sheet.spans:
        if mark is not hidden:
            words += text
            places += range(at, at + len(text))
        at += len(text)
    for found in re.finditer(re.escape(wanted), words) if wanted else ():
        alike = sum(takewhile(bool, map(eq, words[: found.start()][::-1], remark.before[::-1])))
        yield alike, (places[found.start()], places[found.end() - 1] + 1)


def _comment(number: int, remark: Remark) -> str:
    """The moment stands there only where the reader may know it: it may tell who the author is."""
    said = "".join(paragraph([run(words, remark.language)]) for words in remark.words)
    date = f' w:date="{moment(remark.at)}"' if remark.at else ""
    initials = "".join(word[0] for word in remark.author.split())[:4]
    return (
        f'<w:comment w:id="{number}" w:author={attribute(remark.author)}{date} w:initials={attribute(initials)}>'
        f"{said}</w:comment>"
    )
