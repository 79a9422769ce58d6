"""The instruction that a proposed new provision means: where it stands follows from its number."""

from collections.abc import Sequence

from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execution.placing import last_worded, locate_previous
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

_NESTING = (Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT)
_ITEMS = frozenset({Kind.POINT, Kind.SUBPOINT})


def insertion(tree: Tree, commented: Element, provisions: Sequence[Element], scheme: Scheme) -> Operation:
    """Insert provisions as they are printed, the first with those under it; `commented` is where they were proposed."""
    names = _names(tree, commented, provisions)
    new = [NewElement(names[each.key], each.heading, each.text, _label(each, scheme)) for each in provisions]
    first, target = provisions[0], new[0].number
    return Operation(
        Op.APPEND_ELEMENT if _ends_list(tree, target, first) else Op.INSERT_ELEMENT,
        target=target,
        heading=first.heading,
        new=first.text,
        label=new[0].label,
        children=tuple(new[1:]),
    )


def _label(provision: Element, scheme: Scheme) -> str:
    """What was typed before the words of a part or point; what lies above them is printed as in the act."""
    return "" if provision.kind is Kind.ARTICLE else scheme.label(provision)


def _names(tree: Tree, commented: Element, provisions: Sequence[Element]) -> dict[str, str]:
    """How an instruction names each of them: "12-1.3", "5(3)"."""
    names: dict[str, str] = {}
    for each in provisions:
        above = names.get(each.parent) or _holder(tree, commented, each.kind)
        is_whole = each.kind is Kind.ARTICLE or "." in each.number or not above
        names[each.key] = each.number if is_whole else f"{above}({each.number})"
    return names


def _holder(tree: Tree, commented: Element, kind: Kind) -> str:
    """What a provision of this kind lies under, beside the commented one or in it."""
    above: Element | None = commented
    while above is not None and _depth(above.kind) >= _depth(kind):
        above = tree.by_key.get(above.parent)
    return cite(tree, above) if above is not None and above.kind in _NESTING else ""


def _depth(kind: Kind) -> int:
    return _NESTING.index(kind) if kind in _NESTING else 0


def _ends_list(tree: Tree, target: str, new: Element) -> bool:
    """Whether the new point follows the last point of a list, whose full stop then becomes a semicolon."""
    try:
        previous = locate_previous(tree, target)
    except Refused:
        return False  # carrying it out says why
    if previous is None or previous.kind not in _ITEMS or not new.text.endswith("."):
        return False
    *others, last = tree.children(previous.parent)
    ending = last_worded(tree, last)
    return last == previous and ending is not None and ending.text.endswith(".") and _is_list(others)


def _is_list(points: Sequence[Element]) -> bool:
    return any(point.text.endswith(";") for point in points)
