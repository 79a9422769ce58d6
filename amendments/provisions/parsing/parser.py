"""Reading an act: text to tree, by one set of conventions."""

from collections.abc import Mapping
from dataclasses import replace

from amendments.provisions.citing.identifiers import assign_eids
from amendments.provisions.losses.foreign_headings import ForeignHeadings
from amendments.provisions.losses.outline import check, unplaced_label
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.losses.whole import check_reading
from amendments.provisions.parsing.nesting import Outline
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.parsing.row_reader import RowReader
from amendments.provisions.recognising.headings import CONTAINERS, WORDED, Headings
from amendments.provisions.recognising.inner import pieces
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line, split_lines, with_plain_spaces
from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser
from amendments.provisions.regions.printed_rows import with_last_cells
from amendments.provisions.regions.stretches import Regions
from amendments.provisions.said_of_repeals import OF_NOTES, OF_NUMBERS
from amendments.provisions.scheme import Finding, Parsed
from amendments.provisions.tree import Kind, Tree

_LONGEST_TITLE = 250
_FRONT = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.CONTENTS})
_SENTENCE_END = (".", ";", ":")


def parse(text: str, recogniser: Recogniser) -> Parsed:
    """The tree of an act with what a person should look at; nothing of the text is lost."""
    lines, tail = split_lines(text)
    reader = _LineReader(recogniser, recogniser.recognise(lines))
    provisions = reader.read()
    assign_eids(provisions)
    tree = Tree(tuple(provision.as_element() for provision in provisions), tail)
    found = [*reader.findings, *check(provisions), *check_reading(reader.read_act(), reader.findings)]
    findings = sorted(found, key=lambda finding: (finding.line, finding.code))
    return Parsed(tree, tuple(findings))


class _RegionReader:
    """Takes the lines of a region as one element: no label in a table or a list of notes begins a provision."""

    def __init__(self, act: PrintedAct, regions: Regions, kinds: Mapping[int, Kind], rows: RowReader) -> None:
        self.act = act
        self.regions = regions
        self.kinds = kinds
        self.rows = rows
        self.outline = rows.outline

    def read(self, index: int) -> int:
        """Take the lines of one region as one element; the number of lines taken."""
        kind = self.kinds.get(index)
        if kind is None:
            return 0
        end = index + 1
        while self.kinds.get(end) is kind and not (
            kind is Kind.APPARATUS and self.regions.opens_apparatus(end)
        ):
            end += 1
        if kind is Kind.TABLE:
            owner = self.outline.holder
            self.rows.read(self.act.lines[index:end], None if owner and owner.kind in _FRONT else owner)
            return end - index
        first = self.act.lines[index]
        owner = self.outline.innermost_of(CONTAINERS) if kind is Kind.CONTENTS else None
        provision = self.outline.start(kind, first, owner)
        has_title = kind is Kind.APPARATUS and not first.content.startswith(("©", "["))
        if has_title:
            provision.add_literal(first.gap)
            provision.add_heading(first.content)
        for line in self.act.lines[index + has_title : end]:
            provision.add_verbatim(line.gap, line.content)
        return end - index


