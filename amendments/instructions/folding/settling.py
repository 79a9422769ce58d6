"""Puts instructions that are about other provisions than before where these stand in the law."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from amendments.instructions.folding.items import Folded, Item
from amendments.instructions.folding.ledger import Ledger, found, ledger_of
from amendments.instructions.folding.order import inserted, position, positions
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree

MOST_TRIED = 8  # places for one item: each takes as long as it takes to carry out the list from there


def settled(
    base: Tree,
    before: Sequence[Item],
    folded: Folded,
    scheme: Scheme | None = None,
    *,
    also: Collection[str] = (),
) -> Folded:
    """The folded list in which every item whose targets changed, those that came together, and `also` some others stand
    in the order of the law.

    An item keeps its place among the items that touch the same provisions, so that the others still speak of the text in
    force. It also stays where it is if the list would give another text.
    """
    named = {item.key: item.operation.all_targets for item in before}
    shifted = [
        item.key
        for item in folded.items
        if item.key in also or named.get(item.key) not in (None, item.operation.all_targets)
    ]
    new = {item.key for item in folded.items} - named.keys()
    if (not shifted and len(new) < 2) or len(folded.items) == 1:
        return folded
    ledger, items = ledger_of(base, folded.items, scheme), folded.items
    touched = touched_by(ledger)
    at = _places(ledger, touched)
    for key in shifted:
        items = _placed(items, key, at, touched, ledger)
    tried: set[str] = set()
    while astray_now := [key for key in _astray(items, at, touched) if key in new - tried]:
        tried.add(astray_now[-1])  # the last one first: those before it follow
        items = _placed(items, astray_now[-1], at, touched, ledger)
    return replace(folded, items=items)


def _placed(
    items: tuple[Item, ...], key: str, at: dict[str, int], touched: dict[str, set[str]], ledger: Ledger
) -> tuple[Item, ...]:
    """The list with an item at the best place that gives the same text."""
    orders = islice(_orders(items, key, at, touched), MOST_TRIED)
    return next((moved for moved in orders if _gives_the_same(ledger, moved)), items)


def _astray(items: tuple[Item, ...], at: dict[str, int], touched: dict[str, set[str]]) -> Iterator[str]:
    """Items beside one that belongs on their other side and is about other provisions."""
    for first, second in pairwise(items):
        if at[first.key] > at[second.key] and not touched[first.key] & touched[second.key]:
            yield from (first.key, second.key)


def in_order(items: tuple[Item, ...], own: Item, ledger: Ledger) -> tuple[Item, ...]:
    """A list in which an item that names other provisions than before stands where these stand in the law.

    `ledger` is that of the list with what the item said before.
    """
    try:
        alone = ledger_of(ledger.base, [own], ledger.scheme)
    except Refused:
        return items
    touched = {**touched_by(ledger), **touched_by(alone)}
    at = {**_places(ledger, touched), own.key: places_of(alone)[own.key]}
    return next(_orders(items, own.key, at, touched), items)


def touched_by(ledger: Ledger) -> dict[str, set[str]]:
    """The provisions that each item of a list changes or brings; those that it names where it changes none."""
    touched: dict[str, set[str]] = {item.key: set() for item, __ in ledger.carried_out}
    for place, patch in ledger.patches.items():
        for made in patch.mades:
            for owner in made.owners:
                touched[owner].add((ledger.base_place(place) or place)[0])
    for holders in (ledger.brought, ledger.repealed, ledger.renumbered):
        for provision, owner in holders.items():
            touched[owner].add(provision)
    for item, __ in ledger.carried_out:
        if not touched[item.key]:
            elements = (found(ledger.base, target) for target in item.operation.all_targets)
            touched[item.key].update(element.key for element in elements if element is not None)
    return touched


def places_of(ledger: Ledger) -> dict[str, int]:
    """Where each item of a list stands in the order of the law."""
    return _places(ledger, touched_by(ledger))


def _places(ledger: Ledger, touched: Mapping[str, set[str]]) -> dict[str, int]:
    placed = positions(ledger.base, ledger.tree)
    return {item.key: position(item.operation, touched[item.key], placed) for item, __ in ledger.carried_out}


def _orders(
    items: tuple[Item, ...], key: str, at: dict[str, int], touched: dict[str, set[str]]
) -> Iterator[tuple[Item, ...]]:
    """The list with an item at its place in the law, then at each place between that and the one that it has."""
    keys = [item.key for item in items]
    now = keys.index(key)
    beside = [other for other in keys if other != key and touched[other] & touched[key]]
    after = [other for other in beside if keys.index(other) < now]
    before = [other for other in beside if keys.index(other) > now]
    rest = (*items[:now], *items[now + 1 :])
    best = inserted([item.key for item in rest], key, at, after, before).index(key)
    for place in range(best, now, 1 if best < now else -1):
        yield (*rest[:place], items[now], *rest[place:])


def _gives_the_same(ledger: Ledger, moved: tuple[Item, ...]) -> bool:
    try:
        return ledger.text_of(moved) == ledger.tree
    except Refused:
        return False
