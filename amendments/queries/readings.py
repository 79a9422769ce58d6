"""A version, or two versions against each other, as the rows that a page shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from amendments.instructions.operations import from_json
from amendments.models import Version
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree
from amendments.queries.trees import tree_of
from amendments.redline.compare import compare
from amendments.redline.redline import Change, Mark, ProvisionRedline, Span
from amendments.registry import scheme_for

DEPTHS = {Kind.PART: 1, Kind.POINT: 2, Kind.SUBPOINT: 3}
DIVISIONS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX})
HIDDEN = frozenset({Kind.CONTENTS})


@dataclass(frozen=True, slots=True)
class Row:
    """A provision as a reader sees it, with what changed in it."""

    provision: str  # UUID
    element: Element
    label: str  # as printed: "Article 5.", "5.3."
    cited: str  # as cited: "5.3"
    depth: int
    change: Change
    is_new_place: bool
    heading: tuple[Span, ...]
    text: tuple[Span, ...]
    number: tuple[Span, ...]
    is_repealed: bool = False
    other: str = ""  # where a moved or renumbered provision stands on the other side
    instructions: tuple[int, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether a reader is shown a change here."""
        return self.change is not Change.UNCHANGED

    @property
    def is_division(self) -> bool:
        """Whether it is a heading above articles."""
        return self.element.kind in DIVISIONS

    @property
    def is_article(self) -> bool:
        """Whether it opens an article."""
        return self.element.kind is Kind.ARTICLE

    @property
    def is_absent_before(self) -> bool:
        """Whether the left column has no such provision here."""
        return self.change is Change.INSERTED or (self.change is Change.MOVED and self.is_new_place)

    @property
    def is_absent_after(self) -> bool:
        """Whether the right column has no such provision here."""
        return self.change is Change.DELETED or (self.change is Change.MOVED and not self.is_new_place)

    @property
    def current_heading(self) -> list[Span]:
        """The heading of the left column."""
        return [span for span in self.heading if span.mark is not Mark.INSERTED]

    @property
    def proposed_heading(self) -> list[Span]:
        """The heading of the right column."""
        return [span for span in self.heading if span.mark is not Mark.DELETED]

    @property
    def paragraphs(self) -> list[list[Span]]:
        """The text, one list of spans a paragraph."""
        return _paragraphs(self.text)

    @property
    def current(self) -> list[list[Span]]:
        """The left column: what stands and what goes."""
        return _paragraphs(span for span in self.text if span.mark is not Mark.INSERTED)

    @property
    def proposed(self) -> list[list[Span]]:
        """The right column: what stays and what comes."""
        return _paragraphs(span for span in self.text if span.mark is not Mark.DELETED)


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents: a division, or an article with what happens in it."""

    provision: str
    label: str
    heading: str
    is_division: bool
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a page with its table of contents and counts."""

    before: Version | None
    after: Version
    rows: tuple[Row, ...]
    contents: tuple[ContentsLine, ...]

    @property
    def changed(self) -> list[Row]:
        """Only what changes, moves counted once."""
        return [row for row in self.rows if row.is_changed]

    @property
    def counts(self) -> dict[str, int]:
        """How many provisions change, come and go."""
        return {
            "changed": sum(row.change is not Change.MOVED or row.is_new_place for row in self.changed),
            "inserted": sum(row.change is Change.INSERTED for row in self.rows),
            "repealed": sum(row.is_repealed or row.change is Change.DELETED for row in self.changed),
        }


def text_of(version: Version) -> Reading:
    """A version by itself."""
    tree = tree_of(version)
    return _reading(None, version, tree, tree)


def redline_of(before: Version, after: Version) -> Reading:
    """One version against another, of the same act or of any two."""
    return _reading(before, after, tree_of(before), tree_of(after))


def preview(base: Version, before: Tree, after: Tree) -> Reading:
    """A working text that is not sealed, against its base."""
    return _reading(base, base, before, after)


def _reading(before: Version | None, after: Version, old: Tree, new: Tree) -> Reading:
    scheme = scheme_for(after.instrument.country, after.instrument.language)
    instructions = _instruction_numbers(after)
    rows = tuple(
        _row(item, old, new, scheme, instructions)
        for item in compare(old, new).provisions
        if (new.by_key.get(item.after[0]) if item.after else old.by_key[item.before[0]]).kind not in HIDDEN  # type: ignore[union-attr] # a key of the tree
    )
    return Reading(before, after, rows, tuple(_contents(rows)))


def _row(
    item: ProvisionRedline, old: Tree, new: Tree, scheme: Scheme, instructions: dict[str, list[int]]
) -> Row:
    is_old_place = not item.after or (item.before and not item.is_new_place)
    element = old.by_key[item.before[0]] if is_old_place else new.by_key[item.after[0]]
    was = old.by_key.get(item.before[0]) if item.before else None
    now = new.by_key.get(item.after[0]) if item.after else None
    is_repealed = bool(now and now.repealed)
    change = item.change
    if was and now and was.repealed != now.repealed and change is Change.UNCHANGED:
        change = Change.EDITED
    other = was if element is now else now
    return Row(
        provision=element.key,
        element=element,
        label=scheme.label(element),
        cited=element.number,
        depth=_depth(element, old if is_old_place else new),
        change=change,
        is_new_place=item.is_new_place,
        heading=item.heading,
        text=item.text,
        number=item.number,
        is_repealed=is_repealed,
        other=other.number if other else "",
        instructions=tuple(instructions.get(element.number, ())) if change is not Change.UNCHANGED else (),
    )


def _depth(element: Element, tree: Tree) -> int:
    if element.kind is Kind.PARAGRAPH and element.parent in tree.by_key:
        return DEPTHS.get(tree.by_key[element.parent].kind, 0)
    return DEPTHS.get(element.kind, 0)


def _instruction_numbers(version: Version) -> dict[str, list[int]]:
    """Which instructions of a sealed draft speak of a printed number, counted from 1 as in the amending act."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, data in enumerate(version.sealed_instructions.values_list("operation", flat=True), start=1):
        operation = from_json(data)
        for number in (*operation.all_targets, *(child.number for child in operation.children)):
            found[number].append(place)
    return found


def _contents(rows: Iterable[Row]) -> list[ContentsLine]:
    lines: list[ContentsLine] = []
    for row in rows:
        if row.is_division or row.is_article:
            heading = "".join(span.text for span in row.heading if span.mark is not Mark.DELETED)
            lines.append(ContentsLine(row.provision, row.label, heading, row.is_division, row.is_changed))
        elif lines and row.is_changed and not lines[-1].is_division and not lines[-1].is_changed:
            last = lines.pop()
            lines.append(
                ContentsLine(last.provision, last.label, last.heading, is_division=False, is_changed=True)
            )
    return lines


def _paragraphs(spans: Iterable[Span]) -> list[list[Span]]:
    """Spans cut at line feeds, so that a paragraph is a block of its own."""
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        head, *rest = span.text.split("\n")
        if head:
            paragraphs[-1].append(Span(span.mark, head))
        for line in rest:
            paragraphs.append([Span(span.mark, line)] if line else [])
    return [paragraph for paragraph in paragraphs if paragraph]
