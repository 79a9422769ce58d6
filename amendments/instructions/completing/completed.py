"""An operation as it was typed, completed by what the text says.

That is the whole names of provisions, the numbers of sentences, provisions for numbered lines, and what of a provision is restated.
"""

from amendments.instructions.completing.announced import check_announced, check_beside
from amendments.instructions.completing.dotted_articles import with_dotted_articles
from amendments.instructions.completing.kinds_of_words import with_kind_of_words
from amendments.instructions.completing.moved_texts import with_first_part
from amendments.instructions.completing.names_in_annexes import with_names_in_annexes
from amendments.instructions.completing.narrowed import narrowed
from amendments.instructions.completing.new_numbers import with_new_numbers
from amendments.instructions.completing.places_of_others import check_place
from amendments.instructions.completing.sentence_counts import counted
from amendments.instructions.completing.typed_lines import with_provisions
from amendments.instructions.completing.typed_lists import (
    check_lists,
    check_together,
    is_listed,
    stays_in_place,
    unplaced,
    with_lists,
    without_typed_labels,
)
from amendments.instructions.completing.typed_rows import with_cells, with_stop
from amendments.instructions.completing.unprinted_headings import check_headings
from amendments.instructions.completing.whole_names import with_whole_names
from amendments.instructions.execution.dotted_letters import with_typed_points
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.instructions.wording import Wording
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree


def completed(
    before: Tree, operation: Operation, scheme: Scheme, wording: Wording | None = None
) -> Operation:
    """The operation as it is carried out on the text before it.

    Raises `Refused` for a line that begins like a provision and cannot be one, a heading that the law does not print, a
    row that is wider than its table, and new provisions of several kinds that the wording cannot say.
    """
    operation = with_dotted_articles(before, with_kind_of_words(before, operation, scheme), scheme)
    beside = without_typed_labels(operation)
    if not any(map(is_listed, operation.children)):
        said = _completed(before, beside, scheme, wording)
        check_together(before, beside, said, scheme)
        return said
    refusal = None
    try:
        said = _completed(before, beside, scheme, wording)
        if stays_in_place(before, operation, said, scheme):
            return said
    except Refused as refused:
        refusal = refused
    return _with_lists(before, operation, scheme, wording, refusal)


def _with_lists(
    before: Tree, operation: Operation, scheme: Scheme, wording: Wording | None, refusal: Refused | None
) -> Operation:
    """The operation with its items below the provisions behind which they were typed; `refusal` is that beside them."""
    try:
        said = _completed(before, with_lists(operation), scheme, wording)
    except Refused as refused:
        if refused.code != "numbered_line":
            raise
        if refusal is not None and refusal.code == refused.code:
            raise refusal from refused
        raise unplaced(operation) from refused
    check_lists(before, operation, said, scheme)
    return said


def _completed(before: Tree, operation: Operation, scheme: Scheme, wording: Wording | None) -> Operation:
    operation = with_typed_points(before, operation)
    check_headings(before, operation, scheme)
    operation = with_new_numbers(before, with_whole_names(before, operation))
    check_beside(operation)
    check_place(before, operation)
    operation = with_names_in_annexes(before, with_first_part(before, operation))
    operation = with_stop(before, with_cells(before, operation, scheme))
    operation = with_provisions(before, operation, scheme)
    check_announced(operation, wording)
    return narrowed(before, counted(before, operation))
