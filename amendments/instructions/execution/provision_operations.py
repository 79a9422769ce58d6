"""Operations on whole provisions, headings, sentences and paragraphs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from amendments.instructions.citations import cited, parent_number
from amendments.instructions.designations import without_kind
from amendments.instructions.execution import spacing as joining
from amendments.instructions.execution.counted_neighbours import has_digits
from amendments.instructions.execution.levels import is_table, named_part, no_part, region
from amendments.instructions.execution.placing import (
    is_taken,
    last_worded,
    locate_previous,
    new_elements,
    place_all,
)
from amendments.instructions.execution.restated_tables import restate_table
from amendments.instructions.execution.spacing import Edit
from amendments.instructions.execution.tree_edits import find, locate, rows_of, table, with_edits, with_text
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, NewElement, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.sentences import paragraphs, sentences
from amendments.provisions.tree import Element, Kind, Tree

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


def restate(tree: Tree, operation: Operation) -> Tree:
    """Word a provision, or a part of it, anew; sub-elements are replaced when new ones are given."""
    targets = operation.all_targets
    if len(targets) > 1:
        return _restate_several(tree, operation)
    element = locate(tree, targets[0])
    has_own = bool(operation.new or operation.heading)
    is_heading_alone = operation.takes_what_lies_under and not operation.new
    if (not has_own or is_heading_alone) and not operation.children:
        raise Refused("new_text_needed", _("Write the new text of %(target)s.", target=targets[0]))
    if operation.level in ("", "text"):
        return _restate_whole(tree, operation, element)
    if is_table(operation.level):
        return restate_table(tree, operation, element)
    field = "heading" if operation.level == "heading" else "text"
    return tree.changed([_with_part(element, field, operation)])


def restate_heading(tree: Tree, operation: Operation) -> Tree:
    """Word the heading of a provision anew."""
    new = operation.new or operation.heading
    if not new:
        said = _("Write the new heading of %(target)s.", target=operation.target)
        raise Refused("new_text_needed", said)
    elements = [with_text(locate(tree, target), "heading", new) for target in operation.all_targets]
    return tree.changed(elements)


def restate_sentence(tree: Tree, operation: Operation) -> Tree:
    """Word a sentence anew."""
    if "sentence:" not in operation.level:
        raise Refused("level_needed", _("Write which sentence is restated, for example sentence 2."))
    return restate(tree, operation)


def add_sentence(tree: Tree, operation: Operation) -> Tree:
    """Add a sentence, or a paragraph, at the place that the level says; without one at the end."""
    if not operation.new:
        raise Refused("new_text_needed", _("Write the new text of %(target)s.", target=operation.target))
    elements = [_with_addition(locate(tree, target), operation) for target in operation.all_targets]
    return tree.changed(elements)


def delete_part(tree: Tree, operation: Operation) -> Tree:
    """Delete a sentence, a paragraph, or a table with all its rows."""
    if is_table(operation.level):
        wholes = [table(tree, locate(tree, target), operation.level) for target in operation.all_targets]
        rows = (row for whole in wholes for row in (whole, *rows_of(tree, whole)))
        gone = {member.key: member for row in rows for member in tree.family(row)}
        return tree.without(gone.values())
    elements = [_without_part(locate(tree, target), operation.level) for target in operation.all_targets]
    return tree.changed(elements)


def insert_element(tree: Tree, operation: Operation) -> Tree:
    """Insert new provisions."""
    elements = new_elements(operation)
    for element in elements:
        if element.number == WHOLE_ACT:
            raise Refused("number_needed", _("Write the number of the new provision: “*” is the whole act."))
        is_composite = any(parent_number(other.number) == without_kind(element.number) for other in elements)
        if not (element.text.strip() or element.heading.strip() or is_composite):
            raise Refused("new_text_needed", _("Write the new text of %(target)s.", target=element.number))
    return place_all(tree, operation, elements, operation.after)


def append_element(tree: Tree, operation: Operation) -> Tree:
    """Append points to a list: the full stop of the last one before becomes a semicolon."""
    last = stop_before(tree, operation)
    appended = insert_element(tree, operation)
    if last is None:
        return appended
    stop = len(last.text.rstrip()) - 1
    return appended.changed([with_edits(last, "text", [Edit(stop, stop + 1, ";")])])


def stop_before(tree: Tree, operation: Operation) -> Element | None:
    """The provision before an appended one, if it ends in a full stop of a list; the rows of a table are no list."""
    previous = locate_previous(tree, operation.target, operation.after)
    last = last_worded(tree, previous) if previous else None
    is_stop = last is not None and last.kind is not Kind.ROW and last.text.rstrip().endswith(".")
    return last if is_stop else None


def repeal(tree: Tree, operation: Operation) -> Tree:
    """Repeal provisions: they keep their number and lose their wording, with all that is under them."""
    if operation.level not in ("", "text"):
        return delete_part(tree, operation)
    for target in operation.all_targets:
        element = locate(tree, target)
        if element.repealed:
            raise Refused("target_repealed", _("%(target)s is already repealed.", target=target))
        tree = tree.changed([_repealed(member) for member in tree.family(element)])
    return tree


def _repealed(element: Element) -> Element:
    return replace(with_text(with_text(element, "heading", ""), "text", ""), repealed=True)


def _restate_several(tree: Tree, operation: Operation) -> Tree:
    """Several provisions restated at once: the children carry the wording of each."""
    wordings = {child.number: child for child in operation.children}
    for target in operation.all_targets:
        if target not in wordings:
            raise Refused("new_text_needed", _("Write the new text of %(target)s.", target=target))
        worded = wordings[target]
        single = replace(
            operation, target=target, targets=(), new=worded.text, heading=worded.heading, children=()
        )
        tree = restate(tree, single)
    return tree


def _restate_whole(tree: Tree, operation: Operation, element: Element) -> Tree:
    restated = replace(element, repealed=False)
    if operation.new or operation.children:
        restated = with_text(restated, "text", operation.new)
    if operation.heading:
        restated = with_text(restated, "heading", operation.heading)
    tree = tree.changed([restated])
    is_whole = operation.children or operation.takes_what_lies_under
    return _with_children(tree, operation, restated) if is_whole else tree


def _with_children(tree: Tree, operation: Operation, element: Element) -> Tree:
    """Sub-elements as restated: the same number keeps its identity, what is not named again goes."""
    family = tree.family(element)
    named = _named(tree, family, operation)
    kept: dict[str, Element] = {element.key: element}
    gone = []
    for member in family[1:]:
        child = named.get(member.key)
        if member.parent not in kept or (child is None and not _heads_rows(tree, member, named)):
            gone.append(member)
            named.pop(member.key, None)
        elif child is None:
            kept[member.key] = member
        else:
            kept[member.key] = replace(
                with_text(member, "text", child.text), heading=child.heading, repealed=False
            )
    tree = tree.changed(kept.values()).without(gone)
    found = set(map(id, named.values()))
    rest: list[NewElement] = [child for child in operation.children if id(child) not in found]
    return place_all(tree, operation, rest, "")


def _named(tree: Tree, family: Sequence[Element], operation: Operation) -> dict[str, NewElement]:
    """The wordings of sub-elements by the key of the one that has the number already."""
    by_number = {member.number: member.key for member in reversed(family[1:]) if member.number}
    keys = {member.key for member in family[1:]}
    named: dict[str, NewElement] = {}
    for child in operation.children:
        found = _found(tree, child.number)
        if found is not None and (_counts_otherwise(found, child.number) or not is_taken(tree, child.number)):
            found = None  # 1(3) is free where only 1(1)(3) stands
        key = found.key if found is not None and found.key in keys else by_number.get(child.number, "")
        if key and key not in named:
            named[key] = child
    return named


def _counts_otherwise(found: Element, number: str) -> bool:
    """Whether an item is numbered in digits and the name in letters: a new (ii) does not word 2) anew."""
    return found.kind in _ITEMS and has_digits(found.number) != has_digits(cited(number).number)


def _found(tree: Tree, number: str) -> Element | None:
    try:
        return find(tree, number)
    except Refused:
        return None


def _heads_rows(tree: Tree, member: Element, named: Mapping[str, NewElement]) -> bool:
    """Whether a table of words stays, because rows of it are named or because it goes on from a row that stays."""
    if member.kind is not Kind.TABLE:
        return False
    return member.parent in named or any(row.key in named for row in rows_of(tree, member))


def _part(element: Element, level: str) -> tuple[int, int]:
    part = region(element.text, level)
    if part is None:
        raise Refused("missing_level", no_part(element.number, level))
    return part


def _with_part(element: Element, field: str, operation: Operation) -> Element:
    if field == "heading":
        return with_text(element, field, operation.new or operation.heading)
    start, end = _part(element, operation.level)
    return with_edits(element, "text", [Edit(start, end, operation.new)])


def _with_addition(element: Element, operation: Operation) -> Element:
    step = operation.level.rpartition("/")[2]
    name, __, ordinal = step.partition(":")
    text = element.text
    parts = paragraphs(text) if name == "paragraph" else _sentences_of(element, operation.level)
    at = int(ordinal) if ordinal else len(parts) + 1
    if at > len(parts) + 1:
        said = _(
            "%(target)s is too short: a new part there cannot become %(part)s. Write a smaller number.",
            target=element.number,
            part=named_part(step),
        )
        raise Refused("missing_level", said)
    joint = "\n" if name == "paragraph" else " "
    new = operation.new
    if not text:
        return with_text(element, "text", new)
    if at <= len(parts):
        place = parts[at - 1][0]
        return with_edits(element, "text", [Edit(place, place, f"{new}{joint}")])
    place = parts[-1][1] if parts else len(text)
    return with_edits(element, "text", [Edit(place, place, f"{joint}{new}")])


def _sentences_of(element: Element, level: str) -> list[tuple[int, int]]:
    outer = level.partition("/")[0] if "/" in level else ""
    return sentences(element.text, *_part(element, outer))


def _without_part(element: Element, level: str) -> Element:
    if level == "heading":
        return with_text(element, "heading", "")
    return with_edits(element, "text", [deletion(element.text, level, _part(element, level))])


def deletion(text: str, level: str, part: tuple[int, int]) -> Edit:
    """How a sentence or a paragraph is taken out, with one of the two marks that part it from its neighbours."""
    start, end = part
    if level.startswith("paragraph") and "/" not in level:
        return Edit(start, end + 1, "") if end < len(text) else Edit(max(0, start - 1), end, "")
    return joining.delete(text, start, end)
