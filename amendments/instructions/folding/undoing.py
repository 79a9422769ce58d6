"""Takes a folded operation out of a list again, so that what stood there before stands there once more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amendments.instructions.folding.items import CannotFold, Item
from amendments.instructions.folding.ledger import ledger_of
from amendments.instructions.folding.merging import Conflicting, merged
from amendments.instructions.folding.operation_edits import is_throughout
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree


@dataclass(frozen=True, slots=True)
class Said:
    """What an item said before a fold and after it; None where it did not stand in the list."""

    before: Operation | None
    after: Operation | None


@dataclass(frozen=True, slots=True)
class Undo:
    """What a fold changed: the items that say something else since, and the order of the list before."""

    order: tuple[str, ...]
    said: Mapping[str, Said]


def undone(base: Tree, items: Sequence[Item], undo: Undo, scheme: Scheme | None = None) -> tuple[Item, ...]:
    """The list without what the fold did; later changes of other words stay.

    Where somebody changed the same words since, nothing is restored: `CannotFold` names the items.
    """
    operations = {item.key: item.operation for item in items}
    for key, said in undo.said.items():
        restored = _restored(key, said, operations.get(key))
        if restored is None:
            operations.pop(key, None)
        else:
            operations[key] = restored
    listed = tuple(Item(key, operations[key]) for key in _ordered(items, operations, undo))
    try:
        ledger = ledger_of(base, listed, scheme)
    except Refused:
        raise _changed_since(*undo.said) from None
    for patch in ledger.patches.values():
        for made in patch.mades:
            # What is replaced throughout the act is also replaced in the words of others.
            owners = [owner for owner in made.owners if not is_throughout(operations[owner])]
            if len(owners) > 1 and undo.said.keys() & set(owners):
                raise _changed_since(*owners)
    return listed


def _restored(key: str, said: Said, now: Operation | None) -> Operation | None:
    if now == said.after:
        return said.before
    if now is None or said.after is None or said.before is None:
        raise _changed_since(key)
    try:
        return merged(said.after, said.before, now)
    except Conflicting:
        raise _changed_since(key) from None


def _changed_since(key: str, *others: str) -> CannotFold:
    said = _(
        "Somebody changed instruction %(key)s afterwards, so what it said before cannot be "
        "restored. Change instruction %(key)s instead.",
        key=key,
    )
    return CannotFold("changed_since", said, (key, *others))


def _ordered(items: Sequence[Item], operations: Mapping[str, Operation], undo: Undo) -> list[str]:
    """The keys in their order; one that comes back stands after its old neighbour."""
    keys = [item.key for item in items if item.key in operations]
    for key in undo.order:
        if key in operations and key not in keys:
            before = undo.order[: undo.order.index(key)]
            place = max((keys.index(other) + 1 for other in before if other in keys), default=0)
            keys.insert(place, key)
    same = [key for key in undo.order if key in keys]
    if set(same) == set(keys):
        return same
    return keys
