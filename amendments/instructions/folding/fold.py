"""Folds a new operation on the draft into a list of instructions, so that each speaks of the text in force.

Words that stand only in the draft are changed in the instruction that made them; other words of the base keep an
instruction of their own. What cannot be said so is refused, where it helps with the restatement that can.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from amendments.instructions.completing.narrowed import narrowed
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.folding.change import LedgerChange, change_of, changed_places
from amendments.instructions.folding.item_parts import Part, parts_of
from amendments.instructions.folding.items import CannotFold, Folded, Item, Manner
from amendments.instructions.folding.ledger import Ledger, found, ledger_of
from amendments.instructions.folding.operation_edits import Place, words
from amendments.instructions.folding.order import inserted, position, positions, rearranged
from amendments.instructions.folding.settling import settled
from amendments.instructions.folding.solving import Solved, solve
from amendments.instructions.folding.wanted import Wanted, repealed_targets, wanted, with_targets
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Tree


def fold(
    base: Tree,
    items: Sequence[Item],
    new: Item,
    scheme: Scheme | None = None,
    *,
    offers: bool = True,
    ledger: Ledger | None = None,
) -> Folded:
    """The list with the new operation, which is written on the text that the list gives.

    What execution refuses is `Refused` as ever; what cannot be folded is `CannotFold`, with the offer of a
    restatement where one works. `ledger` is that of the items, where it is known.
    """
    ledger = ledger or ledger_of(base, items, scheme)
    return settled(base, items, _fold(ledger, items, new, offers=offers), scheme)


def _fold(ledger: Ledger, items: Sequence[Item], new: Item, *, offers: bool) -> Folded:
    base, scheme = ledger.base, ledger.scheme
    over_repeal = repealed_targets(ledger, new.operation)
    if over_repeal:
        return _instead_of_repeal(base, items, new, over_repeal, scheme)
    want = wanted(ledger, new.operation)
    try:
        return _first_folded(ledger, items, new, want)
    except CannotFold as refusal:
        if offers:
            refusal.offer = _offer(base, items, new, ledger, want.tree, scheme)
        raise


def _first_folded(ledger: Ledger, items: Sequence[Item], new: Item, want: Wanted) -> Folded:
    """The list in the first manner that works."""
    by_key = {item.key: item for item in items}
    *others, last = _manners(new.operation)
    for manner in others:
        with suppress(CannotFold):
            return _folded(change_of(ledger, by_key, new, want, manner), items)
    return _folded(change_of(ledger, by_key, new, want, last), items)


def _manners(operation: Operation) -> Iterator[Manner]:
    if operation.op is Op.ADD_SENTENCE:
        yield Manner(as_read=True, as_chosen=True)
        yield Manner(as_read=True, together=True)
    yield Manner(as_read=True)
    yield Manner()
    yield Manner(apart=True)


def _instead_of_repeal(
    base: Tree, items: Sequence[Item], new: Item, repealed: dict[str, Element], scheme: Scheme | None
) -> Folded:
    """The list without the repeal of what the new operation is about."""
    left: list[Item] = []
    gone: dict[str, str] = {}
    for item in items:
        if item.key not in repealed:
            left.append(item)
            continue
        kept = tuple(
            t for t in item.operation.all_targets if found(base, t) != base.by_key.get(repealed[item.key].key)
        )
        if len(kept) == len(item.operation.all_targets):
            said = _(
                "Instruction %(key)s repeals the provision above this one with all that is under it. "
                "Change instruction %(key)s first.",
                key=item.key,
            )
            raise CannotFold("repealed_above", said, (item.key,))
        if kept:
            left.append(replace(item, operation=with_targets(item.operation, kept)))
        else:
            gone[item.key] = new.key
    folded = fold(base, left, new, scheme)
    return replace(folded, replaced={**folded.replaced, **gone})


def _folded(change: LedgerChange, items: Sequence[Item]) -> Folded:
    parts = parts_of(change)
    solved = dict(_solved(change, items, parts))
    operations = {item.key: item.operation for item in items}
    for key, some in parts.items():
        if key in operations and all(part.key != key for part in some):
            del operations[key]
        for part in some:
            operations[part.key] = next(iter([*part.ways, *part.others]))
    for solution in solved.values():
        operations.update({key: way for key, way in solution.chosen.items() if _has_choice(parts, key)})
    for tried, keys in enumerate(_lists(change, items, parts, solved, operations)):
        listed = tuple(Item(key, operations[key]) for key in keys)
        reached = _reached(change, listed)
        if reached is not None:
            result = _result(change, listed, parts, reached)
            return (
                settled(change.base, items, result, change.ledger.scheme, also=_new(parts))
                if tried
                else result
            )
    raise CannotFold(
        "not_foldable",
        _(
            "This change cannot be made by an instruction on the text in force. Restate the "
            "provision, or change the instructions that stand on it."
        ),
    )


def _new(parts: dict[str, list[Part]]) -> frozenset[str]:
    return frozenset(part.key for some in parts.values() for part in some)


def _has_choice(parts: dict[str, list[Part]], key: str) -> bool:
    return any(part.key == key and not part.is_fixed for some in parts.values() for part in some)


def _solved(
    change: LedgerChange, items: Sequence[Item], parts: dict[str, list[Part]]
) -> Iterator[tuple[Place, Solved]]:
    """The words and the order of the instructions on each text that the change touches."""
    new = {part.key: part for some in parts.values() for part in some}
    order = [item.key for item in items]
    for place in changed_places(change):
        patch = change.patch(place)
        holders = list(dict.fromkeys(made.holder for made in patch.mades))
        standing = [key for key in order if key in holders]
        loose = [key for key in holders if key not in order]
        here = [new.get(key) or Part(key, [change.items[key].operation]) for key in [*standing, *loose]]
        solution = solve(patch, place[1], here, frozenset(loose), change.manner)
        if solution is None:
            raise CannotFold(
                "ambiguous",
                _("It is not clear which words of the text in force this changes. Quote more words."),
                tuple(standing),
            )
        yield place, solution


def _lists(
    change: LedgerChange,
    items: Sequence[Item],
    parts: dict[str, list[Part]],
    solved: dict[Place, Solved],
    operations: dict[str, Operation],
) -> Iterator[list[str]]:
    """The orders to try: that of the law, before what renumbers, at the end, and behind each that frees a number."""
    keys = [item.key for item in items if item.key in operations]
    for solution in solved.values():
        keys = rearranged(keys, solution.order)
    loose = [key for key in operations if key not in keys]
    at = _positions(change, operations, parts)
    listed = keys
    for key in loose:
        orders = [solution.order for solution in solved.values() if key in solution.order]
        after = [other for order in orders for other in order[: order.index(key)]]
        before = [other for order in orders for other in order[order.index(key) + 1 :]]
        listed = inserted(listed, key, at, after, before)
    yield listed
    renumbers = [key for key in keys if operations[key].op is Op.RENUMBER_AND_ADD]
    if renumbers:
        first = keys.index(renumbers[0])
        yield [*keys[:first], *loose, *keys[first:]]
    yield [*keys, *loose]
    yield [*loose, *keys]
    for place in (keys.index(key) + 1 for key in renumbers):
        yield [*keys[:place], *loose, *keys[place:]]


def _positions(
    change: LedgerChange, operations: dict[str, Operation], parts: dict[str, list[Part]]
) -> dict[str, int]:
    placed = positions(change.base, change.wanted.tree)
    touched: dict[str, set[str]] = {key: set() for key in operations}
    for place in [*change.ledger.patches, *change.patches]:
        for made in change.patch(place).mades:
            for owner in made.owners[:1]:
                touched.setdefault(owner, set()).add((change.ledger.base_place(place) or place)[0])
    for holders in (change.brought, change.ledger.repealed, change.ledger.renumbered):
        for key, owner in holders.items():
            touched.setdefault(owner, set()).add(key)
    for key, operation in operations.items():
        for target in operation.all_targets:
            element = found(change.base, target)
            if element is not None and not touched[key]:
                touched[key].add(element.key)
    return {key: position(operations[key], touched[key], placed) for key in operations}


def _reached(change: LedgerChange, listed: Sequence[Item]) -> Tree | None:
    """The text that the list gives, if it is the wanted one."""
    try:
        reached = change.ledger.text_of(listed)
    except Refused:
        return None
    return reached if _same(reached, change.wanted.tree) else None


def _same(one: Tree, other: Tree) -> bool:
    """Whether two states say the same; a new provision may have another identity."""
    keys = one.differing(other)
    mine, theirs = ([_content(tree, e) for e in tree.in_order(_some(tree, keys))] for tree in (one, other))
    return mine == theirs


def _some(tree: Tree, keys: Iterable[str]) -> list[Element]:
    return [tree.by_key[key] for key in keys if key in tree.by_key]


def _content(tree: Tree, element: Element) -> tuple[object, ...]:
    """What a provision says, and where it stands."""
    above, before = tree.by_key.get(element.parent), tree.by_key.get(tree.before(element))
    around = [(each.number, each.kind) if each is not None else None for each in (above, before)]
    return (element.kind, element.number, element.heading, element.text, element.repealed, *around)


def _result(
    change: LedgerChange, listed: tuple[Item, ...], parts: dict[str, list[Part]], tree: Tree
) -> Folded:
    new, keys = change.new.key, {item.key for item in listed}
    mades = [made for place in changed_places(change) for made in change.patch(place).mades]
    into = [made.holder for made in mades if new in made.owners[1:]]
    into += [key for key in change.recast if key != new]
    stands_for = {owner: made.holder for made in mades for owner in made.owners[1:]}
    gone = [key for key in change.items if key not in keys]
    return Folded(
        listed,
        tuple(dict.fromkeys(key for key in into if key in keys)),
        {key: stands_for.get(key, new if new in keys else "") for key in gone},
        {part.key: part.of for some in parts.values() for part in some if part.of},
        tree,
    )


def _offer(
    base: Tree, items: Sequence[Item], new: Item, ledger: Ledger, after: Tree, scheme: Scheme | None
) -> Operation | None:
    """A restatement of the first provision that the change touches and that other items touch too."""
    for element in after:
        old = ledger.tree.by_key.get(element.key)
        for field in ("text", "heading"):
            if old is None or element.key not in base.by_key or words(old, field) == words(element, field):
                continue
            if not words(element, field) or (element.key, field) not in ledger.patches:
                continue
            offer = _restatement(base, element, field)
            if offer is not None and _works(base, items, replace(new, operation=offer), scheme):
                return offer
    return None


def _restatement(base: Tree, element: Element, field: str) -> Operation | None:
    try:
        target = cite(base, base.by_key[element.key])
    except Refused:
        return None
    op = Op.RESTATE if field == "text" else Op.RESTATE_HEADING
    return narrowed(base, Operation(op, target, new=words(element, field)))


def _works(base: Tree, items: Sequence[Item], offer: Item, scheme: Scheme | None) -> bool:
    try:
        fold(base, items, offer, scheme, offers=False)
    except Refused:
        return False
    return True
