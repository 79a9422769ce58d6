"""What a restatement replaced, for the record of a consolidated text."""

from amendments.instructions.execution.levels import is_table, region
from amendments.instructions.execution.tree_edits import locate, table
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose import quoting
from amendments.provisions.tree import Element, Kind, Tree

# Operations whose footnotes keep the wording before. Those of repeals do not: none of the 4 in three Azerbaijani acts.
_REPLACE_WORDING = frozenset({Op.RESTATE, Op.RESTATE_HEADING, Op.RESTATE_SENTENCE})
_BELOW_ARTICLES = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


def previous_wording(operation: Operation, before: Tree, labels: quoting.Labels) -> list[str]:
    """The old words in paragraphs, with the numbers under which they were printed; [] for other operations."""
    if operation.op not in _REPLACE_WORDING:
        return []
    return [
        line for target in operation.all_targets for line in _of_target(operation, before, target, labels)
    ]


def _of_target(operation: Operation, before: Tree, target: str, labels: quoting.Labels) -> list[str]:
    element = locate(before, target)
    if operation.op is Op.RESTATE_HEADING or operation.level == "heading":
        return [element.heading]
    if is_table(operation.level):
        return table(before, element, operation.level).text.split("\n")
    if operation.level not in ("", "text"):
        part = region(element.text, operation.level)
        return element.text[part[0] : part[1]].split("\n") if part else []
    if operation.is_of_text_alone:
        return element.text.split("\n") if element.text else []
    is_whole = bool(operation.children) or not element.text
    members = before.family(element) if is_whole else [element]
    printed = [NewElement(_designated(before, member), member.heading, member.text) for member in members]
    return quoting.printed(printed, labels).split("\n")


def _designated(tree: Tree, member: Element) -> str:
    """The number with those above it where it does not hold them: 5.1, 4(3), 2.2(c)."""
    parent = tree.by_key.get(member.parent)
    if member.kind not in _BELOW_ARTICLES or "." in member.number or parent is None or not parent.number:
        return member.number
    return f"{_designated(tree, parent)}({member.number})"
