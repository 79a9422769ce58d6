"""Executes amending instructions on the tree of an act, in order.

Nothing is executed half and nothing is guessed: an operation that does not fit the text is `Refused`, with its place
in the list and the reason.
"""

from collections.abc import Callable, Iterable

from amendments.instructions.execution.dotted_letters import with_points
from amendments.instructions.execution.provision_operations import (
    add_sentence,
    append_element,
    delete_part,
    insert_element,
    repeal,
    restate,
    restate_heading,
    restate_sentence,
)
from amendments.instructions.execution.renumbering import renumber_and_add
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.execution.word_operations import edit_words
from amendments.instructions.instruction_errors import BadOperation, Refused
from amendments.instructions.operations import Op, Operation, designated
from amendments.provisions.citing.citation_words import CitationWords
from amendments.provisions.messages import message as _
from amendments.provisions.numbering import NumberingScheme
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree, text_hash

__all__ = ["Refused", "execute"]


def execute(tree: Tree, operations: Iterable[Operation], scheme: Scheme | None = None) -> Tree:
    """The act after the operations; the first that does not fit is refused and nothing is changed.

    With a `scheme` targets may be cited in the words of its language too ("2-ci fəsil").
    """
    base = tree
    words = words_of(scheme)
    for index, operation in enumerate(operations):
        try:
            operation = with_points(tree, _named(operation, words))
            _check_base(base, operation)
            tree = _EXECUTED_BY[operation.op](tree, operation)
        except Refused as refusal:
            raise Refused(refusal.code, refusal.message, index) from None
    return tree


def words_of(scheme: Scheme | None) -> CitationWords | None:
    """The words that a scheme has for citations, None where it has none."""
    return scheme.citation_words if isinstance(scheme, NumberingScheme) else None


def _named(operation: Operation, words: CitationWords | None) -> Operation:
    """The operation with its targets named in the grammar of operations; a name that is none is missing."""
    try:
        return designated(operation, words)
    except BadOperation as bad:
        raise Refused("missing_target", bad.message) from None


def _check_base(base: Tree, operation: Operation) -> None:
    if not operation.target_text_hash:
        return
    element = find(base, operation.target)
    if element is not None and text_hash(element) != operation.target_text_hash:
        said = _(
            "The text of %(target)s has changed since this instruction was written. Read it and save again.",
            target=operation.target,
        )
        raise Refused("stale_base", said)


def _delete_words(tree: Tree, operation: Operation) -> Tree:
    is_part = operation.level and operation.level != "text" and not operation.old
    return delete_part(tree, operation) if is_part else edit_words(tree, operation)


def _commencement(tree: Tree, operation: Operation) -> Tree:
    """Entry into force changes no wording."""
    return tree


_EXECUTED_BY: dict[Op, Callable[[Tree, Operation], Tree]] = {
    Op.REPLACE_WORDS: edit_words,
    Op.REPLACE_NUMBER: edit_words,
    Op.INSERT_AFTER: edit_words,
    Op.INSERT_BEFORE: edit_words,
    Op.DELETE_WORDS: _delete_words,
    Op.RESTATE: restate,
    Op.RESTATE_HEADING: restate_heading,
    Op.RESTATE_SENTENCE: restate_sentence,
    Op.ADD_SENTENCE: add_sentence,
    Op.INSERT_ELEMENT: insert_element,
    Op.APPEND_ELEMENT: append_element,
    Op.REPEAL: repeal,
    Op.RENUMBER_AND_ADD: renumber_and_add,
    Op.GLOBAL_REPLACE: edit_words,
    Op.COMMENCEMENT: _commencement,
}
