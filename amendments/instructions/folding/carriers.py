"""Operations that carry whole wordings — insertions and restatements — written anew from the text that is wanted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.folding.ledger import found
from amendments.instructions.folding.operation_edits import Place
from amendments.instructions.folding.wanted import with_targets
from amendments.instructions.operations import NewElement, Op, Operation, to_json, with_labels
from amendments.provisions.tree import Tree


@dataclass(frozen=True, slots=True)
class Carried:
    """What an operation carries: the numbers of provisions in it, those that it brings, and the texts that it holds."""

    worded: Mapping[str, str]
    brought: Sequence[str]
    held: frozenset[Place]
    keys: frozenset[str]  # identities that an operation of the list gives


def recast(operation: Operation, carried: Carried, before: Tree, after: Tree) -> Operation | None:
    """The operation with the wording of the wanted tree; None where nothing is left of it."""
    write = _RECAST_BY.get(operation.op, _restatement)
    written = write(operation, carried, before, after)
    return written and with_labels(written, to_json(operation))


def _insertion(operation: Operation, carried: Carried, before: Tree, after: Tree) -> Operation | None:
    elements = _elements(carried.brought, carried, before, after)
    if not elements:
        return None
    first, *rest = elements
    return replace(
        operation,
        target=first.number,
        heading=first.heading,
        new=first.text,
        children=tuple(rest),
        creates=_creates(operation, carried, before, after, carried.brought),
    )


def _renumbering(operation: Operation, carried: Carried, before: Tree, after: Tree) -> Operation:
    number, __ = redesignation(operation)
    renumbered = found(before, number)
    if renumbered is not None and renumbered.key not in carried.brought:
        now = after.by_key[renumbered.key]
        number = number if now.number == renumbered.number else cite(after, now)
    added = _elements(carried.brought, carried, before, after)
    return replace(
        operation,
        new="",
        heading="",
        children=(NewElement(number), *added),
        creates={
            **{n: key for n, key in operation.creates.items() if n == number},
            **_creates(operation, carried, before, after, carried.brought),
        },
    )


def _restatement(operation: Operation, carried: Carried, before: Tree, after: Tree) -> Operation | None:
    is_single = len(operation.all_targets) == 1
    own = next(iter(carried.worded), "") if is_single else ""
    below = [key for key in carried.worded if key != own and key in after.by_key]
    below = [element.key for element in after if element.key in {*below, *carried.brought}]
    held = {key for key, __ in carried.held}
    if not held and not carried.brought:
        return None
    children = tuple(_elements(below, carried, before, after))
    creates = _creates(operation, carried, before, after, carried.brought)
    if not is_single:
        gone = {number for key, number in carried.worded.items() if key not in held and _is_gone(after, key)}
        left = replace(operation, children=children, creates=creates)
        return with_targets(left, (t for t in operation.all_targets if t not in gone)) if gone else left
    element = after.by_key[own]
    return replace(
        operation,
        new=element.text if (own, "text") in carried.held else operation.new,
        heading=element.heading if (own, "heading") in carried.held else operation.heading,
        children=children,
        creates=creates,
    )


def _is_gone(tree: Tree, key: str) -> bool:
    element = tree.by_key.get(key)
    return element is None or element.repealed


def _elements(keys: Iterable[str], carried: Carried, before: Tree, after: Tree) -> list[NewElement]:
    return [
        NewElement(_number(key, carried, before, after), after.by_key[key].heading, after.by_key[key].text)
        for key in keys
    ]


def _number(key: str, carried: Carried, before: Tree, after: Tree) -> str:
    """The number in the operation, as long as it is the one that is wanted."""
    old, new = before.by_key.get(key), after.by_key[key]
    if key in carried.worded and old is not None and old.number == new.number:
        return carried.worded[key]
    return cite(after, new)


def _creates(
    operation: Operation, carried: Carried, before: Tree, after: Tree, keys: Iterable[str]
) -> dict[str, str]:
    known = {*operation.creates.values(), *carried.keys}
    return {_number(key, carried, before, after): key for key in keys if key in known}


_RECAST_BY = {Op.INSERT_ELEMENT: _insertion, Op.APPEND_ELEMENT: _insertion, Op.RENUMBER_AND_ADD: _renumbering}