class _LineReader:
    """Goes through the lines once; regions first, then labels, then plain words."""

    def __init__(self, recogniser: Recogniser, act: PrintedAct) -> None:
        self.recogniser = recogniser
        self.regions = Regions(recogniser, act)
        kinds = self.regions.find()
        tables = {index for index, kind in kinds.items() if kind is Kind.TABLE}
        lines = with_last_cells(act.lines, tables)
        self.act = replace(
            act, lines=lines, plain=lines if act.plain is act.lines else with_plain_spaces(lines)
        )
        self.outline = Outline(recogniser.conventions)
        self.rows = RowReader(recogniser, self.outline)
        self.region_reader = _RegionReader(self.act, self.regions, kinds, self.rows)
        self.headings = Headings(recogniser, self.act, kinds)
        self.findings: list[Finding] = []
        self.opening: set[int] = set()  # lines that begin a provision
        self.headed: set[int] = set()  # further lines of its heading

    def read_act(self) -> ReadAct:
        """What became of every line."""
        own = [word for heading in self.recogniser.conventions.headings for word in heading.words]
        kinds, provisions = self.region_reader.kinds, self.outline.provisions
        opening = frozenset(self.opening)
        foreign = ForeignHeadings(own)
        headed = frozenset(self.headed)
        read = ReadAct(self.act, kinds, opening, headed, provisions, foreign, self.recogniser.read)
        indices = read.indices()
        rows = {
            indices[provision.line] for provision in self.outline.provisions if provision.kind is Kind.ROW
        }
        return replace(read, opening=read.opening | rows)

    @property
    def has_begun(self) -> bool:
        """Whether a provision has been read."""
        return any(provision.kind not in {*_FRONT, Kind.TABLE} for provision in self.outline.provisions)

    def read(self) -> list[Pending]:
        """Place every line."""
        index = 0
        while index < len(self.act):
            index += (
                self.region_reader.read(index)
                or self._read_approval(index)
                or self._read_caption(index)
                or self._read_heading_above(index)
                or self._read_line(index)
            )
        return self.outline.provisions

    def _read_approval(self, index: int) -> int:
        """The caption of a document that the act approves; the document is an annex without a label."""
        length = self.regions.approvals.get(index, 0)
        if length:
            provision = self.outline.start(Kind.ANNEX, self.act.lines[index], None)
            provision.label = Label(Form.UNTITLED, Kind.ANNEX)
            for line in self.act.lines[index : index + length]:
                provision.add_paragraph(line.gap, line.content)
            provision.heading_index = index + length - 1
        return length

    def _read_caption(self, index: int) -> int:
        """Lines such as “to the Law on …” that stand before the label of an annex are the annex's own text."""
        length = self.regions.annex_caption(index)
        label = self.act.label(index + length)
        if not length or label is None:
            return 0
        provision = self.outline.start(Kind.ANNEX, self.act.lines[index], None)
        for line in self.act.lines[index : index + length]:
            provision.add_paragraph(line.gap, line.content)
        self._add_label(provision, index + length, self.act.lines[index + length], label)
        return length + 1

    def _read_heading_above(self, index: int) -> int:
        """The heading of an article that is called by nothing but its number may stand above it."""
        last, label = self.outline.innermost, self.act.label(index + 1)
        if label is None or not self.headings.stands_above(last, index, label):
            return 0
        provision = self.outline.place_heading(self.act.lines[index], label)
        provision.add_literal(self.act.lines[index].gap)
        provision.add_heading(self.act.lines[index].content)
        self.opening.add(index)
        self._add_labels(provision, index + 1, label)
        return 2

    def _read_line(self, index: int) -> int:
        line, label = self.act.lines[index], self.act.label(index)
        last = self.outline.innermost
        if label and label.form is Form.UNTITLED and self._is_heading(last, index):
            label = None
        interrupts = label is not None and label.is_editorial and self._goes_on(index + 1)
        place = self.outline.place_inside if interrupts else self.outline.place
        provision = place(line, label) if label else None
        if provision and label:
            self._add_labels(provision, index, label)
        else:
            resembles = label is None and self.recogniser.resembles_article(self.act.folded[index])
            is_in_words = label is not None and self.act.is_number_in_words(index, label)
            if resembles or (label and label.is_marked and not is_in_words):
                self.findings.append(unplaced_label(line))
            self._read_words(index)
        return 1

    def _is_heading(self, last: Pending | None, index: int) -> bool:
        return self.headings.awaits_heading(last, index) or self.headings.heads_article(last, index)

    def _goes_on(self, index: int) -> bool:
        """Whether the next label from here on is no heading, so that it may go on in a list above; notes count not."""
        labels = (label for label in self.act.labels[index:] if label is not None and not label.is_editorial)
        following = next(labels, None)
        return following is not None and following.form in {Form.ITEM, Form.DECIMAL}

    def _add_labels(self, provision: Pending, index: int, label: Label) -> None:
        """The provision that begins a line, and those that begin further right in it."""
        first, *further = pieces(self.act.lines[index], label, self.act.inner.get(index, ()))
        self._add_label(provision, index, *first)
        for line, inner in further:
            if placed := self.outline.place(line, inner):
                self._add_label(placed, index, line, inner)
            elif self.outline.innermost:
                self.outline.innermost.add_paragraph(line.gap, line.content)

    def _add_label(self, provision: Pending, index: int, line: Line, label: Label) -> None:
        """Print label and number, then the rest of the line as heading or text."""
        provision.add_literal(line.gap)
        provision.add_label(line.content, label, self.recogniser.conventions.ordinal(label.number))
        self.opening.add(index)
        provision.heading_index = index
        rest = line.content[label.end :]
        if not rest:
            return
        if rest in OF_NUMBERS:
            provision.repealed = True
            provision.add_said(rest)
            return
        if self.headings.is_wording(index, label, rest):
            provision.add_paragraph("", rest)
        else:
            provision.add_heading(rest)
        provision.repealed = self.recogniser.is_repealed(rest)

    def _read_words(self, index: int) -> None:
        """A line without a label: part of a heading, text of the last provision, or a paragraph of its own."""
        line, last = self.act.lines[index], self.outline.innermost
        if last is None or last.kind in _FRONT or (last.kind is Kind.TABLE and not self.has_begun):
            self._read_front(index, last)
        elif repealed := _repealed_by(last, line.content):
            repealed.repealed = True
            last.add_said(line.gap + line.content)
        elif last.is_editorial and last.is_closed:
            self._read_after_editor(index, last)
        elif self.headings.names_act_of_annex(last, index):
            last.add_paragraph(line.gap, line.content)
            last.heading_index = index
        elif self.headings.continues(last, index):
            last.add_literal(line.gap)
            last.add_heading(line.content)
            last.heading_index = index
            self.headed.add(index)
        elif self.headings.is_capitals_heading(last, index):
            title = Label(Form.UNTITLED, Kind.SECTION)
            self._add_label(self.outline.place_heading(line, title), index, line, title)
            self.headed.add(index)
        elif paragraph := self._announced_list(index):
            paragraph.add_paragraph(line.gap, line.content)
        elif last.kind in WORDED:
            last.repealed = last.repealed or (
                not last.paragraphs and self.recogniser.is_repealed(line.content)
            )
            last.add_paragraph(line.gap, line.content)
        else:
            holder = self.outline.holder
            owner = last.parent if holder is last and last.kind not in CONTAINERS else holder
            self.outline.start(Kind.PARAGRAPH, line, owner).add_paragraph(line.gap, line.content)

    def _announced_list(self, index: int) -> Pending | None:
        """The paragraph that a line such as "lamp includes:" opens, below whose colon a list begins again."""
        below = self.act.label(index + 1)
        if below is None or below.form is not Form.ITEM or not self.act.content(index).endswith(":"):
            return None
        return self.outline.announce_list(self.act.lines[index], below)

    def _read_after_editor(self, index: int, note: Pending) -> None:
        """The words below the note of an editor are law again."""
        if note.parent is None and not any(one.label for one in self.outline.provisions if one is not note):
            self._read_front(index, note)
            return
        line = self.act.lines[index]
        self.outline.start(Kind.PARAGRAPH, line, note.parent).add_paragraph(line.gap, line.content)

    def _read_front(self, index: int, last: Pending | None) -> None:
        """Before the first provision: title lines, then the preamble from the first sentence on."""
        line = self.act.lines[index]
        is_title = len(line.content) <= _LONGEST_TITLE and not line.content.endswith(_SENTENCE_END)
        is_first = last is None or (last.kind is Kind.TITLE and not _begins_preamble(line))
        may_be_title = is_first or not any(
            provision.kind is Kind.TITLE for provision in self.outline.provisions
        )
        kind = Kind.TITLE if is_title and may_be_title and not line.content.startswith("(") else Kind.PREAMBLE
        provision = last if last and last.kind is kind else self.outline.start(kind, line, None)
        provision.add_paragraph(line.gap, line.content)


def _repealed_by(last: Pending, words: str) -> Pending | None:
    """The provision of which a line says, in our own files, that its number or the word of a note alone stays."""
    if words not in OF_NUMBERS and (last.kind is not Kind.NOTE or words not in OF_NOTES):
        return None
    bare: Pending | None = last
    while bare is not None and bare.label is None and not any(bare.paragraphs):
        bare = bare.parent  # of the mark of a footnote that stands alone
    return bare if bare is not None and bare.label is not None and not any(bare.paragraphs) else None


def _begins_preamble(line: Line) -> bool:
    """Whether a line below the title stands apart and goes on as a sentence: "We, the people," below a blank line."""
    return line.content.endswith(",") and line.gap.count("\n") > 1
