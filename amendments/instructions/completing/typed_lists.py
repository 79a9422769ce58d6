"""Lists typed with brackets in the lines of further provisions: "1) low;" behind a new point 5 is its 5(1)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from amendments.instructions.citations import bare_number, beside_or_in, cited
from amendments.instructions.completing.typed_lines import INSERTIONS, strays
from amendments.instructions.execute import execute
from amendments.instructions.execution.placing import new_elements, with_elements
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Kind, Tree

_FIRST = ("1", "a", "а")  # the last one is Cyrillic


class TypedLabel(str):
    """A number in brackets, as typed before a provision of which only the text can say what it lies in."""

    __slots__ = ()


def is_listed(each: NewElement) -> bool:
    """Whether a further provision was typed as an item, "1)", without the name of what holds it."""
    return isinstance(each.label, TypedLabel) and bool(bare_number(each.number))


def without_typed_labels(operation: Operation) -> Operation:
    """The operation with each item as a provision of its number."""
    children = (
        replace(each, label="") if isinstance(each.label, TypedLabel) else each for each in operation.children
    )
    return replace(operation, children=tuple(children))


def with_lists(operation: Operation) -> Operation:
    """The operation with each item as a line in the words of the provision behind which it was typed."""
    holders: list[NewElement] = []
    for each in new_elements(operation):
        if holders and is_listed(each):
            words = "\n".join(filter(None, (holders[-1].text, f"{each.label} {each.text}")))
            holders[-1] = replace(holders[-1], text=words)
        else:
            holders.append(each)
    return with_elements(operation, holders)


def check_lists(tree: Tree, typed: Operation, read: Operation, scheme: Scheme) -> None:
    """Refuse lines that were not read as the provisions that were typed, or lie elsewhere than behind what they follow."""
    after = execute(tree, [read], scheme)
    if _further(typed) != _further(read):
        raise unplaced(typed)
    holder = read.target
    for each, found in zip(typed.children, read.children, strict=True):
        if not is_listed(each):
            holder = found.number
        elif not _lies_behind(after, found.number, holder):
            raise unplaced(typed)


def _lies_behind(after: Tree, name: str, holder: str) -> bool:
    """Whether an item lies in a provision, or beside it where that is an item too."""
    found, above = named(after, name), named(after, holder)
    if found is None or above is None:
        return False
    is_beside = (found.parent, found.kind) == (above.parent, above.kind)
    return found in after.family(above) or (is_beside and holder.endswith(")"))


def check_together(tree: Tree, typed: Operation, read: Operation, scheme: Scheme) -> None:
    """Refuse bare numbers of further provisions that would stand apart: 1.1 behind a new article 4-1 is of article 1."""
    bare = [each for each in typed.children if bare_number(each.number)]
    if read.op not in INSERTIONS or not bare:
        return
    try:
        rest = execute(tree, [_without(typed, read, bare)], scheme)
        apart = strays(rest, execute(tree, [read], scheme), read.target, read.op, is_bare=True)
    except Refused:
        return  # said where it is carried out
    if apart:
        said = _(
            "“%(number)s” would stand apart from %(target)s, neither in it nor behind it. Write an instruction of its own "
            "for it.",
            number=apart[0].number,
            target=read.target,
        )
        raise Refused("not_worded", said)


def _without(typed: Operation, read: Operation, some: Sequence[NewElement]) -> Operation:
    """What was read, without some of the further provisions that were typed."""
    waiting = list(typed.children)
    kept = []
    for each in read.children:  # the lines of a provision stand between it and the next one that was typed
        is_typed = bool(waiting) and cited(waiting[0].number).number == cited(each.number).number
        if not (is_typed and waiting.pop(0) in some):
            kept.append(each)
    return replace(read, children=tuple(kept))


def stays_in_place(tree: Tree, typed: Operation, read: Operation, scheme: Scheme) -> bool:
    """Whether items can be provisions beside the one that is typed."""
    items = [each for each in typed.children if is_listed(each)]
    is_bracketed = any(each.label.startswith("(") for each in items) and not typed.target.endswith(")")
    is_annex = cited(typed.target).kind is Kind.ANNEX  # whose points begin with 1
    if read.op is Op.RESTATE or is_bracketed or (not is_annex and _begins_list(new_elements(typed))):
        return False
    try:
        rest = execute(tree, [_without(typed, read, items)], scheme)
        return not strays(rest, execute(tree, [read], scheme), read.target, read.op)
    except Refused:
        return False


def _begins_list(elements: Sequence[NewElement]) -> bool:
    """Whether an item is the first of a list: "1)", "a)", and "i)" behind another one than "h)"."""
    for before, each in pairwise(elements):
        number = bare_number(each.number) if is_listed(each) else ""
        if number in _FIRST or (number == "i" and not cited(before.number).number.endswith("h")):
            return True
    return False


def unplaced(operation: Operation) -> Refused:
    """Why the first item has no place."""
    holder, *further = new_elements(operation)
    number = next(each.number for each in further if is_listed(each))
    for each in takewhile(lambda each: not is_listed(each), further):
        holder = each
    said = _(
        "“%(number)s” alone beside %(target)s could be an article. Write %(whole)s if that is meant, or an "
        "instruction of its own.",
        number=number,
        target=holder.number,
        whole=beside_or_in(holder.number, number),
    )
    return Refused("not_worded", said)


def _further(operation: Operation) -> list[tuple[str, str, str]]:
    return [(cited(each.number).number, each.heading, each.text) for each in operation.children]
