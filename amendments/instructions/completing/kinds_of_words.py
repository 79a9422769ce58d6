"""What a number alone names where the words say it: "Chapter 2-1. Safety" for 2-1 is a new chapter, and no article."""

from dataclasses import replace

from amendments.instructions.citations import bare_number
from amendments.instructions.completing.typed_lines import INSERTIONS
from amendments.instructions.operations import Operation
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.numbers import plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Kind, Tree


def with_kind_of_words(tree: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """The insertion with the name of a chapter or an annex for a number alone, where its first line names one so.

    Acts without sections can call their articles so. What was created before keeps its name.
    """
    number = bare_number(operation.target)
    if operation.op not in INSERTIONS or not number or operation.target in operation.creates:
        return operation
    read = next(iter(scheme.parse(operation.new).tree), None)
    if read is None or read.kind not in UPPER_STRUCTURE | {Kind.ANNEX} or plain(read.number) != plain(number):
        return operation
    if read.kind is Kind.SECTION and not tree.of_kind(read.kind):
        return operation
    return replace(operation, target=f"{read.kind} {number}")
