"""Changes of several authors that say one thing only together: one deletes the words that another one replaces."""

import re
from collections.abc import Sequence
from dataclasses import replace

from amendments.importers.markup import TrackedEdit
from amendments.markings.change_stretches import stretch_of
from amendments.markings.printed_places import PrintedText

Splice = tuple[int, int, str]  # from where to where words go, and what comes
_WORD = re.compile(r"\w+|[^\w ]")


def without_neighbours(edits: Sequence[TrackedEdit], file: PrintedText) -> list[TrackedEdit]:
    """The changes; those with no word between that lie in the words of one provision are one change by all authors.

    So are lines that several people insert at one place: one by one each would stand before those of the others.
    """
    found: list[TrackedEdit] = []
    for edit in edits:
        if found and _are_one(found[-1], edit, file):
            found[-1] = joined(found[-1], edit, file.text)
        else:
            found.append(edit)
    return found


def _are_one(first: TrackedEdit, second: TrackedEdit, file: PrintedText) -> bool:
    if first.end != second.start or first.move or second.move:
        return False
    are_lines = all(each.start == each.end and "\n" in each.new for each in (first, second))
    return are_lines or _is_within_a_line(joined(first, second, file.text), file)


def joined(first: TrackedEdit, second: TrackedEdit, text: str) -> TrackedEdit:
    """Two changes and the words between them as one change by both authors."""
    authors = dict.fromkeys([*first.author.split(", "), *second.author.split(", ")])
    return replace(
        first,
        end=second.end,
        new=first.new + text[first.end : second.start] + second.new,
        author=", ".join(authors),
        at=max(first.at, second.at),
        move=first.move or second.move,
    )


def _is_within_a_line(edit: TrackedEdit, file: PrintedText) -> bool:
    stretch = stretch_of(edit, file.text)
    lines = file.text[stretch.start : stretch.end] + stretch.new
    return "\n" not in lines and file.in_field(stretch) is not None


def spliced(words: str, splices: Sequence[Splice]) -> str:
    """A wording after changes, given in their order; borders of cells stay where a cell is emptied."""
    for start, end, new in reversed(splices):
        words = words[:start] + new + words[end:]
    return words.strip(" \n")


def are_same_words(one: str, other: str) -> bool:
    """Whether two wordings differ by nothing but blanks between their words and signs."""
    return _WORD.findall(one) == _WORD.findall(other)
