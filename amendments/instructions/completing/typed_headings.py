"""Headings that were typed with the number of their provision: the act prints the number before them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from amendments.instructions.execute import execute
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.index import value_of
from amendments.provisions.numbers import plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

_ENDS_OF_SENTENCES = (".", ":", ";", ",")
_NUMBER_ALONE = re.compile(r'(?P<number>[^\s()]+?)[.)]\s+(?=[“„«"]?(?P<first>[^\s“„«"]))')  # "10-1. Scope"


def with_plain_headings(tree: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """The operation with each heading as it is kept; one that cannot be carried out stays: that is said where it is."""
    is_of_heading = operation.op is Op.RESTATE_HEADING or (
        operation.op is Op.RESTATE and operation.level == "heading"
    )
    elements = new_elements(operation)
    if not is_of_heading and not any(each.heading for each in elements):
        return operation
    try:
        after = execute(tree, [operation], scheme)
    except Refused:
        return operation
    first, *rest = (
        replace(each, heading=_plain(tree, after, each.number, each.heading, scheme)) for each in elements
    )
    new = operation.new
    for target in operation.all_targets if is_of_heading else ():
        new = _plain(tree, after, target, new, scheme)
    return replace(operation, heading=first.heading, new=new, children=tuple(rest))


def _plain(tree: Tree, after: Tree, number: str, heading: str, scheme: Scheme) -> str:
    element = named(after, number) if heading and number else None
    if element is None:
        return heading
    old = tree.by_key.get(element.key)
    return plain_heading(replace(element, heading=heading), old, scheme)


def plain_heading(element: Element, old: Element | None, scheme: Scheme) -> str:
    """The heading of a provision without its label: "Article 10. Scope" and "10. Scope" are "Scope".

    What the heading in force begins with too belongs to it, and a number before a small letter: "10. maddənin tətbiqi".
    """
    heading = element.heading
    if not element.number or (old is not None and old.heading.split()[:1] == heading.split()[:1]):
        return heading
    found = _NUMBER_ALONE.match(heading)
    if found and not found["first"].islower() and _is_own(found["number"], element):
        return heading[found.end() :]
    read = scheme.parse(heading).tree.elements
    if len(read) != 1 or read[0].kind is not element.kind or not _is_own(read[0].number, element):
        return heading
    first, *rest = heading.split("\n")
    words = (read[0].heading or read[0].text).split("\n")[0]
    if words and first.endswith(words) and first != words:
        return "\n".join([words, *rest])
    return "\n".join(rest).strip() or heading


def with_first_line_as_heading(worded: NewElement, kind: Kind, below: Sequence[NewElement]) -> NewElement:
    """A chapter with its only line as its heading, if none was typed: nothing else stands between it and its articles."""
    is_heading = kind in UPPER_STRUCTURE and below and not worded.heading
    if not is_heading or "\n" in worded.text or worded.text.endswith(_ENDS_OF_SENTENCES):
        return worded
    return replace(worded, heading=worded.text, text="")


def _is_own(number: str, element: Element) -> bool:
    own = {plain(element.number), value_of(element.number)}
    return bool({plain(number), value_of(number)} & own - {""})
