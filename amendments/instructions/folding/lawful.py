"""Whether an instruction of a list speaks of the text in force, and alone of its words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from amendments.instructions.execute import execute
from amendments.instructions.execution.word_operations import quoted, spots_in
from amendments.instructions.folding.items import Item
from amendments.instructions.folding.ledger import Ledger, ledger_of
from amendments.instructions.folding.operation_edits import Place, edits_of, says_words
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree

_ABSENT = frozenset({"missing_target", "missing_level", "missing_anchor"})
_BRINGING = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.COMMENCEMENT})


def stands(
    base: Tree,
    items: Sequence[Item],
    key: str,
    scheme: Scheme | None = None,
    *,
    alone: bool = True,
    ledger: Ledger | None = None,
) -> Tree | None:
    """The text that the list gives with this item as it is; with `alone` no other one may change its words.

    `ledger` is that of the same list with other words of the item, or without it, where it is known.
    """
    operation = next(item.operation for item in items if item.key == key)
    own = _alone(base, operation, scheme)
    if own is None or absent_words(base, operation):
        return None
    try:
        ledger = ledger or ledger_of(base, items, scheme)
        tree = ledger.text_of(items)
        is_shared = alone and _is_shared(ledger, items, key, edits_of(base, own, operation))
    except Refused:
        return None
    return None if is_shared else tree


def _is_shared(ledger: Ledger, items: Sequence[Item], key: str, places: Iterable[Place]) -> bool:
    """Whether another item changes the words of this one, among those that change the same texts."""
    mades = (made for place in places if place in ledger.patches for made in ledger.patches[place].mades)
    near = {key, *(owner for made in mades for owner in made.owners)}
    if len(near) == 1:
        return False
    few = ledger_of(ledger.base, [item for item in items if item.key in near], ledger.scheme)
    found = (made for patch in few.patches.values() for made in patch.mades)
    if any(len(made.owners) > 1 and key in made.owners for made in found):
        return True
    own = ledger_of(ledger.base, [item for item in items if item.key == key], ledger.scheme)
    return any(_words(few, place, key) != patch.text.split() for place, patch in own.patches.items())


def _words(ledger: Ledger, place: Place, key: str) -> list[str] | None:
    """What an item alone makes of a text where it stands in the list: behind others it may count other sentences.

    Spaces do not count, because neighbours share them.
    """
    here = next((mine for mine, of in ledger.moved.items() if of == place), place)
    return ledger.patch(here).text_of({key}).split() if here[0] in ledger.tree.by_key else None


def astray(
    base: Tree, before: Sequence[Item], after: Sequence[Item], scheme: Scheme | None = None
) -> tuple[str, ...]:
    """The items that speak of the text in force in one order of a list and no longer do in another.

    An item that stands only in the second list spoke of nothing before.
    """
    old, new = ledger_of(base, before, scheme), ledger_of(base, after, scheme)
    places = {*old.patches, *new.patches}
    different = [place for place in places if old.patches.get(place) != new.patches.get(place)]
    mades = (
        made
        for place in different
        for side in (old, new)
        if place in side.patches
        for made in side.patches[place].mades
    )
    concerned = {owner for made in mades for owner in made.owners} & {item.key for item in before}
    return tuple(
        item.key
        for item in after
        if item.key in concerned
        and stands(base, after, item.key, scheme, ledger=new) is None
        and stands(base, before, item.key, scheme, ledger=old) is not None
    )


def not_in_force(base: Tree, operation: Operation, scheme: Scheme | None = None) -> Refused | None:
    """Why an operation is about provisions, sentences or words that the text in force does not have; None if it has."""
    if operation.op in _BRINGING:
        return None
    try:
        execute(base, [operation], scheme)
    except Refused as refusal:
        return refusal if refusal.code in _ABSENT else None
    return None


def absent_words(base: Tree, operation: Operation) -> str:
    """The words that an operation quotes and that do not stand in its targets in the text in force; "" if all do."""
    if not says_words(operation):
        return ""
    try:
        found = [spots_in(base, operation, target) for target in operation.all_targets]
    except Refused:
        return quoted(operation)
    return "" if all(found) else quoted(operation)


def _alone(base: Tree, operation: Operation, scheme: Scheme | None) -> Tree | None:
    """What the operation makes of the text in force; None where it needs others, or counts sentences of the draft.

    A new provision may stand after one that another instruction brings.
    """
    try:
        return execute(base, [replace(operation, after="")], scheme)
    except Refused:
        return None
