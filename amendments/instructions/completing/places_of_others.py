"""A new provision stands in the one that it is counted in, and not after one that lies elsewhere."""

from amendments.instructions.citations import cited, parent_number
from amendments.instructions.completing.typed_lines import INSERTIONS
from amendments.instructions.execution.counting import cited_above, counting
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.instructions.touches import named
from amendments.provisions.citing.address import annex_of
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Element, Kind, Tree


def check_place(tree: Tree, operation: Operation) -> None:
    """Refuse a place after what does not lie in the provision of a new one: 2(4) after 1(1).

    An act may print 5.2 below 4.3. What holds a row is found by its table. What cannot be found is said where it is
    carried out.
    """
    address = cited(operation.target)
    after = named(tree, operation.after) if operation.op in INSERTIONS and operation.after else None
    if after is None or not address.parent or address.kind is Kind.ROW:
        return
    try:
        holders = [each for each in (cited_above(tree, address), counting(tree, address)) if each is not None]
    except Refused:
        return
    goes_on = any(_goes_on(tree, after, each) for each in holders if each.number)
    if not holders or goes_on or any(each in (after, *tree.above(after)) for each in holders):
        return
    said = _(
        "%(number)s cannot stand after %(after)s, which does not lie in %(parent)s. Name a provision of %(parent)s, or none "
        "to place it by its number.",
        number=operation.target,
        after=operation.after,
        parent=parent_number(operation.target),
    )
    raise Refused("missing_after", said)


def _goes_on(tree: Tree, after: Element, holder: Element) -> bool:
    is_of_one_text = annex_of(tree, after) is annex_of(tree, holder)
    return is_of_one_text and after.number.startswith(f"{holder.number}.")
