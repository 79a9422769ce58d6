"""The record of a consolidated text: which law changed a provision, how, what stood there before; and the list of laws.

How it is worded belongs to the wording of a country; a wording without a frame leaves the text without a record.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, runtime_checkable

from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import InstructionError, Refused
from amendments.instructions.kinds_in_text import in_text
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree

_HEADED = UPPER_STRUCTURE | {Kind.ARTICLE}
_NOTE = re.compile(r"\[(\d+)\]")
_COUNTED = re.compile(r"(\d+)\.")
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")  # publications: they have numbers and days of their own


@dataclass(frozen=True, slots=True)
class AmendingLaw:
    """An adopted amending law as the record names it; `gazettes` are its official publications."""

    number: str
    adopted: date
    name: str = ""
    gazettes: str = ""


@runtime_checkable
class RecordFrame(Protocol):
    """The words of the record in one language: what a wording may offer beside instructions."""

    law_name: str  # how a law is called when nobody corrects it
    sources_heading: str

    def changes_heading(self, kind: str, title: str) -> str:
        """The heading of the list of footnotes, for an act of a kind ("code", "law") and with a title."""
        ...

    def source(self, law: AmendingLaw) -> str:
        """The law as the list of sources names it."""
        ...

    def numbered(self, number: str) -> str:
        """A law of which only the number is known."""
        ...

    def footnote(self, operation: Operation, law: AmendingLaw, before: Tree) -> str:
        """What an operation did, with the wording that it replaced; `before` is the text on which it was executed."""
        ...


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of the law: the provision that bears it, as it is numbered, and its paragraphs."""

    key: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """The text with its record, and what was added to it."""

    tree: Tree
    footnotes: tuple[Footnote, ...]
    source: str


def frame_of(wording: object) -> RecordFrame | None:
    """The frame that a wording offers."""
    frame = getattr(wording, "record", None)
    return frame if isinstance(frame, RecordFrame) else None


def written(
    base: Tree,
    after: Tree,
    operations: Sequence[Operation],
    law: AmendingLaw,
    frame: RecordFrame,
    scheme: Scheme,
    heading: str,
) -> Record:
    """The adopted text `after` with marks, footnotes under `heading` and the law in both lists.

    New footnotes are numbered in the order in which they stand in the text, whatever the order of the operations.
    """
    tree, found = base, []
    for operation in operations:
        following = execute(tree, [operation], scheme)
        if operation.op is not Op.COMMENCEMENT:
            found += _footnotes(tree, following, operation, law, frame)
        tree = following
    notes = _in_order(after, found)
    marked = _marked(_with_marks_of_gone(base, after), notes, heading)
    return Record(_with_source(marked, frame, frame.source(law)), tuple(notes), frame.source(law))


def with_earlier_laws(tree: Tree, numbers: Iterable[str], frame: RecordFrame) -> Tree:
    """The text with laws in the list of its sources that are known by their number and do not stand there."""
    for number in numbers:
        tree = _with_source(tree, frame, frame.numbered(number), number)
    return tree


def _footnotes(
    before: Tree, after: Tree, operation: Operation, law: AmendingLaw, frame: RecordFrame
) -> list[Footnote]:
    """One footnote for each provision that an operation names; throughout the act, for the first that changed."""
    try:
        text = frame.footnote(in_text(operation, after, before), law, before)
    except InstructionError:
        return []  # what has no words of its own is told by the redline
    named = (
        [] if WHOLE_ACT in operation.all_targets else [_found(after, each) for each in operation.all_targets]
    )
    touched = [element for element in named if element is not None]
    if not touched:
        keys = after.differing(before)
        touched = [element for element in after if element.key in keys][:1]
    return [Footnote(element.key, element.number, text) for element in touched]


def _in_order(tree: Tree, notes: Iterable[Footnote]) -> list[Footnote]:
    """The footnotes in reading order, those of one provision in the order of the law."""
    at = {element.key: place for place, element in enumerate(tree)}
    return sorted((note for note in notes if note.key in at), key=lambda note: at[note.key])


def _found(tree: Tree, target: str) -> Element | None:
    try:
        return find(tree, target)
    except Refused:
        return None


def _with_marks_of_gone(base: Tree, after: Tree) -> Tree:
    """The marks of provisions that are gone, in what held them: no footnote of an official text stands without one."""
    standing = {mark.number for element in after for mark in element.marks}
    for gone in (element for element in base if element.key not in after.by_key):
        held = next((above for above in base.above(gone) if above.key in after.by_key), None)
        marks = [mark.number for mark in gone.marks if mark.number not in standing]
        if held is not None:
            for number in marks:
                after = after.changed([_with_mark(after.by_key[held.key], number)])
    return after


