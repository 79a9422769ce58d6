"""The names of what is new in an annex, as the annex counts it: its point 3 where it has points, else its article 3."""

import re
from dataclasses import replace

from amendments.instructions.citations import bare_number, cited
from amendments.instructions.execution.counting import counting
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.tree import Element, Kind, Tree

_BRINGING = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RENUMBER_AND_ADD})
_IN_ANNEX = re.compile(
    r"(?P<annex>annex(?: (?!(?:article|point|row|table) |note(?: |$))[^\s()]+)?)(?: (?:article|point) (?P<number>[^\s()]+))?"
    r"(?P<below>\(.*\))?"
)


def with_names_in_annexes(tree: Tree, operation: Operation) -> Operation:
    """The operation with whole names: "annex 1 article 3" is point 3 beside points, and "8" what it is beside a new 7.

    Official wording would else call a point an article, and a bare number would be that of an article of the law. What an
    instruction created before keeps its name, under which its key is known.
    """
    target = _IN_ANNEX.fullmatch(operation.target) if operation.op in _BRINGING else None
    if target is None:
        return operation
    new = {child.number: child.heading for child in operation.children}
    if operation.op is not Op.RENUMBER_AND_ADD:
        new[operation.target] = operation.heading
    names = {
        name: name if name in operation.creates else _whole(tree, target["annex"], name, heading)
        for name, heading in new.items()
    }
    return replace(
        operation,
        target=names.get(operation.target, operation.target),
        children=tuple(replace(each, number=names[each.number]) for each in operation.children),
        creates={names.get(name, name): key for name, key in operation.creates.items()},
    )


def _whole(tree: Tree, annex: str, name: str, heading: str) -> str:
    """The whole name of a new provision, as it was typed beside others of the annex; what lies deeper stays."""
    said = _IN_ANNEX.fullmatch(name)
    if said is not None and (said["below"] or not said["number"]):
        return name
    if said is not None:
        annex, number = said["annex"], said["number"]
    else:
        number = bare_number(name)
    if not number:
        return name
    kind = Kind.ARTICLE if _is_of_article(tree, f"{annex} point {number}", heading) else Kind.POINT
    return f"{annex} {kind} {number}"


def _is_of_article(tree: Tree, name: str, heading: str) -> bool:
    """Whether a new provision is an article of its annex or lies in one; the first one is if it has a heading."""
    address = cited(name)
    holder = counting(tree, address) if named(tree, address.parent) is not None else None
    if holder is None:
        return bool(heading)
    beside = [child for child in tree.children(holder.key) if child.number]
    known: list[Element] = [holder, *tree.above(holder), *beside]
    is_first = holder.kind is Kind.ANNEX and not beside
    return any(each.kind is Kind.ARTICLE for each in known) or (is_first and bool(heading))
