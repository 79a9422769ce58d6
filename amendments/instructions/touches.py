"""What an instruction touches: the provisions that it changes, and those that it names or leans on.

It is read off the text before and after the instruction, so that it cannot disagree with what the instruction does.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from amendments.instructions.citations import parent_number
from amendments.instructions.execution.counting import first_place_in
from amendments.instructions.execution.levels import is_table
from amendments.instructions.execution.placing import locate_previous
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.tree import Element, Tree, text_hash


class Touch(StrEnum):
    """The kinds in which an instruction touches a provision; of several the first that applies."""

    INSERTS = "inserts"  # the provision is new
    REMOVES = "removes"  # it stands in the text no more: a restated article without it, a deleted table
    REPEALS = "repeals"  # its number stays
    RENUMBERS = "renumbers"
    RESTATES = "restates"
    HEADING = "heading"  # only the heading is worded anew
    WORDS = "words"  # a part of its wording
    AFTER = "after"  # a new provision stands right after it
    UNDER = "under"  # a new provision stands under it
    NAMES = "names"  # the instruction names it and changes only what lies under it, or nothing


LEANING = frozenset({Touch.AFTER, Touch.UNDER, Touch.NAMES})
"""Touches that leave the words and the number of a provision as they are."""

_INSERTING = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})
_WHOLE = frozenset({Touch.RESTATES, Touch.REPEALS, Touch.REMOVES})
_PARTS = frozenset({Touch.HEADING, Touch.WORDS})
_GONE = frozenset({Touch.REPEALS, Touch.REMOVES})


@dataclass(frozen=True, slots=True)
class Touched:
    """A provision by its key, and how it is touched."""

    key: str
    touch: Touch


@dataclass(frozen=True, slots=True)
class WrittenOn:
    """A provision as it stood in the base when an instruction was resolved; `number` names it there."""

    key: str
    touch: Touch
    number: str
    text_hash: str


def touches(before: Tree, after: Tree, operation: Operation) -> tuple[Touched, ...]:
    """Every provision that the operation touched between two texts, in reading order, those that went at the end."""
    differing = (key for key in after.differing(before) if before.by_key.get(key) != after.by_key.get(key))
    found = {key: _change(before, after, key, operation) for key in differing}
    for touch, element in _leaning(before, operation):
        found.setdefault(element.key, touch)
    standing = after.in_order(after.by_key[key] for key in found if key in after.by_key)
    gone = before.in_order(before.by_key[key] for key in found if key not in after.by_key)
    return tuple(Touched(element.key, found[element.key]) for element in (*standing, *gone))


def stale(base: Tree, operation: Operation, written_on: Iterable[WrittenOn]) -> tuple[str, ...]:
    """The numbers of the provisions that are no longer those on which the operation was written.

    What is changed must have the same words, and what a new provision leans on must be found by the same number.
    An operation on the whole act is about no wording in particular.
    """
    if operation.all_targets == (WHOLE_ACT,):
        return ()
    return tuple(each.number for each in written_on if not _stands(base, each))


def conflict(one: Touch, other: Touch) -> bool:
    """Whether two instructions that touch one provision in these ways cannot both be law as they are worded."""
    pair = {one, other}
    if pair & _WHOLE and pair <= _WHOLE | _PARTS:
        return True
    if pair & _GONE and pair & {Touch.RENUMBERS, Touch.UNDER}:
        return True
    return pair in ({Touch.HEADING}, {Touch.RENUMBERS}, {Touch.REMOVES, Touch.AFTER})


def words_in(base: Tree, name: str) -> str:
    """The hash of the words that an operation is written on, "" where the name is of no one provision of the base."""
    element = named(base, name)
    return text_hash(element) if element else ""


def named(tree: Tree, name: str) -> Element | None:
    """The provision with a name; None where there is none, or several."""
    try:
        return find(tree, name) if name and name != WHOLE_ACT else None
    except Refused:  # carrying the operation out says so
        return None


def _stands(base: Tree, written: WrittenOn) -> bool:
    element = base.by_key.get(written.key)
    if written.touch is Touch.INSERTS:
        return True
    if element is None:
        return False
    if written.touch in (Touch.AFTER, Touch.UNDER):
        found = named(base, written.number)
        return found is not None and found.key == element.key
    return written.touch is Touch.NAMES or text_hash(element) == written.text_hash


def _change(before: Tree, after: Tree, key: str, operation: Operation) -> Touch:
    old, new = before.by_key.get(key), after.by_key.get(key)
    if old is None:
        return Touch.INSERTS
    if new is None:
        return Touch.REMOVES
    if new.repealed and not old.repealed:
        return Touch.REPEALS
    if operation.op is Op.RENUMBER_AND_ADD or (old.number, old.eid) != (new.number, new.eid):
        return Touch.RENUMBERS
    if operation.op is Op.RESTATE and (operation.level in ("", "text") or is_table(operation.level)):
        return Touch.RESTATES
    return Touch.HEADING if old.text == new.text else Touch.WORDS


def _leaning(before: Tree, operation: Operation) -> Iterator[tuple[Touch, Element]]:
    """What an operation names or leans on, whether or not it changes it."""
    if operation.op is Op.COMMENCEMENT:
        return
    if operation.op not in _INSERTING:
        names = operation.all_targets
    else:
        names = ()
        yield from _places(before, operation)
    for name in names:
        element = named(before, name)
        if element is not None:
            yield Touch.NAMES, element


def _places(before: Tree, operation: Operation) -> Iterator[tuple[Touch, Element]]:
    """What stands right before a new provision, what it stands first in, and what its number counts it under."""
    previous = holder = None
    with suppress(Refused):
        previous = locate_previous(before, operation.target, operation.after)
        holder = first_place_in(before, operation.target, operation.after)
    if previous is not None:
        yield Touch.AFTER, previous
    if holder is not None:
        yield Touch.UNDER, holder
    for name in (operation.target, *(child.number for child in operation.children)):
        parent = named(before, parent_number(name))
        if parent is not None:
            yield Touch.UNDER, parent
