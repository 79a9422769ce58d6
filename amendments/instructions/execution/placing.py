"""Puts new provisions into a tree: below which parent, after which provision, and of which kind.

A new provision is cited as it will be found: "12-1.2" lies under 12-1, "4(3)" under article 4, "chapter 16-1" beside
the other chapters.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, takewhile

from amendments.instructions.citations import NewProvision, cited, is_letter, printed_number
from amendments.instructions.execution.counted_neighbours import (
    goes_on,
    has_digits,
    last_before_apparatus,
    last_below,
    last_decimal_below,
)
from amendments.instructions.execution.counting import (
    check_single,
    cited_above,
    counting,
    first_place_in,
    row_group,
)
from amendments.instructions.execution.labels_of_new_provisions import is_of_point, labelled
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Operation
from amendments.provisions.citing.address import annex_of, is_of_the_act, stands_below
from amendments.provisions.citing.identifiers import PREFIXES, UPPER_STRUCTURE
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import filed, number_style, plain
from amendments.provisions.tree import BEFORE_THE_LAW, OUTSIDE_THE_LAW, Element, Kind, Tree

_BELOW = {
    Kind.SECTION: Kind.CHAPTER,
    Kind.CHAPTER: Kind.ARTICLE,
    Kind.DIVISION: Kind.ARTICLE,
    Kind.ARTICLE: Kind.PART,
    Kind.PART: Kind.POINT,
    Kind.POINT: Kind.SUBPOINT,
    Kind.SUBPOINT: Kind.SUBPOINT,
    Kind.TABLE: Kind.ROW,
    Kind.ROW: Kind.ROW,
}
_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
_COUNTS_ANEW = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.ANNEX})
# A bare number behind one of these is that of an article.
_NEVER_AS_BEFORE = BEFORE_THE_LAW | UPPER_STRUCTURE | {Kind.ANNEX}


def new_elements(operation: Operation) -> list[NewElement]:
    """Every provision that an insertion brings: the target, then the children."""
    own = NewElement(operation.target, operation.heading, operation.new, operation.label)
    return [own, *operation.children]


def with_elements(operation: Operation, elements: Sequence[NewElement]) -> Operation:
    """The operation with other words and labels of what it brings."""
    first, *rest = elements
    return replace(operation, heading=first.heading, new=first.text, label=first.label, children=tuple(rest))


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where a new provision stands: under which parent, after which neighbour."""

    parent: Element | None
    previous: Element | None


def place_all(tree: Tree, operation: Operation, elements: Iterable[NewElement], after: str) -> Tree:
    """Place several new provisions: the first after the one that the operation names, the rest by number."""
    holder: Element | None = None
    for element in elements:
        tree = place(tree, element, key=operation.creates.get(element.number, ""), after=after, holder=holder)
        placed = find(tree, element.number)
        if placed is not None and placed.kind in UPPER_STRUCTURE:
            holder = placed
        after = ""
    return tree


def place(
    tree: Tree, new: NewElement, *, key: str = "", after: str = "", holder: Element | None = None
) -> Tree:
    """Place one new provision; `holder` is the new chapter that an article inserted with it lies under."""
    address = cited(new.number)
    if is_taken(tree, new.number):
        raise Refused("target_exists", _("There is already a provision %(number)s.", number=new.number))
    if key in tree.by_key:
        raise Refused("target_exists", _("The key %(key)s is already taken.", key=key))
    if holder is not None and not address.parent and address.kind is None:
        spot = NewPlace(holder, next(reversed(tree.children(holder.key)), None))
    else:
        previous = locate_previous(tree, new.number, after)
        first_in = first_place_in(tree, new.number, after) if not address.parent else None
        spot = NewPlace(first_in or _parent(tree, address, previous), previous)
    element = replace(_created(tree, address, spot, new), heading=new.heading, text=new.text)
    element = labelled(tree, element, new.label)
    element = replace(element, key=key or free(element.eid, tree.by_key))
    before = _before(tree, spot, element.kind)
    # printing finds the label of what begins an act, without the blank line before others
    return tree.inserted(element if before else replace(element, layout=None), before)


