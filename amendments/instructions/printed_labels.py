"""The labels of the provisions that instructions quote, as the text prints them: "4)", "(4)", "4.".

A heading that stays where a provision is restated belongs to its label.
"""

from collections.abc import Iterable, Iterator

from amendments.instructions.citations import cited
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.prose.quoting import has_heading
from amendments.instructions.quoted_rows import BRINGS
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

_ROWS = frozenset({Kind.TABLE, Kind.ROW})
_ABOVE_HEADINGS = UPPER_STRUCTURE | {Kind.ANNEX}


def printed_labels(operations: Iterable[Operation], tree: Tree, scheme: Scheme) -> dict[str, str]:
    """By its citation, the label of each provision that the operations word."""
    labels: dict[str, str] = {}
    for operation, number in ((each, number) for each in operations for number in _worded(each)):
        element = (
            _brought(tree, operation, number) or _standing(tree, number) or _new(tree, operation, number)
        )
        label = scheme.label(element) if element is not None and element.kind not in _ROWS else ""
        kept = element.heading if element is not None and _keeps_heading(operation, number) else ""
        if element is not None and element.kind in _ABOVE_HEADINGS and label[-1:].isalnum():
            labels[number] = f"{label}\n{kept}"  # without a sign behind it, it stands above the heading
        elif label and not (has_heading(number) and label[-1].isalnum()):
            labels[number] = f"{label} {kept}".rstrip()
        elif kept:
            labels[number] = f"{label}. {kept}"  # "Article 9", with the heading below it
    return labels


def _keeps_heading(operation: Operation, number: str) -> bool:
    """Whether a provision is restated with the heading that stands: the instruction gives none."""
    given = {child.number: child.heading for child in operation.children}
    is_restated = operation.op is Op.RESTATE and number in operation.all_targets
    return is_restated and has_heading(number) and not (operation.heading or given.get(number))


def _worded(operation: Operation) -> Iterator[str]:
    if operation.op is Op.RENUMBER_AND_ADD:
        yield from (element.number for element in redesignation(operation)[1])
    elif operation.op in BRINGS:
        yield from operation.all_targets
        yield from (element.number for element in new_elements(operation)[1:])


def _brought(tree: Tree, operation: Operation, number: str) -> Element | None:
    """The provision that the operation made under a number. What lies above it may have another number since."""
    element = tree.by_key.get(operation.creates.get(number, ""))
    return element if element is not None and element.number == cited(number).number else None


def _new(tree: Tree, operation: Operation, number: str) -> Element | None:
    """The new provision with the number and words of one that the operation brings: a preview has no keys for it yet."""
    words = {new.number: new.text for new in new_elements(operation)}
    alike = (each for each in tree.numbered(cited(number).number) if each.key not in tree.law.by_key)
    return next((each for each in alike if each.text == words.get(number)), None)


def _standing(tree: Tree, number: str) -> Element | None:
    try:
        return find(tree, number)
    except Refused:
        return None
