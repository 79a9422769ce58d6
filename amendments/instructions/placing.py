"""Putting new provisions into a tree: under which parent, after which provision, of which kind."""

from collections.abc import Iterable
from dataclasses import replace

from amendments.instructions.errors import Refused
from amendments.instructions.operations import NewElement, Operation
from amendments.instructions.outline import OUTSIDE_THE_LAW, family, find
from amendments.provisions.errors import BadNumber
from amendments.provisions.numbers import ProvisionNumber
from amendments.provisions.tree import Element, Kind, Tree

_BELOW = {
    Kind.ARTICLE: Kind.PART,
    Kind.PART: Kind.POINT,
    Kind.POINT: Kind.SUBPOINT,
    Kind.SUBPOINT: Kind.SUBPOINT,
    Kind.SECTION: Kind.CHAPTER,
    Kind.CHAPTER: Kind.ARTICLE,
    Kind.DIVISION: Kind.ARTICLE,
}
_PREFIX = {Kind.ARTICLE: "art", Kind.PART: "para", Kind.POINT: "subpara", Kind.SUBPOINT: "subpara"}


def new_elements(operation: Operation) -> list[NewElement]:
    """Every provision that an insertion brings: the target, then the children."""
    return [NewElement(operation.target, operation.heading, operation.new), *operation.children]


def place_all(tree: Tree, operation: Operation, elements: Iterable[NewElement], after: str) -> Tree:
    """Place several new provisions: the first after the one that the operation names, the rest by number."""
    for element in elements:
        tree = place(tree, element, key=operation.creates.get(element.number, ""), after=after)
        after = ""
    return tree


def place(tree: Tree, new: NewElement, *, key: str = "", after: str = "") -> Tree:
    """Place one new provision."""
    if find(tree, new.number) is not None:
        raise Refused("target_exists", f"There is already a provision {new.number}.")
    previous = locate_previous(tree, new.number, after)
    parent = _parent(tree, new.number, previous)
    element = _created(tree, new, parent, previous, key)
    at = _position(tree, parent, previous)
    return replace(tree, elements=(*tree.elements[:at], element, *tree.elements[at:]))


def locate_previous(tree: Tree, number: str, after: str = "") -> Element | None:
    """The provision after which a new one stands: as named, else the last one with a smaller number."""
    if after:
        named = find(tree, after)
        if named is None:
            raise Refused("missing_after", f"There is no provision {after} to stand after.")
        return named
    parent = find(tree, parent_number(number))
    level = tree.children(parent.key) if parent else [e for e in tree if e.kind is Kind.ARTICLE]
    smaller = [e for e in level if e.number and _comes_before(e, number)]
    if smaller:
        return max(smaller, key=lambda e: _order(e.number))
    if parent is None and not level:
        raise Refused("missing_parent", f"There is no place for {number}.")
    return None


def parent_number(number: str) -> str:
    """12-1.2 → 12-1; "" for an article."""
    return number.rpartition(".")[0]


def _order(number: str) -> ProvisionNumber:
    try:
        return ProvisionNumber.parse(number)
    except BadNumber as bad:
        raise Refused("bad_number", str(bad)) from None


def _comes_before(element: Element, number: str) -> bool:
    """Whether a sibling stands before a new number; what bears no number that can be compared says nothing."""
    try:
        return ProvisionNumber.parse(element.number) < _order(number)
    except BadNumber:
        return False


def _parent(tree: Tree, number: str, previous: Element | None) -> Element | None:
    """The provision above a new one; for an article that of its neighbour."""
    above = parent_number(number)
    if above:
        found = find(tree, above)
        if found is None:
            raise Refused("missing_parent", f"There is no provision {above} to hold {number}.")
        return found
    return tree.by_key.get(previous.parent) if previous else None


def _position(tree: Tree, parent: Element | None, previous: Element | None) -> int:
    """The index in reading order: after the neighbour and all that is under it."""
    neighbour = previous or parent
    if neighbour is None:
        outside = (
            i for i, e in enumerate(tree.elements) if e.kind in OUTSIDE_THE_LAW or e.kind is Kind.ARTICLE
        )
        return next(outside, len(tree.elements))
    last = neighbour if neighbour is parent else family(tree, neighbour)[-1]
    return tree.elements.index(last) + 1


def _created(
    tree: Tree, new: NewElement, parent: Element | None, previous: Element | None, key: str
) -> Element:
    kind = _kind(tree, new, parent, previous)
    eid = _eid(new.number, kind, parent)
    if key in tree.by_key:
        raise Refused("target_exists", f"The key {key} is already taken.")
    return Element(
        key=key or _free_key(tree, eid),
        kind=kind,
        number=new.number,
        eid=eid,
        heading=new.heading,
        text=new.text,
        parent=parent.key if parent else "",
    )


def _kind(tree: Tree, new: NewElement, parent: Element | None, previous: Element | None) -> Kind:
    siblings = [e.kind for e in tree.children(parent.key) if e.number] if parent else []
    if siblings and parent_number(new.number):
        return siblings[-1]
    if previous is not None and (parent is None or previous.parent == parent.key):
        return previous.kind
    return _BELOW.get(parent.kind, Kind.PARAGRAPH) if parent else Kind.ARTICLE


def _eid(number: str, kind: Kind, parent: Element | None) -> str:
    prefix = _PREFIX.get(kind, kind.value)
    if kind is Kind.ARTICLE or parent is None or not parent.eid:
        return f"{prefix}_{number}"
    return f"{parent.eid}__{prefix}_{number.rpartition('.')[2]}"


def _free_key(tree: Tree, eid: str) -> str:
    """The eId, which is the same for the same operations on the same text."""
    key, n = eid, 1
    while key in tree.by_key:
        n += 1
        key = f"{eid}_{n}"
    return key


def last_worded(tree: Tree, element: Element) -> Element | None:
    """The last provision with words in a provision and all that is under it."""
    return next((e for e in reversed(family(tree, element)) if e.text and not e.repealed), None)
