"""Ways to say one change of a text against its wording in force, the best first."""

from collections.abc import Iterator
from dataclasses import replace

from amendments.instructions.derivation.text_edits import text_edits
from amendments.instructions.derivation.word_edits import Hunk, wordings_of
from amendments.instructions.execution.word_operations import chosen_spots
from amendments.instructions.folding.operation_edits import says_words
from amendments.instructions.folding.patchwork import Made
from amendments.instructions.fragments import NUMBER, execute_on_text, text_as_tree
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import is_figures
from amendments.provisions.sentences import Region, paragraphs, sentences

_REPLACING = frozenset({Op.REPLACE_WORDS, Op.REPLACE_NUMBER})


def on_text(operation: Operation, field: str) -> Operation:
    """The operation as it is tried on the text of one provision."""
    level = "heading" if field == "heading" else operation.level
    return replace(
        operation, target=NUMBER, targets=(), count=None, level=level, creates={}, target_text_hash=""
    )


def gives(text: str, operation: Operation, field: str, wanted: str) -> bool:
    """Whether the operation finds its words in a text without doubt and gives exactly what is wanted."""
    try:
        return execute_on_text(text, [on_text(operation, field)]) == wanted
    except Refused:
        return False


def quotes(text: str, operation: Operation, field: str) -> list[Region]:
    """The words of a text that an operation quotes as those which give way."""
    if not operation.old or not says_words(operation):
        return []
    tree = text_as_tree(text, is_heading=field == "heading")
    return [(spot.start, spot.end) for spot in chosen_spots(tree, on_text(operation, field))]


def reworded(operation: Operation, words: str) -> Iterator[Operation]:
    """The operation in the form that was chosen for it, with other words."""
    words = words.strip()
    if operation.op in _REPLACING and not words:
        yield replace(operation, op=Op.DELETE_WORDS, new="")
    elif operation.op in _REPLACING:
        are_figures = is_figures(words) and is_figures(operation.old)
        yield replace(operation, op=Op.REPLACE_NUMBER if are_figures else Op.REPLACE_WORDS, new=words)
    elif operation.op is Op.DELETE_WORDS and operation.old and words:
        yield replace(operation, op=Op.REPLACE_WORDS, new=words)
    elif words:
        yield replace(operation, new=words)


def counted_anew(base: str, operation: Operation) -> Iterator[Operation]:
    """The operation on each sentence or paragraph that the base has: it counts those of the text in force.

    A sentence or paragraph that follows another new one at the end is added there without a number.
    """
    step = operation.level.rpartition("/")[2].partition(":")[0]
    if "sentence:" not in operation.level and "paragraph:" not in operation.level:
        return
    lines = paragraphs(base)
    for number in range(1, len(lines) + 2):
        yield replace(operation, level=f"paragraph:{number}")
    for number in range(1, len(sentences(base)) + 2):
        yield replace(operation, level=f"sentence:{number}")
    for line, (start, end) in enumerate(lines, start=1):
        for number in range(1, len(sentences(base, start, end)) + 2):
            yield replace(operation, level=f"paragraph:{line}/sentence:{number}")
    if operation.op is not Op.ADD_SENTENCE:
        return
    if step == "paragraph":
        yield replace(operation, level="paragraph")
    else:
        yield replace(operation, level="")
        yield from (replace(operation, level=f"paragraph:{n}/sentence") for n in range(1, len(lines) + 1))


def derived(base: str, made: Made, field: str) -> Iterator[Operation]:
    """The change in words of its own: sentence by sentence, else as few words as name the place."""
    wanted = base[: made.start] + made.words + base[made.end :]
    edits = text_edits(base, wanted, is_heading=field == "heading")
    if len(edits) == 1 and edits[0].op is not Op.RESTATE:
        yield edits[0]
    for operation in wordings_of(base, Hunk(made.start, made.end, made.words)):
        yield replace(operation, level="heading") if field == "heading" else operation
