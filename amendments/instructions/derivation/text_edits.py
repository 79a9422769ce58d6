"""Finds the smallest readable instructions that turn one text into another.

Words first; where words cannot say it or little would be left of the old wording, the sentence, the paragraph or the
whole text is restated.
"""

from collections.abc import Sequence

from amendments.instructions.derivation.counterparts import Counterparts, counterparts
from amendments.instructions.derivation.trying import Editing, changed_share, deleted, spliced
from amendments.instructions.derivation.word_edits import edit_words
from amendments.instructions.operations import Op, Operation
from amendments.provisions.sentences import paragraphs, sentences
from amendments.provisions.tree import CELL_BORDER

# Above this share of changed characters a reader is better served by the new wording as a whole.
RESTATE_ABOVE = 0.6
# A text is changed sentence by sentence as long as that gives up no more of it than changing its words would: where
# one sentence is split into two, its words are changed.
_MOST_MORE = 1.25


def text_edits(
    before: str, after: str, below: Sequence[str] = (), *, is_heading: bool = False
) -> list[Operation]:
    """Operations on one text; their target is left for the caller to name. `below` are the texts under it."""
    level = "heading" if is_heading else ""
    if before == after:
        return []
    if not after:
        return _emptied(before, level)
    editing = Editing(before, level, below=below)
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
    if len(old) != len(new):
        return _edit_number_of_paragraphs(editing, old, new) and editing.text == after
    return all(_edit_paragraph(editing, index, wanted) for index, wanted in enumerate(new))


def _edit_number_of_paragraphs(editing: Editing, old: Sequence[str], new: Sequence[str]) -> bool:
    """Edit the paragraphs that stay, take out those that go, and add the new ones."""
    found = counterparts(old, new)
    if found is None or _given_up(old, new, found) > RESTATE_ABOVE * len(editing.text):
        return False
    if not all(_edit_paragraph(editing, i, new[j]) for i, j in found.kept):
        return False
    gone = (Operation(Op.DELETE_WORDS, level=f"paragraph:{i + 1}") for i in reversed(found.gone))
    added = (
        Operation(Op.ADD_SENTENCE, level=f"paragraph:{first + 1}", new="\n".join(new[first : last + 1]))
        for first, last in found.runs()
    )
    return all(editing.take(operation) for operation in (*gone, *added))


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
    """Edit one paragraph by sentences: some added, some deleted, some restated or changed in words; else its words."""
    text, taken = editing.text, len(editing.operations)
    if _edit_by_sentence(editing, start, end, wanted) and editing.text == spliced(text, start, end, wanted):
        return True
    editing.text = text
    del editing.operations[taken:]
    return _is_near(text[start:end], wanted) and edit_words(editing, start, end, wanted)


def _edit_by_sentence(editing: Editing, start: int, end: int, wanted: str) -> bool:
    text = editing.text
    places = sentences(wanted)
    old = [text[slice(*place)] for place in sentences(text, start, end)]
    new = [wanted[slice(*place)] for place in places]
    found = counterparts(old, new)
    if found is None or len(old) == len(new) == 1:
        return False
    if not found.is_in_place and _given_up(old, new, found) > _most(text[start:end], wanted):
        return False
    number = sum(place[0] < start for place in sentences(text)) + 1
    if not all(_edit_sentence(editing, number + i, new[j]) for i, j in found.kept):
        return False
    within, first_there = "", number
    if "\n" in text:
        within, first_there = f"paragraph:{text.count(chr(10), 0, start) + 1}/", 1
    gone = (Operation(Op.DELETE_WORDS, level=f"sentence:{number + i}") for i in reversed(found.gone))
    added = (
        Operation(
            Op.ADD_SENTENCE,
            level=f"{within}sentence:{first_there + first}",
            new=wanted[places[first][0] : places[last][1]],
        )
        for first, last in found.runs()
    )
    return all(editing.take(operation) for operation in (*gone, *added))


def _most(before: str, after: str) -> float:
    return min(_MOST_MORE * deleted(before, after), RESTATE_ABOVE * len(before))


def _given_up(old: Sequence[str], new: Sequence[str], found: Counterparts) -> int:
    """How much of the wording in force is given up if the sentences are changed one by one."""
    return sum(deleted(old[i], new[j]) for i, j in found.kept) + sum(len(old[i]) for i in found.gone)


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
