"""Explicit redesignation: numbers change only where an instruction says so.

The first child without words names the new number. When it lies under the target ("the text of 39 becomes 39.1"),
the target keeps its number and its text moves down; otherwise the target itself is redesignated.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from amendments.instructions.citations import cited, parent_number, printed_number
from amendments.instructions.execution.placing import free, new_eid, place, place_all
from amendments.instructions.execution.tree_edits import locate, with_text
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Operation
from amendments.provisions.citing.address import annex_of, stands_below
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import number_style
from amendments.provisions.tree import Element, Kind, Tree

_LAST = re.compile(r"((?:.*[.( ])?)(\d+)(\)?)")  # the last level of a number, where it has no suffix


def renumber_and_add(tree: Tree, operation: Operation) -> Tree:
    """Redesignate a provision or its text, then add the new ones."""
    target = locate(tree, operation.target)
    number, added = redesignation(operation)
    if parent_number(number) == operation.target:
        moved = NewElement(number, text=target.text, label=_label_of_moved(operation, number, added))
        tree = _text_moved_down(tree, target, moved, operation.creates.get(number, ""))
    else:
        tree = _redesignated(tree, target, number)
    for element in added:
        if not element.text.strip() and not element.heading.strip():
            raise Refused("new_text_needed", _("Write the new text of %(target)s.", target=element.number))
    return place_all(tree, operation, added, "")


def redesignation(operation: Operation) -> tuple[str, list[NewElement]]:
    """The new number, and the provisions that are added."""
    children = list(operation.children)
    if children and not children[0].text and not children[0].heading:
        number = children.pop(0).number
    else:
        number = _first_under(operation.target)
    if operation.new and not any(child.text == operation.new for child in children):
        children.insert(0, NewElement(_next(number), operation.heading, operation.new, operation.label))
    return number, children


def _first_under(target: str) -> str:
    """The number of the first part of a provision: 39.1 in 39, 2(1)(1) in 2(1)."""
    return f"{target}.1" if target.replace(".", "").replace("-", "").isdecimal() else f"{target}(1)"


def _next(number: str) -> str:
    match = _LAST.fullmatch(number)
    if match is None:
        raise Refused(
            "number_needed", _("Write the number of the provision that follows %(number)s.", number=number)
        )
    return f"{match[1]}{int(match[2]) + 1}{match[3]}"


def _label_of_moved(operation: Operation, number: str, added: Sequence[NewElement]) -> str:
    """The label of a text that moves down: as it was typed, else as before what is added beside it."""
    first = next(iter(operation.children), None)
    if first is not None and first.number == number and first.label:
        return first.label
    labels = (each.label.replace(cited(each.number).number, cited(number).number) for each in added)
    return next(filter(None, labels), "")


def _text_moved_down(tree: Tree, target: Element, moved: NewElement, key: str) -> Tree:
    if not target.text.strip():
        said = _(
            "%(target)s has no text of its own that could become %(number)s. Insert %(number)s as a "
            "new provision.",
            target=target.number or parent_number(moved.number),
            number=moved.number,
        )
        raise Refused("missing_anchor", said)
    marks = tuple(mark for mark in target.marks if mark.field == "text")
    below = _below_the_text(tree, target, moved)
    after = tree.without(below).changed([with_text(target, "text", "")])
    known = after.by_key
    if below and not key:  # what went down may hold the key that the number would give
        key = free(f"{target.key}__text", tree.by_key)
    after = place(after, moved, key=key)
    placed = next(child for child in after.children(target.key) if child.key not in known)
    after = after.changed([replace(placed, marks=marks)]) if marks else after
    return _with_below(after, below, target, placed)


def _below_the_text(tree: Tree, target: Element, moved: NewElement) -> list[Element]:
    """What goes down with a text, in order: its list, its table, not the parts and the notes that stand beside it."""
    style = number_style(cited(moved.number).number)
    is_article = target.kind is Kind.ARTICLE
    below: list[Element] = []
    for child in tree.children(target.key):
        is_part = child.kind is Kind.PART if is_article else number_style(child.number) == style
        is_beside = bool(child.number) and (is_part or child.number.startswith(f"{target.number}."))
        if child.kind is not Kind.NOTE and not is_beside:
            below += tree.family(child)
    return below


def _with_below(tree: Tree, below: Sequence[Element], target: Element, placed: Element) -> Tree:
    """The tree with what went down again, now under the text that has a number."""
    last = placed.key
    for member in below:
        parent = placed.key if member.parent == target.key else member.parent
        eid = _eid_under(member, target, placed.eid)
        tree = tree.inserted(replace(member, parent=parent, eid=eid), last)
        last = member.key
    return tree


def _redesignated(tree: Tree, target: Element, number: str) -> Tree:
    parent = tree.by_key.get(target.parent)
    printed = printed_number(tree, cited(number), parent)
    if _is_taken(tree, target, printed):
        raise Refused("target_exists", _("There is already a provision %(number)s.", number=number))
    eid = new_eid(tree, printed, target.kind, parent)
    numbers: dict[str, str] = {}
    for member in tree.family(target):
        numbers[member.key] = printed if member.key == target.key else _number_in(tree, member, numbers)
    return tree.changed(
        replace(each, number=numbers[each.key], eid=_eid_under(each, target, eid))
        for each in tree.family(target)
    )


def _is_taken(tree: Tree, target: Element, printed: str) -> bool:
    """Whether something that is counted with a provision has the number: articles and decimals are in all the act or annex."""
    annex, number = annex_of(tree, target), printed.lower()
    if target.kind is Kind.ARTICLE or target.kind in UPPER_STRUCTURE:
        return any(annex_of(tree, each) == annex for each in tree.cited(target.kind, number))
    if "." in number:
        return any(each.number.lower() == number and annex_of(tree, each) == annex for each in tree)
    parent = tree.by_key.get(target.parent)
    if parent is None:
        return any(not each.parent for each in tree.cited(target.kind, number))
    is_in_chapter = annex is not None and parent.kind in UPPER_STRUCTURE
    return stands_below(tree, annex if annex and is_in_chapter else parent, printed)


def _number_in(tree: Tree, member: Element, numbers: Mapping[str, str]) -> str:
    """The number of a provision of the family: 1.1 counts in the nearest provision 1 that holds it, none in chapters or annexes."""
    holders = (each for each in tree.above(member) if member.number.startswith(f"{each.number}."))
    holder = next(holders, None)
    if holder is None or holder.kind in UPPER_STRUCTURE | {Kind.ANNEX} or holder.key not in numbers:
        return member.number
    return numbers[holder.key] + member.number[len(holder.number) :]


def _eid_under(member: Element, target: Element, eid: str) -> str:
    """The eId of a provision of the family once its head has another one."""
    is_named_after = bool(target.eid) and member.eid.startswith(target.eid)
    return eid + member.eid[len(target.eid) :] if is_named_after else member.eid
