"""What a list of instructions makes of an act, and which of them made it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from amendments.instructions.execute import execute
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.execution.spacing import Edit
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.folding.items import Item
from amendments.instructions.folding.operation_edits import WORD_ANEW, Place, edits_of, words
from amendments.instructions.folding.patchwork import Patchwork
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, NewElement, Op, Operation
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Tree

_BRING = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


@dataclass(frozen=True)
class Named:
    """What an item named when it was executed: provisions by target, and the numbers of those that it words anew."""

    targets: dict[str, frozenset[str]] = field(default_factory=dict)
    worded: dict[str, str] = field(default_factory=dict)  # key of the provision → number in the operation


@dataclass
class Ledger:
    """The working text of a list with the origin of each word and provision.

    `patches` stand under the place of the text in the working tree; a text that was moved down keeps its base place
    in `moved`.
    """

    base: Tree
    tree: Tree
    scheme: Scheme | None = None
    patches: dict[Place, Patchwork] = field(default_factory=dict)
    brought: dict[str, str] = field(default_factory=dict)  # provision → item
    repealed: dict[str, str] = field(default_factory=dict)  # provision → item
    renumbered: dict[str, str] = field(default_factory=dict)  # provision → item
    moved: dict[Place, Place] = field(default_factory=dict)  # place in the tree → place in the base
    anew: set[str] = field(default_factory=set)  # the items that word a whole anew
    named: dict[str, Named] = field(default_factory=dict)
    carried_out: list[tuple[Item, Tree]] = field(default_factory=list)  # each item with the text after it

    def text_of(self, items: Sequence[Item]) -> Tree:
        """The text that a list gives; what it begins with as this one does is not carried out again."""
        tree, shared = self.base, 0
        for (item, after), other in zip(self.carried_out, items, strict=False):
            if item is not other and item != other:
                break
            tree, shared = after, shared + 1
        return execute(tree, [item.operation for item in items[shared:]], self.scheme)

    def base_place(self, place: Place) -> Place | None:
        """Where the text of a place stands in the base; None where the base has no such text."""
        if place in self.moved:
            return self.moved[place]
        if place in self.moved.values() or place[0] not in self.base.by_key:
            return None
        return place

    def patch(self, place: Place) -> Patchwork:
        """The patchwork of a place that has a text in the base."""
        if place in self.patches:
            return self.patches[place]
        key, of = self.base_place(place) or place
        return Patchwork(words(self.base.by_key[key], of))


def ledger_of(
    base: Tree,
    items: Iterable[Item],
    scheme: Scheme | None = None,
    known: Sequence[tuple[Item, Tree]] = (),
) -> Ledger:
    """Carry out a list and note who made what; an item that cannot be carried out is refused.

    `known` are items that were carried out on the base already, with the text after each.
    """
    ledger = Ledger(base, base, scheme)
    is_known = True
    for place, item in enumerate(items):
        is_known = is_known and place < len(known) and known[place][0] == item
        record(ledger, item, known[place][1] if is_known else None)
    return ledger


def record(ledger: Ledger, item: Item, after: Tree | None = None) -> None:
    """Carry out one more item; `after` is the text after it, where it is known."""
    before, operation = ledger.tree, item.operation
    if after is None:
        after = execute(before, [operation], ledger.scheme)
    ledger.carried_out.append((item, after))
    if operation.op in WORD_ANEW:
        ledger.anew.add(item.key)
    ledger.named[item.key] = Named(
        {target: _family(before, target) for target in operation.all_targets},
        worded_anew(after, operation),
    )
    _note_provisions(ledger, item, after)
    moved = _moved_down(ledger, before, after, operation)
    for place, edits in edits_of(before, after, operation).items():
        if place not in moved:
            _note_edits(ledger, item.key, place, edits)
    ledger.tree = after


def worded_anew(after: Tree, operation: Operation) -> dict[str, str]:
    """The provisions whose whole wording an operation carries, with their numbers in it."""
    elements: list[NewElement] = []
    if operation.op in _BRING:
        elements = new_elements(operation)
    elif operation.op is Op.RENUMBER_AND_ADD:
        elements = redesignation(operation)[1]
    elif operation.op is Op.RESTATE and operation.level in ("", "text"):
        own = [NewElement(operation.all_targets[0])] if len(operation.all_targets) == 1 else []
        elements = [*own, *operation.children]
    named = {each.number: found(after, each.number) for each in elements}
    return {element.key: number for number, element in named.items() if element is not None}


def found(tree: Tree, number: str) -> Element | None:
    """The one provision that a citation names, None where none or several bear it."""
    try:
        return find(tree, number)
    except Refused:
        return None


def _family(tree: Tree, target: str) -> frozenset[str]:
    element = None if target == WHOLE_ACT else found(tree, target)
    return frozenset(member.key for member in tree.family(element)) if element else frozenset()


def _note_provisions(ledger: Ledger, item: Item, after: Tree) -> None:
    differing = after.differing(ledger.tree)
    for element in [after.by_key[key] for key in differing if key in after.by_key]:
        old = ledger.tree.by_key.get(element.key)
        if old is None:
            ledger.brought[element.key] = item.key
            continue
        if old.repealed != element.repealed:
            if element.repealed:
                ledger.repealed[element.key] = item.key
            else:
                ledger.repealed.pop(element.key, None)
        if old.number != element.number:
            ledger.renumbered.setdefault(element.key, item.key)
    for key in [key for key in differing if key not in after.by_key]:
        ledger.brought.pop(key, None)
        for place in [place for place in ledger.patches if place[0] == key]:
            del ledger.patches[place]


def _moved_down(ledger: Ledger, before: Tree, after: Tree, operation: Operation) -> set[Place]:
    """The two places of a text that became the text of a new provision below; its origin goes with it."""
    if operation.op is not Op.RENUMBER_AND_ADD:
        return set()
    number, __ = redesignation(operation)
    above, below = find(before, operation.target), found(after, number)
    if above is None or below is None or below.key in before.by_key:
        return set()
    old, new = (above.key, "text"), (below.key, "text")
    origin = ledger.base_place(old)
    if origin is not None:
        ledger.patches[new] = ledger.patch(old)
        ledger.patches.pop(old, None)
        ledger.moved[new] = origin
        ledger.brought.pop(below.key, None)
    return {old, new}


def _note_edits(ledger: Ledger, key: str, place: Place, edits: list[Edit]) -> None:
    if ledger.base_place(place) is None:
        return  # words of a provision that an item brought: they stand in its operation
    patch = ledger.patch(place)
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        edit = patch.apart(edit)
        touched = patch.touched(edit, is_anew=key in ledger.anew, anew=ledger.anew)
        owners = tuple(dict.fromkeys([*(o for each in touched for o in each.made.owners), key]))
        patch = patch.edited(edit, owners, touched)
    ledger.patches[place] = patch
