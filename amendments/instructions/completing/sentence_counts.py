"""Which sentence or paragraph a new one becomes: official wording names its number."""

from dataclasses import replace

from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.sentences import paragraphs, sentences
from amendments.provisions.tree import Tree


def counted(tree: Tree, operation: Operation) -> Operation:
    """The operation with the number of the paragraph, or of the sentence of the only paragraph, that it adds at the end."""
    if operation.op is not Op.ADD_SENTENCE or operation.level not in ("", "text", "sentence", "paragraph"):
        return operation
    if len(operation.all_targets) != 1:
        return operation
    element = named(tree, operation.all_targets[0])
    if element is None or not element.text:
        return operation
    if operation.level == "paragraph":
        return replace(operation, level=f"paragraph:{len(paragraphs(element.text)) + 1}")
    if "\n" in element.text:
        return operation
    return replace(operation, level=f"sentence:{len(sentences(element.text)) + 1}")