def is_taken(tree: Tree, number: str) -> bool:
    """Whether a provision has the number. Points count anew in each part: 12(2) is free where only 12(1)(2) stands."""
    address = cited(number)
    is_item = bool(address.parent) and address.kind is None and "." not in address.number
    above = cited_above(tree, address) if is_item else None
    if above is None or above.kind not in _COUNTS_ANEW or not _is_counted_below(tree, address):
        if address.kind is None and not number.startswith(Kind.ANNEX.value):
            return number in tree.by_eid or is_of_the_act(tree, number)
        return find(tree, number) is not None
    return stands_below(tree, above, number)


def _is_counted_below(tree: Tree, address: NewProvision) -> bool:
    """Whether what stands directly below counts as the number does: 12(2) beside 12(1), not "b" beside parts."""
    above = counting(tree, address)
    beside = tree.children(above.key) if above is not None else ()
    return any(number_style(child.number) == number_style(address.number) for child in beside if child.number)


def locate_previous(tree: Tree, number: str, after: str = "") -> Element | None:
    """The provision after which a new one stands: as named, else the last one with a smaller number.

    None where it is the first one, also of the provision that is named. A number that can be counted there says where it
    stands: 2(3) after 2 stands behind 2(2).
    """
    address = cited(number)
    if after:
        named = _standing(tree, after)
        if first_place_in(tree, number, after) is None:
            return named
        if not _is_counted(address):
            return None
    parent = counting(tree, address) if address.parent else None
    kind = address.kind or Kind.ARTICLE
    level = tree.children(parent.key) if parent else _of_the_act(tree, kind)
    if not address.number:
        return last_before_apparatus(level if level or parent else tree.elements)
    numbered = [each for each in level if filed(each.number)]
    if parent is not None and parent.kind in _ITEMS and parent is not cited_above(tree, address):
        previous = last_decimal_below(
            level, address.number, parent.number
        )  # 1.1 of an annex, not "1.1)" of its point 1
    elif parent is not None and goes_on(address, parent, numbered):
        previous = last_decimal_below(numbered, address.number, parent.number)
    else:
        previous = last_below(level, address.number, parent.number if parent else "")
    if previous is None and kind is Kind.ANNEX:
        return last_before_apparatus([*takewhile(lambda e: e.kind is not kind or not e.number, tree)])
    if previous is None and parent is None and not level and len(tree):
        raise Refused("missing_parent", _("There is no place for %(number)s.", number=number))
    if parent is None and address.kind is None:
        check_single(tree, level, previous, number)
    return previous


def _standing(tree: Tree, after: str) -> Element:
    """The provision after which a new one is to stand."""
    named = find(tree, after)
    if named is None:
        said = _(
            "There is no provision %(after)s after which the new one could stand. Check the number.",
            after=after,
        )
        raise Refused("missing_after", said)
    return named


def _of_the_act(tree: Tree, kind: Kind) -> list[Element]:
    """The provisions of a kind; those of annexes only where the act itself has none. Articles "1. Text" are read as parts."""
    found = tree.of_kind(kind)
    parts = tree.of_kind(Kind.PART) if kind is Kind.ARTICLE and not found else ()
    return [element for element in (*found, *parts) if annex_of(tree, element) is None] or found


def _is_counted(address: NewProvision) -> bool:
    """Whether the number of a new provision, or that it is a note, says where it stands in the one that holds it."""
    return bool(address.parent) and (not address.number or bool(filed(address.number)))


def last_worded(tree: Tree, element: Element) -> Element | None:
    """The last provision with words in a provision and all that is under it."""
    return next((member for member in reversed(tree.family(element)) if member.text), None)


def _parent(tree: Tree, address: NewProvision, previous: Element | None) -> Element | None:
    """The provision above a new one; for an article or a chapter that of its neighbour."""
    if address.parent:
        found = counting(tree, address)
        if found is None:
            said = _(
                "There is no provision %(parent)s for %(number)s.",
                parent=address.parent,
                number=address.number,
            )
            raise Refused("missing_parent", said)
        if address.kind is Kind.ROW and previous is not None:
            return row_group([previous, *tree.above(previous)], address.number) or found
        return found
    if address.kind is Kind.ANNEX:
        return None
    beside = previous or next(iter(_of_the_act(tree, address.kind or Kind.ARTICLE)), None)
    return tree.by_key.get(beside.parent) if beside else None


