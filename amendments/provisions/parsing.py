"""Reading an act: text to tree, by one set of conventions."""

from collections.abc import Sequence

from amendments.provisions.conventions import Conventions
from amendments.provisions.drafts import Draft
from amendments.provisions.findings import check, unplaced_label
from amendments.provisions.identifiers import assign_eids
from amendments.provisions.labels import Form, Label, Recogniser
from amendments.provisions.lines import Line, split_lines
from amendments.provisions.outline import CONTAINERS, Outline
from amendments.provisions.regions import Regions
from amendments.provisions.scheme import Finding, Parsed
from amendments.provisions.tree import Kind, Tree

_LONGEST_HEADING = 400
_LONGEST_TITLE = 250
_FRONT = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.CONTENTS})
_WORDED = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.NOTE})
_SENTENCE_END = (".", ";", ":")


def parse(text: str, recogniser: Recogniser) -> Parsed:
    """The tree of an act with what a person should look at; nothing of the text is lost."""
    lines, tail = split_lines(text)
    reader = _Reader(recogniser, lines)
    drafts = reader.read()
    assign_eids(drafts)
    tree = Tree(tuple(draft.as_element(draft.key) for draft in drafts), tail)
    findings = sorted([*reader.findings, *check(drafts)], key=lambda finding: (finding.line, finding.code))
    return Parsed(tree, tuple(findings))


