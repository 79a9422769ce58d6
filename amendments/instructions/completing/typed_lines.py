"""Lines of new words that begin like a provision of the act become provisions, or it is said why they cannot."""

import re
from collections.abc import Sequence
from dataclasses import replace

from amendments.instructions.citations import cited
from amendments.instructions.completing.further_items import further_items, of_another_series
from amendments.instructions.completing.own_numbers import is_of_another, own_label, without_own_number
from amendments.instructions.completing.printed_lines import NumberedLine, numbered_lines
from amendments.instructions.completing.typed_headings import (
    plain_heading,
    with_first_line_as_heading,
    with_plain_headings,
)
from amendments.instructions.completing.typed_labels import without_usual_labels
from amendments.instructions.execute import execute
from amendments.instructions.execution.levels import is_table
from amendments.instructions.execution.placing import new_elements, with_elements
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.following import number_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})
_LIKE_A_NUMBER = re.compile(
    r"\W*(?:[^\W\d_]+\W+)?(?:\d|[^\W\d_]{1,5}(?:[.)°]|-\d))"
)  # "Article 4", "4.2", "a)", "Part II-1"
_LONGEST = 40  # characters of a line that a message quotes


def with_provisions(tree: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """The operation with a provision for each numbered line of its words; `Refused` names a line that cannot be one.

    A line that stands in the text already is left as it is. So is an operation that cannot be carried out: that is
    said where it is.
    """
    if is_table(operation.level):
        return operation
    operation = with_plain_headings(tree, operation, scheme)
    is_restated = (
        operation.op is Op.RESTATE and len(operation.all_targets) == 1 and operation.level in ("", "text")
    )
    try:
        if operation.op is Op.RENUMBER_AND_ADD:
            return _without_own_numbers(tree, operation, scheme)
        if is_restated or operation.op in INSERTIONS:
            return _carried(tree, operation, scheme)
        words = (operation.new, *(child.text for child in operation.children))
        if operation.op is Op.ADD_SENTENCE or any("\n" in each for each in words):
            _check(tree, operation, scheme)
    except Refused as refusal:
        if refusal.code == "numbered_line":
            raise
    return operation


def with_provisions_below(tree: Tree, element: Element, scheme: Scheme) -> Tree:
    """The text with an element that is worded anew, and a provision for each numbered line of its words.

    A line that says a provision below it words that one.
    """
    old = tree.by_key[element.key]
    name = number_of(tree, old)
    element = replace(element, heading=plain_heading(element, old, scheme))
    if not _begin_alike(old, element):
        element = without_own_number(element, scheme)
    changed = tree.changed([element])
    lines = _new_lines(changed, element, old, name, scheme)
    further = further_items(changed, element, old.text.split("\n"), scheme)
    if {each.place for each in lines} < {each.place for each in further}:
        lines = further
    if not lines:
        return changed
    _refuse(of_another_series(changed, element, name, lines), name)
    _refuse(next((line for line in lines if line.provision is None or not line.is_below), None), name)
    own = replace(element, text=_own_words(element, lines))
    below = {number_of(tree, each): each for each in tree.family(old)[1:]}
    provisions = [line.provision for line in lines if line.provision is not None]
    said = [
        replace(below[each.number], heading=each.heading, text=each.text, repealed=False)
        for each in provisions
        if each.number in below
    ]
    after = tree.changed([own, *said])
    new = [each for each in provisions if each.number not in below]
    if not new:
        return after
    inserted = with_elements(Operation(Op.INSERT_ELEMENT, new[0].number), new)
    return execute(after, [inserted], scheme)


def _without_own_numbers(tree: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """A redesignation: the provisions that it adds, without the numbers with which their words begin."""
    number, added = redesignation(operation)
    after = execute(tree, [operation], scheme)
    plain = []
    for each in added:
        element = named(after, each.number)
        words = without_own_number(element, scheme) if element is not None else each
        label = own_label(element, words) if isinstance(words, Element) and element is not None else ""
        plain.append(replace(each, heading=words.heading, text=words.text, label=label or each.label))
    if plain == added:
        return operation
    first = next((each for each in operation.children[:1] if each not in added), NewElement(number))
    worded = replace(operation, heading="", new="", label="", children=(first, *plain))
    return without_usual_labels(tree, worded, scheme)


def _carried(tree: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """An insertion or restatement: each provision that it words, one after the other."""
    elements = new_elements(operation)
    done = 0
    while done < len(elements):
        if not _may_hold_numbers(elements[done]):
            done += 1
            continue
        elements[done] = worded = _without_typed_number(tree, operation, elements, done, scheme)
        after = execute(tree, [with_elements(operation, elements)], scheme)
        element = named(after, worded.number)
        if element is not None:
            old = tree.by_key.get(element.key)
            lines = _new_lines(after, element, old, worded.number, scheme)
            _refuse_further(after, element, old, lines, scheme)
            parted = _parted(operation, worded, element, lines) if lines else [worded]
            if old is None or not old.text:
                parted[0] = with_first_line_as_heading(parted[0], element.kind, parted[1:])
            whole = [*elements[:done], *parted, *elements[done + 1 :]]
            name = worded.number
            if not _can_be_carried_out(tree, with_elements(operation, whole), scheme, after, name):
                for place, line in enumerate(lines, start=2):
                    some = [*elements[:done], *parted[:place], *elements[done + 1 :]]
                    if not _can_be_carried_out(tree, with_elements(operation, some), scheme, after, name):
                        _refuse(line, worded.number)
            elements = whole
        done += 1
    return without_usual_labels(tree, with_elements(operation, elements), scheme)


def _can_be_carried_out(tree: Tree, operation: Operation, scheme: Scheme, beside: Tree, name: str) -> bool:
    """Whether an operation brings lines of a provision into it or behind it; `beside` is the text without these lines."""
    try:
        after = execute(tree, [operation], scheme)
    except Refused:
        return False
    return not strays(beside, after, name, operation.op)


def strays(before: Tree, after: Tree, name: str, op: Op, *, is_bare: bool = False) -> list[Element]:
    """What is new or worded anew and lies neither in a provision nor, if that is new, goes on from it: one of its kind beside it.

    Bare numbers are also those of parts of another article, as acts print 5.2 below 4.3.
    """
    holder = named(after, name)
    if holder is None:
        return []
    found = (after.by_key[key] for key in sorted(after.differing(before)) if key in after.by_key)
    new = [each for each in found if _words(each) != _words(before.by_key.get(each.key))]
    level = [each for each in new if each.kind is holder.kind and (is_bare or _is_beside(each, holder))]
    beside = level if op in INSERTIONS else []
    inside = {member.key for each in (holder, *beside) for member in after.family(each)}
    return [each for each in new if each.key not in inside]


def _is_beside(each: Element, holder: Element) -> bool:
    return each.parent == holder.parent or each.kind is Kind.ARTICLE


def _words(each: Element | None) -> tuple[str, ...]:
    return (each.parent, each.number, each.heading, each.text) if each is not None else ()


def _without_typed_number(
    tree: Tree, operation: Operation, elements: Sequence[NewElement], place: int, scheme: Scheme
) -> NewElement:
    """One of the provisions without the number that was typed before its words; a new one has it as its label."""
    worded = elements[place]
    element = named(execute(tree, [with_elements(operation, elements)], scheme), worded.number)
    old = tree.by_key.get(element.key) if element is not None else None
    if element is None or _begin_alike(old, element):
        return worded
    typed = replace(element, heading=worded.heading)
    if is_of_another(typed, scheme):
        _refuse(NumberedLine(1, typed.text.partition("\n")[0], None), worded.number)
    plain = without_own_number(typed, scheme)
    label = own_label(typed, plain) if old is None else ""
    return replace(worded, heading=plain.heading, text=plain.text, label=label or worded.label)


def _parted(
    operation: Operation, worded: NewElement, element: Element, lines: Sequence[NumberedLine]
) -> list[NewElement]:
    """A provision with its own words, then those of its lines; what is restated takes only what lies under it."""
    may_stand_beside = operation.op in INSERTIONS
    wrong = (line for line in lines if line.provision is None or not (line.is_below or may_stand_beside))
    _refuse(next(wrong, None), worded.number)
    own = replace(worded, text=_own_words(element, lines))
    return [own, *(line.provision for line in lines if line.provision is not None)]


def _may_hold_numbers(worded: NewElement) -> bool:
    """Whether a provision has several lines, begins with what may be a number, or is a note, which has a word before it."""
    is_note = cited(worded.number).kind is Kind.NOTE
    return is_note or "\n" in worded.text or _LIKE_A_NUMBER.match(worded.text) is not None


def _begin_alike(old: Element | None, new: Element) -> bool:
    """Whether a number that begins the words in force and the new ones belongs to them."""
    return old is not None and old.text.split()[:1] == new.text.split()[:1]


def _check(tree: Tree, operation: Operation, scheme: Scheme) -> None:
    """Refuse a numbered line in the words of an operation that brings no provisions."""
    after = execute(tree, [operation], scheme)
    for key in sorted(after.differing(tree)):
        element, old = after.by_key.get(key), tree.by_key.get(key)
        if element is not None and (old is None or old.text != element.text):
            name = number_of(after, element)
            lines = _new_lines(after, element, old, name, scheme)
            _refuse(next(iter(lines), None), name)
            _refuse_further(after, element, old, lines, scheme)


def _new_lines(
    tree: Tree, element: Element, old: Element | None, name: str, scheme: Scheme
) -> list[NumberedLine]:
    known = old.text.split("\n") if old is not None else []
    return [line for line in numbered_lines(tree, element, name, scheme) if line.printed not in known]


def _refuse_further(
    tree: Tree, element: Element, old: Element | None, lines: Sequence[NumberedLine], scheme: Scheme
) -> None:
    """Refuse items that would stand before the list below a provision: only where its text is edited they become its items."""
    if old is not None and not lines:
        further = further_items(tree, element, old.text.split("\n"), scheme)
        _refuse(next(iter(further), None), number_of(tree, element))


def _own_words(element: Element, lines: Sequence[NumberedLine]) -> str:
    return "\n".join(element.text.split("\n")[: lines[0].place - 1])


def _refuse(line: NumberedLine | None, name: str) -> None:
    if line is None:
        return
    words = line.printed if len(line.printed) <= _LONGEST else f"{line.printed[:_LONGEST]}…"
    if line.has_number:
        said = _(
            "Line %(place)s, “%(line)s”, begins with the number of a provision, but this instruction cannot bring it "
            "under %(target)s. Take the line out and write an instruction of its own for it.",
            place=line.place,
            line=words,
            target=name,
        )
    else:
        said = _(
            "Line %(place)s, “%(line)s”, would be read as a note, a heading or another provision of its own, but this "
            "instruction cannot bring it under %(target)s. Take the line out and write an instruction of its own for it.",
            place=line.place,
            line=words,
            target=name,
        )
    raise Refused("numbered_line", said)
