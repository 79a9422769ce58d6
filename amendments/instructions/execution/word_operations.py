"""Operations on words: replace, insert, delete, and the same throughout the act."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.instructions.execution import spacing as joining
from amendments.instructions.execution.anchors import find_stems, find_words
from amendments.instructions.execution.levels import is_table, no_part, region
from amendments.instructions.execution.spacing import Edit
from amendments.instructions.execution.tree_edits import (
    locate,
    rows_of,
    table,
    with_edits,
)
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.messages import Message, message as _
from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Tree


@dataclass(frozen=True, slots=True)
class Spot:
    """Where quoted words stand: the provision, its field, from where to where."""

    key: str
    field: str
    start: int
    end: int


def quoted(operation: Operation) -> str:
    """The words of the text in force that an operation quotes."""
    return operation.anchor or operation.old


def edit_words(tree: Tree, operation: Operation) -> Tree:
    """Execute an operation on words."""
    return _edited(tree, operation, chosen_spots(tree, operation))


def chosen_spots(tree: Tree, operation: Operation) -> list[Spot]:
    """The places that an operation on words changes; one that does not fit is refused."""
    _check_complete(operation)
    found = {target: spots_in(tree, operation, target) for target in operation.all_targets}
    for target, spots in found.items():
        if not spots:
            raise Refused("missing_anchor", _missing(tree, operation, target))
    everywhere = _distinct(found.values())
    if operation.count is not None and operation.count != len(everywhere):
        said = _(
            "“%(words)s” stands there %(count)s times and not %(expected)s times, as you wrote. Count again.",
            words=quoted(operation),
            count=len(everywhere),
            expected=operation.count,
        )
        raise Refused("count_mismatch", said)
    return _distinct(_chosen(operation, target, spots) for target, spots in found.items())


def spots_in(tree: Tree, operation: Operation, target: str) -> list[Spot]:
    """Where the quoted words stand in one target, in reading order."""
    is_global = operation.op is Op.GLOBAL_REPLACE
    if is_global and operation.count is not None:
        stems = [spot for each in operation.all_targets for spot in _spots(tree, operation, each, stems=True)]
        if len(set(stems)) == operation.count:
            return _spots(tree, operation, target, stems=True)
    whole = _spots(tree, operation, target, stems=False)
    if (
        is_global
        and operation.count is None
        and len(_spots(tree, operation, target, stems=True)) > len(whole)
    ):
        said = _(
            "“%(words)s” also stands with other endings. Write how many times it stands in all.",
            words=quoted(operation),
        )
        raise Refused("count_needed", said)
    return whole


def _spots(tree: Tree, operation: Operation, target: str, *, stems: bool) -> list[Spot]:
    words = quoted(operation)
    spots: list[Spot] = []
    for element, field in _places(tree, operation, target):
        text: str = getattr(element, field)
        part = region(text, "" if is_table(operation.level) else operation.level)
        if part is None:
            raise Refused("missing_level", no_part(target, operation.level))
        shown = text[part[0] : part[1]]
        found = find_stems(shown, words) if stems else find_words(shown, words, operation.new)
        spots.extend(Spot(element.key, field, part[0] + start, part[0] + end) for start, end in found)
    return spots


def _places(tree: Tree, operation: Operation, target: str) -> list[tuple[Element, str]]:
    """The texts in which an operation looks for its words.

    An amendment of a composite provision covers its sub-elements (the drafting rules say so); headings are meant
    only where the level says heading, or throughout the act.
    """
    if target == WHOLE_ACT:
        elements = [element for element in tree if element.kind not in OUTSIDE_THE_LAW]
        fields = ["heading"] if operation.level == "heading" else ["heading", "text"]
    else:
        named = locate(tree, target)
        if is_table(operation.level):
            whole = table(tree, named, operation.level)
            return [(row, "text") for row in (whole, *rows_of(tree, whole)) if not row.repealed]
        is_own = operation.level not in ("", "text")
        elements = [named] if is_own else tree.family(named)
        fields = ["heading"] if operation.level == "heading" else ["text"]
        if operation.op is Op.GLOBAL_REPLACE and not operation.level:
            fields = ["heading", "text"]
        if named.repealed:
            raise Refused("target_repealed", _("%(target)s is repealed.", target=target))
    return [(element, field) for element in elements for field in fields if not element.repealed]


def _check_complete(operation: Operation) -> None:
    if not quoted(operation).strip():
        raise Refused("anchor_needed", _("Write the words that the instruction changes."))
    if not operation.new.strip() and operation.op is not Op.DELETE_WORDS:
        raise Refused("new_text_needed", _("Write the new text."))
    if operation.qualifier == "every_case":
        said = _(
            "One instruction cannot replace the words in all their grammatical forms. Write one "
            "instruction for each form."
        )
        raise Refused("every_case", said)


def _missing(tree: Tree, operation: Operation, target: str) -> Message:
    words = quoted(operation)
    if target != WHOLE_ACT and find_words(locate(tree, target).heading, words):
        return _(
            "“%(words)s” does not stand in %(target)s. "
            "It stands in the heading: name the heading as the part to be changed.",
            words=words,
            target=target,
        )
    return _("“%(words)s” does not stand in %(target)s.", words=words, target=target)


def _occurring(operation: Operation, target: str, count: int) -> Message:
    return _(
        "“%(words)s” stands %(count)s times in %(target)s.",
        words=quoted(operation),
        count=count,
        target=target,
    )


def _chosen(operation: Operation, target: str, spots: list[Spot]) -> list[Spot]:
    """The occurrences that the qualifier means."""
    if operation.qualifier == "all" or operation.op is Op.GLOBAL_REPLACE:
        return spots
    if operation.qualifier == "first":
        return spots[:1]
    if operation.qualifier in ("second", "both"):
        if len(spots) < 2 or (operation.qualifier == "both" and len(spots) > 2):
            raise Refused("count_mismatch", _occurring(operation, target, len(spots)))
        return spots[1:2] if operation.qualifier == "second" else spots
    if len(spots) > 1:
        raise Refused("ambiguous_anchor", _occurring(operation, target, len(spots)))
    return spots


def _distinct(groups: Iterable[list[Spot]]) -> list[Spot]:
    return list(dict.fromkeys(spot for spots in groups for spot in spots))


def _edited(tree: Tree, operation: Operation, spots: list[Spot]) -> Tree:
    by_text: dict[tuple[str, str], list[Spot]] = {}
    for spot in spots:
        by_text.setdefault((spot.key, spot.field), []).append(spot)
    elements: dict[str, Element] = {}
    for (key, field), here in by_text.items():
        element = elements.get(key) or tree.by_key[key]
        text: str = getattr(element, field)
        elements[key] = with_edits(element, field, [edit_at(operation, text, spot) for spot in here])
    return tree.changed(elements.values())


def edit_at(operation: Operation, text: str, spot: Spot) -> Edit:
    """What an operation on words does at one place."""
    match operation.op:
        case Op.INSERT_AFTER:
            return joining.insert(text, spot.end, operation.new)
        case Op.INSERT_BEFORE:
            return joining.insert(text, spot.start, operation.new)
        case Op.DELETE_WORDS:
            return joining.delete(text, spot.start, spot.end)
        case _:
            return joining.replace(text, spot.start, spot.end, operation.new)
