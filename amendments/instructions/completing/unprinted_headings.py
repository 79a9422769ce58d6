"""Refuses a heading for a provision that the law prints without one: it would be kept and never be read."""

from amendments.instructions.execute import execute
from amendments.instructions.following import number_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.messages import Message, message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Kind, Tree

_HEADED = frozenset(
    {Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.ANNEX, Kind.CONTENTS, Kind.APPARATUS}
)


def check_headings(before: Tree, operation: Operation, scheme: Scheme) -> None:
    """An operation that cannot be carried out is left alone: that is said where it is."""
    is_headed = operation.heading or any(child.heading for child in operation.children)
    is_of_heading = operation.op is Op.RESTATE_HEADING or operation.level == "heading"
    if not (is_headed or is_of_heading):
        return
    try:
        after = execute(before, [operation], scheme)
    except Refused:
        return
    for key in sorted(after.differing(before)):
        element, old = after.by_key.get(key), before.by_key.get(key)
        if element is None or not element.heading or element.kind in _HEADED:
            continue
        if old is None or old.heading != element.heading:
            name = number_of(after, element)
            raise Refused("no_heading", _of_heading(name) if is_of_heading else _with_heading(name))


def _of_heading(name: str) -> Message:
    return _(
        "%(target)s has no heading: the law prints headings of articles and of what stands above them. "
        "Restate its text instead.",
        target=name,
    )


def _with_heading(name: str) -> Message:
    return _(
        "%(target)s has no heading: the law prints headings of articles and of what stands above them. "
        "Leave the heading empty and write its words in the text.",
        target=name,
    )
