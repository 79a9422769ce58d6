"""Changes of several authors that say one thing only together: one deletes the words that another one replaces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.importers.markup import TrackedEdit
from amendments.markings.change_stretches import stretch_of
from amendments.markings.printed_places import PrintedText

Splice = tuple[int, int, str]  # from where to where words go, and what comes
_WORD = re.compile(r"\w+|[^\w ]")


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Changes with no word between them, and the numbers under which they are placed."""

    marked: Sequence[TrackedEdit]
    numbers: Sequence[int]


def rows_of(runs: Sequence[MarkedRun], text: str) -> list[MarkedRun]:
    """Several runs with nothing but the ends of empty paragraphs or cells between them, as one."""
    rows: list[list[MarkedRun]] = []
    for run in runs:
        between = text[rows[-1][-1].marked[-1].end : run.marked[0].start] if rows else ""
        if between.strip(" ") and not between.strip():
            rows[-1].append(run)
        else:
            rows.append([run])
    return [
        MarkedRun([edit for run in row for edit in run.marked], [n for run in row for n in run.numbers])
        for row in rows
        if len(row) > 1
    ]


def runs_of(edits: Sequence[TrackedEdit]) -> list[list[TrackedEdit]]:
    """The changes in rows with no word between one and the next."""
    found: list[list[TrackedEdit]] = []
    for edit in edits:
        if found and found[-1][-1].end == edit.start:
            found[-1].append(edit)
        else:
            found.append([edit])
    return found


def parts_of(run: Sequence[TrackedEdit], file: PrintedText) -> list[TrackedEdit]:
    """The changes of a run; those that lie in the words of one provision, or in one line, are one by all authors."""
    if len(run) == 1 or (
        not any(edit.move for edit in run) and _is_within_a_line(together(run, file.text), file)
    ):
        return [together(run, file.text)]
    return [part for line in _lines_of(run, file.text) for part in _parts_of_line(line, file)]


def _lines_of(run: Sequence[TrackedEdit], text: str) -> Iterator[list[TrackedEdit]]:
    """The changes of a run, line by line."""
    line: list[TrackedEdit] = []
    for edit in run:
        if line and _ends_line(line, edit, text):
            yield line
            line = []
        line.append(edit)
    yield line


def _ends_line(line: Sequence[TrackedEdit], following: TrackedEdit, text: str) -> bool:
    """Whether both texts have the end of a line between changes and the next one."""
    new = "".join(edit.new for edit in line)
    if not following.new and text.startswith("\n", following.start) and following.end == following.start + 1:
        return False  # it takes away the end of the line
    comes_next = following.new.startswith("\n") and following.start == following.end
    if comes_next and text.startswith("\n", following.start):
        return True
    return text[: following.start].endswith("\n") and (
        new.endswith("\n") if new else _begins_line(line[0], text)
    )


def _begins_line(edit: TrackedEdit, text: str) -> bool:
    return not edit.start or text[edit.start - 1] == "\n"


def _parts_of_line(line: Sequence[TrackedEdit], file: PrintedText) -> list[TrackedEdit]:
    """The changes of a line as one; words that move within it and an end of a line alone stay for themselves."""
    whole = together(line, file.text)
    moves = {edit.move for edit in line if edit.move}
    is_divided = "\n" in whole.new and not whole.new.strip()
    is_joined = file.text[line[-1].start : line[-1].end] == "\n" and not _begins_line(whole, file.text)
    if (
        is_divided
        or is_joined
        or len(moves) > 1
        or (moves and all(_is_within_a_line(edit, file) for edit in line))
    ):
        return list(line)
    return [whole]


def together(edits: Sequence[TrackedEdit], text: str) -> TrackedEdit:
    """Several changes and the words between them as one change by all authors."""
    first, *further = edits
    for edit in further:
        first = joined(first, edit, text)
    return first


def joined(first: TrackedEdit, second: TrackedEdit, text: str) -> TrackedEdit:
    """Two changes and the words between them as one change by both authors, each name in a line of its own."""
    authors = dict.fromkeys([*first.author.split("\n"), *second.author.split("\n")])
    return replace(
        first,
        end=second.end,
        new=first.new + text[first.end : second.start] + second.new,
        author="\n".join(authors),
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
    return words_and_signs(one) == words_and_signs(other)


def words_and_signs(words: str) -> list[str]:
    """The words and signs of a wording, without blanks."""
    return _WORD.findall(words)
