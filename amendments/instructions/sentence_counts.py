"""Which sentence a new one becomes: official wording names its number."""

from dataclasses import replace

from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.sentences import sentences
from amendments.provisions.tree import Tree


def counted(tree: Tree, operation: Operation) -> Operation:
    """The operation with the number of the sentence that it adds at the end of a provision of one paragraph."""
    if operation.op is not Op.ADD_SENTENCE or operation.level not in ("", "text"):
        return operation
    if len(operation.all_targets) != 1:
        return operation
    element = named(tree, operation.all_targets[0])
    if element is None or not element.text or "\n" in element.text:
        return operation
    return replace(operation, level=f"sentence:{len(sentences(element.text)) + 1}")
