"""What is typed with a new provision stands in the text in the order in which it was typed."""

from itertools import pairwise

from amendments.instructions.completing.typed_lines import INSERTIONS
from amendments.instructions.execute import execute
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree

_WORDED = INSERTIONS | {Op.RESTATE}


def check_order(tree: Tree, operation: Operation, scheme: Scheme) -> None:
    """Refuse provisions that their numbers would bring before what was typed before them: b), then a)."""
    elements = new_elements(operation)
    if operation.op not in _WORDED or len(elements) == 1:
        return
    try:
        after = execute(tree, [operation], scheme)
    except Refused:
        return  # said where it is carried out
    places = {element.key: place for place, element in enumerate(after)}
    found = [(each.number, named(after, each.number)) for each in elements]
    standing = [(number, places[element.key]) for number, element in found if element is not None]
    for (before, first), (number, second) in pairwise(standing):
        if second < first:
            said = _(
                "%(number)s would stand before %(before)s, behind which it was typed. Type the provisions in the order in "
                "which the act prints them.",
                number=number,
                before=before,
            )
            raise Refused("not_worded", said)
