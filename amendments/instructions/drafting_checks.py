"""What a drafter should look at again before the seal: instructions that can be carried out, perhaps not as meant.

What cannot be carried out, and two instructions on the same words, are refused or folded when an instruction is saved.
"""

from collections.abc import Iterator

from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.messages import Message, message as _
from amendments.provisions.tree import Tree


def doubts(before: Tree, operation: Operation) -> Iterator[Message]:
    """What may not be meant; `before` is the text on which the operation is carried out."""
    element = named(before, operation.target)
    is_bare = operation.op is Op.RESTATE and not operation.level and not operation.children
    if is_bare and element is not None and before.children(element.key):
        yield _(
            "The instruction restates only the text of %(target)s itself. What lies under it stays.",
            target=operation.target,
        )
    if operation.op is Op.REPLACE_WORDS and _runs_together(operation):
        yield _("“%(words)s” would be joined to the word before it without a space.", words=operation.new)


def _runs_together(operation: Operation) -> bool:
    """Whether a comma that stood close to the word before gives way to a word: "a, b" would become "ac"."""
    return operation.old.strip().startswith((",", ";", ":")) and operation.new.strip()[:1].isalnum()
