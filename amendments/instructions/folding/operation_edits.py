"""What an operation changes in each text of an act, as edits of that text."""

from collections.abc import Iterator

from amendments.instructions.execution.levels import is_table, region
from amendments.instructions.execution.provision_operations import deletion
from amendments.instructions.execution.spacing import Edit
from amendments.instructions.execution.word_operations import chosen_spots, edit_at, quoted
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.tree import Element, Tree
from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text

Place = tuple[str, str]  # the key of a provision and the field: heading or text
FIELDS = ("heading", "text")
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
# They word the whole of what they name, whatever it said before.
WORD_ANEW = frozenset({Op.RESTATE, Op.RESTATE_HEADING, Op.RESTATE_SENTENCE, Op.REPEAL})
_TAKING_OUT = frozenset({Op.DELETE_WORDS, Op.REPEAL})


def says_words(operation: Operation) -> bool:
    """Whether an operation quotes words of a text and changes them."""
    return operation.op in _ON_WORDS and bool(quoted(operation))


def is_throughout(operation: Operation) -> bool:
    """Whether an operation changes words wherever they stand in the act."""
    return operation.op is Op.GLOBAL_REPLACE or WHOLE_ACT in operation.all_targets


def words(element: Element, field: str) -> str:
    """One of the two texts of a provision."""
    return element.heading if field == "heading" else element.text


def edits_of(before: Tree, after: Tree, operation: Operation) -> dict[Place, list[Edit]]:
    """The edits of each text that stands in both trees and differs."""
    if says_words(operation):
        return _word_edits(before, operation)
    return {
        place: [_edit(words(old, place[1]), words(new, place[1]), operation, place[1])]
        for place, old, new in _differing(before, after)
    }


def refined(text: str, edit: Edit) -> list[Edit]:
    """The edit without the words that stay: "4 working days" to "7 working days" is 4 to 7."""
    found: list[Edit] = []
    at = edit.start
    for span in diff_text(text[edit.start : edit.end], edit.words):
        if span.mark is Mark.KEPT:
            at += len(span.text)
        elif span.mark is Mark.DELETED:
            found.append(Edit(at, at + len(span.text), ""))
            at += len(span.text)
        elif found and found[-1].end == at and not found[-1].words:
            found[-1] = Edit(found[-1].start, at, span.text)
        else:
            found.append(Edit(at, at, span.text))
    return found


def _word_edits(tree: Tree, operation: Operation) -> dict[Place, list[Edit]]:
    found: dict[Place, list[Edit]] = {}
    for spot in chosen_spots(tree, operation):
        text = words(tree.by_key[spot.key], spot.field)
        edit = _without_shared_spaces(text, edit_at(operation, text, spot))
        found.setdefault((spot.key, spot.field), []).append(edit)
    return found


def _without_shared_spaces(text: str, edit: Edit) -> Edit:
    """A deletion takes one of two spaces along; the other one belongs to its neighbour."""
    start, end, new = edit.start, edit.end, edit.words
    while start < end and new and text[end - 1] == new[-1] and new[-1].isspace():
        end, new = end - 1, new[:-1]
    while start < end and new and text[start] == new[0] and new[0].isspace():
        start, new = start + 1, new[1:]
    return Edit(start, end, new)


def _differing(before: Tree, after: Tree) -> Iterator[tuple[Place, Element, Element]]:
    for key in sorted(after.differing(before)):
        old, new = before.by_key.get(key), after.by_key.get(key)
        if old is None or new is None:
            continue
        for field in FIELDS:
            if words(old, field) != words(new, field):
                yield (key, field), old, new


def _edit(old: str, new: str, operation: Operation, field: str) -> Edit:
    is_part = field == "text" and operation.level not in ("", "text", "heading")
    if operation.op is Op.ADD_SENTENCE:
        return _addition(old, new, operation.new)
    if not is_part:
        return Edit(0, len(old), new) if operation.op in WORD_ANEW else _trimmed(old, new)
    start, end = (0, 0) if is_table(operation.level) else region(old, operation.level) or (0, 0)
    if operation.op in _TAKING_OUT and start < end:
        edit = deletion(old, operation.level, (start, end))
        if edit.apply(old) == new:
            return _without_shared_spaces(old, edit)
    tail = len(old) - end
    is_here = new.startswith(old[:start]) and new.endswith(old[end:]) and len(new) >= start + tail
    if start < end and is_here:
        return Edit(start, end, new[start : len(new) - tail])
    return _trimmed(old, new)


def _addition(old: str, new: str, sentence: str) -> Edit:
    """Where exactly a sentence was put: "The fee." before "The boat." begins at its own "The"."""
    edit = _trimmed(old, new)
    size = len(new) - len(old)
    for at in range(edit.start, max(-1, edit.start - size - 1), -1):
        added = new[at : at + size]
        if added.strip() == sentence.strip() and old[:at] + added + old[at:] == new:
            return Edit(at, at, added)
    return edit


def _trimmed(old: str, new: str) -> Edit:
    """The one edit between what both texts begin with and what both end with."""
    start = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    most = min(len(old), len(new)) - start
    same = (old[-1 - i] == new[-1 - i] for i in range(most))
    end = next((i for i, is_same in enumerate(same) if not is_same), most)
    return Edit(start, len(old) - end, new[start : len(new) - end])