def _before(tree: Tree, spot: NewPlace, kind: Kind) -> str:
    """The key right before a new provision: the end of its neighbour with all that is under it, "" = none.

    A new first one stands behind what introduces the others: else that would be read as its own.
    """
    if spot.previous is not None:
        return tree.family(spot.previous)[-1].key
    if spot.parent is not None:
        last = next(reversed(_introducing(tree, spot.parent, kind)), None)
        return tree.family(last)[-1].key if last else spot.parent.key
    first = next((e for e in tree if e.kind in OUTSIDE_THE_LAW or (e.number and not e.parent)), None)
    if first is not None:
        return tree.before(first)
    return tree.elements[-1].key if len(tree) else ""


def _introducing(tree: Tree, parent: Element, kind: Kind) -> list[Element]:
    """What stands in a provision before the first one of a kind; its first paragraphs where it has none of the kind."""
    children = tree.children(parent.key)
    if any(child.kind is kind for child in children):
        return list(takewhile(lambda child: child.kind is not kind, children))
    return list(takewhile(lambda child: child.kind is Kind.PARAGRAPH, children))


def _created(tree: Tree, address: NewProvision, spot: NewPlace, new: NewElement) -> Element:
    """The provision without its words."""
    parent = spot.parent
    kind = address.kind or _kind(tree, address, spot, new)
    number = printed_number(tree, address, parent)
    return Element(
        key="",
        kind=kind,
        number=number,
        eid=new_eid(tree, number, kind, parent),
        parent=parent.key if parent else "",
    )


def _kind(tree: Tree, address: NewProvision, spot: NewPlace, new: NewElement) -> Kind:
    parent, previous = spot.parent, spot.previous
    # a bare number is cited as that of an article, whatever holds the others
    bare = next((each.kind for each in _of_the_act(tree, Kind.ARTICLE)), Kind.ARTICLE)
    if previous is not None and previous.kind is Kind.ROW:
        return Kind.ROW
    siblings = [child for child in tree.children(parent.key) if child.number] if parent else []
    if siblings and address.parent:
        alike = [child for child in siblings if has_digits(child.number) == has_digits(address.number)]
        if alike or not is_letter(address.number) or number_style(siblings[-1].number) != "decimal":
            return (alike or siblings)[-1].kind
    is_beside = previous is not None and parent is not None and previous.parent == parent.key
    if previous is not None and (parent is None or (is_beside and previous.number)):
        return bare if previous.kind in _NEVER_AS_BEFORE else previous.kind
    if parent is None or not address.parent:
        return bare
    if parent.kind is Kind.ANNEX:
        return _first_in_annex(address, new)
    below = _BELOW.get(parent.kind, Kind.PARAGRAPH)
    below = bare if below is Kind.ARTICLE else below
    is_point = is_letter(address.number) or is_of_point(new.label, address.number)
    return Kind.POINT if below is Kind.PART and is_point else below


def _first_in_annex(address: NewProvision, new: NewElement) -> Kind:
    """What an annex is divided into, as parsing would read it: articles have headings, points letters."""
    if new.heading:
        return Kind.ARTICLE
    return Kind.POINT if is_letter(address.number) or is_of_point(new.label, address.number) else Kind.PART


def new_eid(tree: Tree, number: str, kind: Kind, parent: Element | None, *, kept: Container[str] = ()) -> str:
    """The eId as the parser would give it; the same operations on the same text give the same one.

    `kept` are eIds of provisions that are out of the tree for the moment.
    """
    owner = parent
    while kind is Kind.ARTICLE and owner is not None and owner.kind in UPPER_STRUCTURE:
        owner = tree.by_key.get(owner.parent)
    start = f"{owner.eid}__{PREFIXES[kind]}" if owner is not None else PREFIXES[kind]
    number = plain(number)
    own = number.removeprefix(f"{plain(owner.number)}.") if owner is not None else number
    if own:
        return free(f"{start}_{own}", tree.by_eid, kept)
    return next(eid for n in count(1) if (eid := f"{start}_{n}") not in tree.by_eid and eid not in kept)


def free(name: str, *taken: Container[str]) -> str:
    """The name, with the first number that makes it unique where it is taken."""
    numbered = chain([name], (f"{name}_{n}" for n in count(2)))
    return next(each for each in numbered if not any(each in some for some in taken))
