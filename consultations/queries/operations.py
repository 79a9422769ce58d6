"""The operation that a proposed wording means on the working text of its amendment."""

from dataclasses import replace

from amendments.instructions.derive import cite, derive
from amendments.instructions.errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.models import Amendment
from amendments.provisions.tree import Element
from amendments.queries.drafts import working_draft
from consultations.errors import NotComparable


def operation_for(amendment: Amendment, provision: str, wording: str) -> Operation:
    """The smallest readable operation that gives the provision this wording; else a restatement."""
    tree = working_draft(amendment).tree
    element = tree.by_key.get(provision)
    if element is None or element.repealed:
        raise NotComparable
    field = "text" if element.text or not element.heading else "heading"
    if getattr(element, field) == wording.strip():
        raise NotComparable
    wanted = tree.changed([_with(element, field, wording.strip())])
    try:
        operations = derive(tree, wanted)
    except Refused:
        operations = []
    if len(operations) == 1:
        return operations[0]
    return Operation(
        Op.RESTATE if field == "text" else Op.RESTATE_HEADING, cite(tree, element), new=wording.strip()
    )


def _with(element: Element, field: str, words: str) -> Element:
    if field == "heading":
        return replace(element, heading=words)
    return replace(element, text=words)
