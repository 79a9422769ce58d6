"""What a person should know before a list of instructions is published: conflicts, stale bases, missing pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from amendments.instructions.execute import execute
from amendments.instructions.execution.word_operations import Spot, spots_in
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import LEANING, named, touches
from amendments.provisions.messages import Message, message as _
from amendments.provisions.tree import Tree, text_hash

_ON_WORDS = frozenset(
    {
        Op.REPLACE_WORDS,
        Op.REPLACE_NUMBER,
        Op.INSERT_AFTER,
        Op.INSERT_BEFORE,
        Op.DELETE_WORDS,
        Op.GLOBAL_REPLACE,
    }
)
_RESTATE = frozenset({Op.RESTATE, Op.RESTATE_HEADING, Op.RESTATE_SENTENCE})


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something wrong with one instruction, or between two; `indexes` are their places in the list from 0.

    `code` is stable: overlap, edits_repealed, stale_base, sub_elements_stay, words_run_together, or the code with
    which execution refuses (ambiguous_anchor, missing_anchor, missing_target, new_text_needed …).
    """

    code: str
    message: Message
    indexes: tuple[int, ...]


def conflicts(tree: Tree, operations: Sequence[Operation]) -> list[Conflict]:
    """Everything that is wrong with instructions on a base, in the order of the list."""
    found = [
        *_refusals(tree, operations),
        *_stale(tree, operations),
        *_edits_of_repealed(tree, operations),
        *_overlaps(tree, operations),
        *_doubtful(tree, operations),
    ]
    return sorted(found, key=lambda conflict: conflict.indexes)


def _refusals(tree: Tree, operations: Sequence[Operation]) -> Iterator[Conflict]:
    """What execution refuses, each instruction after those before it that could be executed."""
    for index, operation in enumerate(operations):
        try:
            tree = execute(tree, [operation])
        except Refused as refusal:
            if refusal.code != "stale_base":
                yield Conflict(refusal.code, refusal.message, (index,))


def _stale(tree: Tree, operations: Sequence[Operation]) -> Iterator[Conflict]:
    for index, operation in enumerate(operations):
        element = named(tree, operation.target)
        if operation.target_text_hash and element and text_hash(element) != operation.target_text_hash:
            said = _(
                "The wording of %(target)s has changed since the instruction was written.",
                target=operation.target,
            )
            yield Conflict("stale_base", said, (index,))


def _edits_of_repealed(tree: Tree, operations: Sequence[Operation]) -> Iterator[Conflict]:
    """Instructions about a provision that another one repeals, before it or after it in the list."""
    touched = [_changed(tree, operation) for operation in operations]
    for repealing, operation in enumerate(operations):
        if operation.op is not Op.REPEAL:
            continue
        for index, keys in enumerate(touched):
            if index != repealing and keys & touched[repealing] and operations[index].op is not Op.REPEAL:
                said = _(
                    "Instruction %(repealing)s repeals what instruction %(amending)s amends.",
                    repealing=repealing + 1,
                    amending=index + 1,
                )
                yield Conflict("edits_repealed", said, (min(index, repealing), max(index, repealing)))


def _changed(tree: Tree, operation: Operation) -> set[str]:
    """The keys of the provisions that an instruction changes by itself."""
    try:
        found = touches(tree, execute(tree, [operation]), operation)
    except Refused:
        return set()  # named among the refusals
    return {each.key for each in found if each.touch not in LEANING}


def _overlaps(tree: Tree, operations: Sequence[Operation]) -> Iterator[Conflict]:
    """Two instructions about the same words of the text in force."""
    places = [_words_of(tree, operation) for operation in operations]
    for (i, first), (j, second) in combinations(enumerate(places), 2):
        if any(_overlap(one, other) for one in first for other in second):
            said = _(
                "Instructions %(first)s and %(second)s are about the same words.", first=i + 1, second=j + 1
            )
            yield Conflict("overlap", said, (i, j))


def _words_of(tree: Tree, operation: Operation) -> list[Spot]:
    """The words of the base that an instruction takes the place of; insertions take none."""
    spots: list[Spot] = []
    for target in operation.all_targets:
        element = named(tree, target)
        if operation.op in _RESTATE and element is not None:
            field = (
                "heading" if operation.level == "heading" or operation.op is Op.RESTATE_HEADING else "text"
            )
            spots.append(Spot(element.key, field, 0, len(getattr(element, field))))
        elif operation.op in _ON_WORDS and operation.old:
            spots.extend(_spots(tree, operation, target))
    return spots


def _overlap(one: Spot, other: Spot) -> bool:
    is_same_field = (one.key, one.field) == (other.key, other.field)
    return is_same_field and one.start < other.end and other.start < one.end


def _doubtful(tree: Tree, operations: Sequence[Operation]) -> Iterator[Conflict]:
    """Instructions that can be executed but are probably not meant that way."""
    for index, operation in enumerate(operations):
        element = named(tree, operation.target)
        is_bare = operation.op is Op.RESTATE and not operation.level and not operation.children
        if is_bare and element is not None and tree.children(element.key):
            said = _(
                "The instruction restates only the text of %(target)s itself. What lies under it stays.",
                target=operation.target,
            )
            yield Conflict("sub_elements_stay", said, (index,))
        if operation.op is Op.REPLACE_WORDS and _runs_together(operation):
            said = _(
                "“%(words)s” would be joined to the word before it without a space.", words=operation.new
            )
            yield Conflict("words_run_together", said, (index,))


def _runs_together(operation: Operation) -> bool:
    """Whether a comma that stood close to the word before gives way to a word: "a, b" would become "ac"."""
    return operation.old.strip().startswith((",", ";", ":")) and operation.new.strip()[:1].isalnum()


def _spots(tree: Tree, operation: Operation, target: str) -> list[Spot]:
    try:
        return spots_in(tree, operation, target)
    except Refused:
        return []  # named among the refusals