def _marked(tree: Tree, notes: Sequence[Footnote], heading: str) -> Tree:
    """The footnotes in their list; a provision that bears one already gets a further paragraph of the same."""
    listed = _list(tree, heading, _NOTE)
    lines = listed.text.split("\n") if listed and listed.text else []
    for note in notes:
        element = tree.by_key[note.key]
        numbers = [match[1] for line in lines if (match := _NOTE.match(line))]
        own = next((mark.number for mark in reversed(element.marks) if mark.number in numbers), "")
        if own:
            lines[_end_of(lines, own) : _end_of(lines, own)] = note.text.split("\n")
            continue
        number = str(max(map(int, numbers), default=0) + 1)
        lines += f"[{number}] {note.text}".split("\n")
        tree = tree.changed([_with_mark(element, number)])
    return _with_list(tree, listed, heading, lines) if notes else tree


def _end_of(lines: Sequence[str], number: str) -> int:
    """Where the footnote with a number ends."""
    start = next(place for place, line in enumerate(lines) if line.startswith(f"[{number}]"))
    following = (place for place in range(start + 1, len(lines)) if _NOTE.match(lines[place]))
    return next(following, len(lines))


def _with_mark(element: Element, number: str) -> Element:
    has_heading = (
        bool(element.heading) or element.kind in _HEADED
    )  # also of a repealed one, which has no words
    field = "heading" if has_heading and not element.text else "text"
    offset = len(getattr(element, field))
    return replace(element, marks=(*element.marks, LiftedMark(number, field, offset, f" [{number}]")))


def _with_source(tree: Tree, frame: RecordFrame, source: str, known_by: str = "") -> Tree:
    """The law at the end of the list of sources, counted on; once. Footnotes of the same list stay behind it."""
    listed = _list(tree, frame.sources_heading, _COUNTED)
    lines = listed.text.split("\n") if listed and listed.text else []
    notes = next((place for place, line in enumerate(lines) if _NOTE.match(line)), len(lines))
    counted = [
        (int(match[1]), line[match.end() :]) for line in lines[:notes] if (match := _COUNTED.match(line))
    ]
    if any(_names(line, known_by, frame) if known_by else source in line for _number, line in counted):
        return tree
    lines.insert(notes, f"{max((number for number, _line in counted), default=0) + 1}.\xa0\xa0\xa0 {source}")
    return _with_list(tree, listed, frame.sources_heading, lines, is_first=True)


def _names(line: str, number: str, frame: RecordFrame) -> bool:
    """Whether an entry names the law with this number. Figures alone are no day: they stand beside the word for a number."""
    said = rf"(?<![\w-]){re.escape(number)}(?![\w-])"
    if not number.isdecimal():
        return re.search(said, line) is not None
    before, __, after = frame.numbered(number).partition(number)
    words = [rf"{re.escape(word)}\s*{said}" for word in ("№", *before.split()[-1:])]
    words += [rf"{said}\s+{re.escape(word)}" for word in after.split()[:1]]
    return re.search("|".join(words), _BRACKETS.sub("", line)) is not None


def _list(tree: Tree, heading: str, entry: re.Pattern[str]) -> Element | None:
    """The list with this heading, whatever act it names, else the one with such entries."""
    lists = tree.of_kind(Kind.APPARATUS)
    end = " ".join(heading.split()[-2:]).casefold()
    headed = [element for element in lists if element.heading.casefold().endswith(end)]
    return next(iter(headed or [each for each in lists if entry.match(each.text)]), None)


def _with_list(
    tree: Tree, listed: Element | None, heading: str, lines: Sequence[str], *, is_first: bool = False
) -> Tree:
    text = "\n".join(lines)
    if listed is not None:
        return tree.changed([replace(listed, heading=listed.heading or heading, text=text)])
    lists = tree.of_kind(Kind.APPARATUS)
    at = tree.before(lists[0]) if lists and is_first else (tree.elements[-1].key if len(tree) else "")
    taken = {element.eid for element in lists}
    eid = next(eid for n in range(1, len(taken) + 2) if (eid := f"apparatus_{n}") not in taken)
    return tree.inserted(Element(f"new {eid}", Kind.APPARATUS, "", eid, heading, text), at)
