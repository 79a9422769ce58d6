"""Finds the smallest readable instructions that turn one text into another.

Words first; where words cannot say it or little would be left of the old wording, the sentence, the paragraph or the
whole text is restated.
"""

from amendments.instructions.derivation.trying import Editing, changed_share, spliced
from amendments.instructions.derivation.word_edits import edit_words
from amendments.instructions.operations import Op, Operation
from amendments.provisions.sentences import paragraphs, sentences
from amendments.provisions.tree import CELL_BORDER

# Above this share of changed characters a reader is better served by the new wording as a whole.
RESTATE_ABOVE = 0.6


def text_edits(before: str, after: str, *, is_heading: bool = False) -> list[Operation]:
    """Operations on one text; their target is left for the caller to name."""
    level = "heading" if is_heading else ""
    if before == after:
        return []
    if not after:
        return _emptied(before, level)
    editing = Editing(before, level)
    if before and _edit(editing, after):
        return editing.operations
    return [Operation(Op.RESTATE_HEADING if is_heading else Op.RESTATE, level=level, new=after)]


def _emptied(before: str, level: str) -> list[Operation]:
    if level:
        return [Operation(Op.DELETE_WORDS, level=level)]
    return [Operation(Op.DELETE_WORDS, level="paragraph:1") for _ in paragraphs(before)]


def _edit(editing: Editing, after: str) -> bool:
    """Whether the whole text can be brought to `after` in steps."""
    if editing.level:
        return _is_near(editing.text, after) and edit_words(editing, 0, len(editing.text), after)
    if CELL_BORDER in editing.text:
        return _is_near_by_cells(editing.text, after) and edit_words(editing, 0, len(editing.text), after)
    old, new = editing.text.split("\n"), after.split("\n")
    if len(new) > len(old) and new[: len(old)] == old:
        added = "\n".join(new[len(old) :])
        return editing.attempt(
            Operation(Op.ADD_SENTENCE, level=f"paragraph:{len(old) + 1}", new=added), after
        )
    if len(old) != len(new):
        return False
    return all(_edit_paragraph(editing, index, wanted) for index, wanted in enumerate(new))


def _edit_paragraph(editing: Editing, index: int, wanted: str) -> bool:
    text, taken = editing.text, len(editing.operations)
    start, end = paragraphs(text)[index]
    if text[start:end] == wanted or _edit_sentences(editing, start, end, wanted):
        return True
    editing.text = text
    del editing.operations[taken:]
    if "\n" not in text:
        return False
    restated = Operation(Op.RESTATE, level=f"paragraph:{index + 1}", new=wanted)
    return editing.attempt(restated, spliced(text, start, end, wanted))


def _edit_sentences(editing: Editing, start: int, end: int, wanted: str) -> bool:
    """Edit one paragraph by sentences: some added, one deleted, some restated or changed in words."""
    text = editing.text
    old, new = sentences(text, start, end), sentences(wanted)
    number = sum(place[0] < start for place in sentences(text)) + 1
    whole = spliced(text, start, end, wanted)
    before, after = [text[slice(*place)] for place in old], [wanted[slice(*place)] for place in new]
    same = next((i for i, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None)
    at = min(len(before), len(after)) if same is None else same
    level = f"sentence:{number + at}"
    if len(after) > len(before) > 0:
        last = new[at + len(after) - len(before) - 1]
        added = wanted[new[at][0] : last[1]]
        if editing.attempt(Operation(Op.ADD_SENTENCE, level=level, new=added), whole):
            return True
    elif len(before) == len(after) + 1 > 1:
        if editing.attempt(Operation(Op.DELETE_WORDS, level=level), whole):
            return True
    elif len(before) == len(after) > 1:
        steps = (_edit_sentence(editing, number + i, sentence) for i, sentence in enumerate(after))
        return all(steps) and editing.text == whole
    return _is_near(text[start:end], wanted) and edit_words(editing, start, end, wanted)


def _edit_sentence(editing: Editing, number: int, wanted: str) -> bool:
    text, taken = editing.text, len(editing.operations)
    places = sentences(text)
    if number > len(places):
        return False
    start, end = places[number - 1]
    old = text[start:end]
    if old == wanted or (_is_near(old, wanted) and edit_words(editing, start, end, wanted)):
        return True
    editing.text = text
    del editing.operations[taken:]
    restated = Operation(Op.RESTATE_SENTENCE, level=f"sentence:{number}", new=wanted)
    return editing.attempt(restated, spliced(text, start, end, wanted))


def _is_near_by_cells(before: str, after: str) -> bool:
    """Whether a row keeps one of its cells, or little of it changes; cells are never added in words."""
    old, new = before.split(CELL_BORDER), after.split(CELL_BORDER)
    if len(old) != len(new):
        return False
    is_kept = any(one == other and one.strip() for one, other in zip(old, new, strict=True))
    return is_kept or _is_near(before, after)


def _is_near(before: str, after: str) -> bool:
    return changed_share(before, after) <= RESTATE_ABOVE
