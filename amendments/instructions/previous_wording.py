"""What a restatement replaced, for the record of a consolidated text."""

from collections.abc import Callable

from amendments.instructions.execution.levels import is_table, region
from amendments.instructions.execution.tree_edits import locate, table
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose import quoting
from amendments.provisions.conventions import no_ordinal
from amendments.provisions.printing import layout
from amendments.provisions.printing.label_forms import BARE, label_form, without_marks
from amendments.provisions.tree import Element, Kind, Tree

# Operations whose footnotes keep the wording before. Those of repeals do not: none of the 4 in three Azerbaijani acts.
_REPLACE_WORDING = frozenset({Op.RESTATE, Op.RESTATE_HEADING, Op.RESTATE_SENTENCE})
_BELOW_ARTICLES = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


def previous_wording(
    operation: Operation,
    before: Tree,
    labels: quoting.Labels,
    ordinal: Callable[[str], str] = no_ordinal,
) -> list[str]:
    """The old words in paragraphs, with the numbers under which they were printed; [] for other operations.

    `labels` serve provisions of which the text does not show how they are printed. What was repealed has no words.
    """
    if operation.op not in _REPLACE_WORDING:
        return []
    lines: list[str] = []
    for member in (each for target in operation.all_targets for each in _replaced(operation, before, target)):
        lines += member.split("\n") if isinstance(member, str) else _printed(before, member, labels, ordinal)
    return lines


def _replaced(operation: Operation, before: Tree, target: str) -> list[Element] | list[str]:
    """What a restatement replaced: provisions with their numbers, or words alone."""
    element = locate(before, target)
    if operation.op is Op.RESTATE_HEADING or operation.level == "heading":
        return [element.heading] if element.heading else []
    if is_table(operation.level):
        return [table(before, element, operation.level).text]
    if operation.level not in ("", "text"):
        part = region(element.text, operation.level)
        return [element.text[part[0] : part[1]]] if part else []
    if operation.is_of_text_alone:
        return [element.text] if element.text else []
    is_whole = bool(operation.children) or operation.takes_what_lies_under or not element.text
    members = before.family(element) if is_whole and not element.repealed else [element]
    return [member for member in members if not member.repealed]


def _printed(tree: Tree, member: Element, labels: quoting.Labels, ordinal: Callable[[str], str]) -> list[str]:
    """The provision as the text prints it, "2) …"; what has no number has its words alone."""
    form = without_marks(label_form(member))
    words = "\n".join(filter(None, (member.heading, member.text)))
    if form and form != BARE:
        said = layout.fill(form, layout.Filling(member.number, ordinal(member.number), (), (), ()))
        joint = form[len(form.rstrip()) :] or ("\n" if words else "")
        return f"{said.rstrip()}{joint}{words}".split("\n")
    name = "1 note" if member.kind is Kind.NOTE and not form else _designated(tree, member)
    if not name:
        return words.split("\n")
    return quoting.printed([NewElement(name, member.heading, member.text)], labels).split("\n")


def _designated(tree: Tree, member: Element) -> str:
    """The number with those above it where it does not hold them: 5.1, 4(3), 2.2(c)."""
    parent = tree.by_key.get(member.parent)
    if member.kind not in _BELOW_ARTICLES or "." in member.number or parent is None or not parent.number:
        return member.number
    return f"{_designated(tree, parent)}({member.number})"
