"""The text of an article that becomes its first part: numbered as the act numbers its parts."""

from dataclasses import replace

from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.tree import Kind, Tree


def with_first_part(tree: Tree, operation: Operation) -> Operation:
    """A redesignation that leaves open which number the text gets: 8(1) where the parts of articles are 1, 2, else 8.1."""
    article = named(tree, operation.target) if operation.op is Op.RENUMBER_AND_ADD else None
    if article is None or article.kind is not Kind.ARTICLE or not _has_parts_of_their_own(tree):
        return operation
    try:
        number = redesignation(operation)[0]
    except Refused:  # carrying it out says so
        return operation
    is_open = number == f"{operation.target}.1" and not any(
        child.number == number for child in operation.children
    )
    if not is_open or any(child.number.startswith(f"{operation.target}.") for child in operation.children):
        return operation
    return replace(operation, children=(NewElement(f"{operation.target}(1)"), *operation.children))


def _has_parts_of_their_own(tree: Tree) -> bool:
    """Whether most numbered parts right in an article do not repeat its number."""
    articles = {each.key for each in tree if each.kind is Kind.ARTICLE}
    parts = [
        each.number for each in tree if each.kind is Kind.PART and each.number and each.parent in articles
    ]
    return sum("." not in number for number in parts) * 2 > len(parts)