class _Reader:
    """Goes through the lines once; regions first, then labels, then plain words."""

    def __init__(self, recogniser: Recogniser, lines: Sequence[Line]) -> None:
        self.recogniser = recogniser
        self.conventions: Conventions = recogniser.conventions
        self.lines = lines
        self.labels = [recogniser.read(line.content) for line in lines]
        self.regions = Regions(recogniser, lines, self.labels)
        self.kinds = self.regions.find()
        self.outline = Outline(self.conventions)
        self.findings: list[Finding] = []

    def read(self) -> list[Draft]:
        """Place every line."""
        index = 0
        while index < len(self.lines):
            index += self._read_region(index) or self._read_caption(index) or self._read_line(index)
        return self.outline.drafts

    def _read_region(self, index: int) -> int:
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
            self._add_table(index, end)
            return end - index
        draft = self.outline.start(kind, self.lines[index], None)
        has_title = kind is Kind.APPARATUS and not self.lines[index].content.startswith(("©", "["))
        if has_title:
            draft.add_literal(self.lines[index].gap)
            draft.add_heading(self.lines[index].content)
        for line in self.lines[index + has_title : end]:
            draft.add_verbatim(line.gap, line.content)
        return end - index

    def _add_table(self, index: int, end: int) -> None:
        """A table of one line a row is its rows; one with cells on lines of their own stays as it is."""
        owner = self.outline.innermost
        if owner and owner.kind in {Kind.TABLE, Kind.PARAGRAPH, *_FRONT}:
            owner = owner.parent
        draft = self.outline.start(Kind.TABLE, self.lines[index], owner)
        lines = self.lines[index:end]
        if all(line.gap.strip("\r") == "\n" for line in lines[1:]):
            for line in lines:
                draft.add_verbatim(line.gap, line.content)
        else:
            draft.add_literal(lines[0].gap)
            draft.add_block(lines[0].content + "".join(line.gap + line.content for line in lines[1:]))

    def _read_caption(self, index: int) -> int:
        """Lines such as “to the Law on …” that stand before the label of an annex are the annex's own text."""
        length = self.regions.annex_caption(index)
        if length:
            draft = self.outline.start(Kind.ANNEX, self.lines[index], None)
            for line in self.lines[index : index + length]:
                draft.add_paragraph(line.gap, line.content)
            draft.add_literal(self.lines[index + length].gap)
            if label := self.labels[index + length]:
                self._add_label(draft, index + length, label)
            length += 1
        return length

    def _read_line(self, index: int) -> int:
        line, label = self.lines[index], self.labels[index]
        if label and label.form is Form.UNTITLED and self._awaits_heading(index):
            label = None
        draft = self.outline.place_label(line, label) if label else None
        if draft and label:
            draft.add_literal(line.gap)
            self._add_label(draft, index, label)
        else:
            if label and label.is_marked:
                self.findings.append(unplaced_label(line))
            self._read_words(index)
        return 1

    def _add_label(self, draft: Draft, index: int, label: Label) -> None:
        """Print label and number, then the rest of the line as heading or text."""
        content = self.lines[index].content
        draft.add_label(content, label, self.conventions.ordinal(label.number))
        rest = content[label.end :]
        draft.heading_index = index
        if not rest:
            return
        if label.form in {Form.HEADING, Form.UNTITLED} and not self._is_wording(index, label, rest):
            draft.add_heading(rest)
        else:
            draft.add_paragraph("", rest)
        draft.repealed = self.recogniser.is_repealed(rest)

    def _is_wording(self, index: int, label: Label, rest: str) -> bool:
        """Whether the words after "Article 2." are its text: they end as a sentence and no other text follows."""
        if label.kind is not Kind.ARTICLE:
            return False
        if self.recogniser.is_repealed(rest) or rest.endswith((";", ":")):
            return True
        return rest.endswith(".") and not self._has_body(index)

    def _has_body(self, index: int) -> bool:
        following = self.labels[index + 1] if index + 1 < len(self.lines) else None
        if index + 1 == len(self.lines) or self.kinds.get(index + 1, Kind.TABLE) is not Kind.TABLE:
            return False
        return following is None or following.form in {Form.DECIMAL, Form.ITEM}

    def _read_words(self, index: int) -> None:
        """A line without a label: part of a heading, text of the last provision, or a paragraph of its own."""
        line, last = self.lines[index], self.outline.innermost
        if last is None or last.kind in _FRONT:
            self._read_front(index)
        elif self._names_act_of_annex(last, index):
            last.add_paragraph(line.gap, line.content)
            last.heading_index = index
        elif self._continues_heading(last, index):
            last.add_literal(line.gap)
            last.add_heading(line.content)
            last.heading_index = index
        elif self._is_capitals_heading(last, index):
            draft = self.outline.place_label(line, Label(Form.UNTITLED, Kind.SECTION))
            if draft:
                draft.add_literal(line.gap)
                draft.add_heading(line.content)
        elif last.kind in _WORDED:
            last.add_paragraph(line.gap, line.content)
            last.repealed = last.repealed or (
                last.text == line.content and self.recogniser.is_repealed(last.text)
            )
        else:
            owner = last if last.kind in CONTAINERS else last.parent
            self.outline.start(Kind.PARAGRAPH, line, owner).add_paragraph(line.gap, line.content)

    def _read_front(self, index: int) -> None:
        """Before the first provision: title lines, then the preamble from the first sentence on."""
        line, last = self.lines[index], self.outline.innermost
        has_title = any(draft.kind is Kind.TITLE for draft in self.outline.drafts)
        is_title = len(line.content) <= _LONGEST_TITLE and not line.content.endswith(_SENTENCE_END)
        is_title = is_title and not line.content.startswith("(")
        if is_title and (not has_title or (last and last.kind is Kind.TITLE)):
            kind = Kind.TITLE
        else:
            kind = Kind.PREAMBLE
        draft = last if last and last.kind is kind else self.outline.start(kind, line, None)
        draft.add_paragraph(line.gap, line.content)

    def _names_act_of_annex(self, last: Draft, index: int) -> bool:
        """“to the Law on …” right after the label of an annex: the annex's own text, not its heading."""
        is_bare_annex = last.kind is Kind.ANNEX and not last.heading and last.heading_index == index - 1
        return is_bare_annex and self.lines[index].content[0].islower()

    def _continues_heading(self, last: Draft, index: int) -> bool:
        """Whether the words still belong to the heading, printed on the lines after the label or split over lines."""
        content = self.lines[index].content
        if last.heading_index != index - 1 or len(content) > _LONGEST_HEADING or content.endswith((";", ":")):
            return False
        if last.kind in CONTAINERS:
            return self._continues_container_heading(last, index)
        if last.kind is not Kind.ARTICLE or last.paragraphs:
            return False
        if not last.heading:
            return not content.endswith(".")
        return content[0].islower() and not last.heading.endswith(_SENTENCE_END)

    def _continues_container_heading(self, last: Draft, index: int) -> bool:
        """The words between the label of a chapter and its first article are its heading, if they are few."""
        content = self.lines[index].content
        if not last.heading and not content.endswith("."):
            return True
        if last.kind is not Kind.ANNEX and self._is_heading_only(index):
            return True
        both_capitals = content.isupper() and last.heading.isupper()
        return both_capitals or (content[0].islower() and not last.heading.endswith(_SENTENCE_END))

    def _is_heading_only(self, index: int) -> bool:
        """Whether a few lines without a full stop at their end stand between here and the next label."""
        end = index
        while (
            end < len(self.lines) and self.labels[end] is None and end not in self.kinds and end - index < 3
        ):
            end += 1
        is_followed = end < len(self.lines) and self.labels[end] is not None
        last_line = self.lines[end - 1].content
        return is_followed and (end == index + 1 or not last_line.endswith(_SENTENCE_END))

    def _awaits_heading(self, index: int) -> bool:
        last = self.outline.innermost
        return (
            last is not None
            and last.kind in CONTAINERS
            and not last.heading
            and last.heading_index == index - 1
        )

    def _label_follows(self, index: int) -> bool:
        following = self.labels[index + 1] if index + 1 < len(self.lines) else None
        return following is not None and following.form is not Form.NOTE

    def _is_capitals_heading(self, last: Draft, index: int) -> bool:
        """A line in capitals between the end of an article and a numbered line heads what follows."""
        content = self.lines[index].content
        letters = sum(letter.isalpha() for letter in content)
        is_capitals = (
            content.isupper() and letters >= 8 and " " in content and not content.endswith(_SENTENCE_END)
        )
        has_ended = last.kind in _WORDED and (last.text or last.heading) and last.text.endswith((".", "!"))
        return is_capitals and bool(has_ended) and self._label_follows(index)
