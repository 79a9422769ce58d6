"""New numbers as they were typed, each as the whole name that it is in the place of the target or beside it."""

from collections.abc import Mapping
from dataclasses import replace

from amendments.instructions.citations import bare_number, beside_or_in, cited, follows, in_place_of
from amendments.instructions.following import number_of
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.tree import Element, Kind, Tree

_HOLD_ITEMS = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
_INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


def with_new_numbers(tree: Tree, operation: Operation) -> Operation:
    """The redesignation with the whole name of each bare number: the 9 that 7(5) becomes is 7(9), that of 7.5 is 7.9.

    Official wording would else say that a part becomes an article. A letter or a Roman numeral beside a new item is one too.
    """
    if operation.op is Op.RESTATE:
        return _with_restated_items(tree, operation)
    if operation.op in _INSERTIONS and operation.target.endswith(")"):
        return _with_items(operation)
    element = named(tree, operation.target) if operation.op is Op.RENUMBER_AND_ADD else None
    if element is None or not operation.children:
        return operation
    names = {each.number: _whole(tree, element, operation.target, each.number) for each in operation.children}
    first = operation.children[0].number
    if names[first] == first:  # what is added beside a whole name has one too
        return operation
    return _named(operation, names)


def _with_restated_items(tree: Tree, operation: Operation) -> Operation:
    """A restatement with the whole names of what lies in its provision: the lone "b" in 1(2) is 1(2)(b), no article.

    A number with dots says its article, and in a chapter a number is that of an article.
    """
    targets = operation.all_targets
    element = named(tree, targets[0]) if len(targets) == 1 and operation.children else None
    if element is None or element.kind not in _HOLD_ITEMS:
        return operation
    names = {child.number: _restated(tree, element, targets[0], child) for child in operation.children}
    return _named(operation, names)


def _restated(tree: Tree, element: Element, name: str, typed: NewElement) -> str:
    """The whole name of what is typed in a restatement: it lies right in the provision, else deeper where that number is.

    A heading is that of an article, and so is a number that no item of the provision has or comes before.
    """
    number = bare_number(typed.number)
    if not number or "." in number or typed.heading:
        return typed.number
    inside, is_digit = f"{name}({number})", number[:1].isdecimal()
    beside = [each.number for each in tree.children(element.key) if each.number and "." not in each.number]
    are_alike = any(each[:1].isdecimal() == is_digit for each in beside)
    below = next((each for each in tree.family(element)[1:] if each.number == number), None)
    if not are_alike and below is not None:
        return number_of(tree, below)
    is_item = not is_digit or number in beside or any(follows(number, each) for each in beside)
    return inside if is_item and beside_or_in(name, number) == inside else typed.number


def _with_items(operation: Operation) -> Operation:
    """An insertion of an item with the whole names of those beside it: the "iv" after 1(2)(iii) is 1(2)(iv), no article.

    A capital letter is an item beside one: D beside 6(2)(C).
    """
    bare = {each.number: bare_number(each.number) for each in operation.children}
    may_be_capital = cited(operation.target).number.isupper()
    letters = {
        name: number
        for name, number in bare.items()
        if number.partition("-")[0].isalpha() and (number.islower() or may_be_capital)
    }
    if not letters:
        return operation
    items = {name: in_place_of(operation.target, number) for name, number in letters.items()}
    return _named(operation, {name: items.get(name, name) for name in bare})


def _named(operation: Operation, names: Mapping[str, str]) -> Operation:
    return replace(
        operation,
        children=tuple(replace(each, number=names[each.number]) for each in operation.children),
        creates={names.get(name, name): key for name, key in operation.creates.items()},
    )


def _whole(tree: Tree, element: Element, name: str, typed: str) -> str:
    """The name of a new number in the place of a provision; a whole name stays, and one of another article."""
    number = bare_number(typed)
    holder = tree.by_key.get(element.parent)
    above = f"{holder.number}." if holder is not None and holder.number else ""
    if not number or holder is None or not above:
        return in_place_of(name, number) if number else typed
    if name.endswith(")"):
        own = number.removeprefix(above)
        beside = [each.number.removeprefix(above) for each in tree.children(holder.key)]
        return in_place_of(name, own) if "." not in own or any("." in each for each in beside) else typed
    is_decimal = element.number.startswith(above) and "." not in number
    return in_place_of(name, f"{above}{number}" if is_decimal else number)
