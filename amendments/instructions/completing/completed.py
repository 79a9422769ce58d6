"""An operation as it was typed, completed by what the text says: the numbers of sentences, and provisions for numbered lines."""

from amendments.instructions.completing.sentence_counts import counted
from amendments.instructions.completing.typed_lines import with_provisions
from amendments.instructions.operations import Operation
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree


def completed(before: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """The operation on the text before it; `Refused` names a line that begins like a provision and cannot be one."""
    return counted(before, with_provisions(before, operation, scheme))
