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
    return replace(folded, items=_changed_over(items, {*shifted, *new}, at, touched, ledger))


def _placed(
    items: tuple[Item, ...], key: str, at: dict[str, int], touched: dict[str, set[str]], ledger: Ledger
) -> tuple[Item, ...]:
    """The list with an item at the best place that gives the same text."""
    orders = islice(_orders(items, key, at, touched), MOST_TRIED)
    return next((moved for moved in orders if _gives_the_same(ledger, moved)), items)


def _changed_over(
    items: tuple[Item, ...],
    keys: Collection[str],
    at: dict[str, int],
    touched: dict[str, set[str]],
    ledger: Ledger,
) -> tuple[Item, ...]:
    """The list after some items changed places with neighbours that belong on their other side, one after the other.

    Neighbours about the same provisions stay as they are, and those that would give another text.
    """
    tried: set[tuple[str, str]] = set()
    for __ in range(MOST_TRIED * len(keys)):
        place = next(_astray(items, keys, at, touched, tried), None)
        if place is None:
            break
        first, second = items[place : place + 2]
        tried.add((first.key, second.key))
        moved = (*items[:place], second, first, *items[place + 2 :])
        items = moved if _gives_the_same(ledger, moved) else items
    return items


def _astray(
    items: tuple[Item, ...],
    keys: Collection[str],
    at: dict[str, int],
    touched: dict[str, set[str]],
    tried: Collection[tuple[str, str]],
) -> Iterator[int]:
    """The places of the first of two neighbours that belong the other way round and are about other provisions."""
    for place, (first, second) in enumerate(pairwise(items)):
        one, other = first.key, second.key
        is_free = at[one] > at[other] and not touched[one] & touched[other]
        if is_free and (one in keys or other in keys) and (one, other) not in tried:
            yield place


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
