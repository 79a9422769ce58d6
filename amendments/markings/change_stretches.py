"""A tracked change as it is best placed: without the words that stay, and with the ends of lines where provisions begin."""

import re
from dataclasses import dataclass

from amendments.importers.markup import TrackedEdit

_FIRST_WORDS = 10
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What goes from `start` to `end` of a text, and what comes."""

    start: int
    end: int
    new: str


def stretch_of(edit: TrackedEdit, text: str) -> Stretch:
    """The stretch that a change means. A line that comes or goes takes the line end before it, not the one behind."""
    return _turned(trimmed(Stretch(edit.start, edit.end, edit.new), text), text)


def whole_lines(edit: TrackedEdit, text: str) -> Stretch:
    """The lines that a change touches, as they were and as they become, without those at its ends that stay."""
    start, end, new = edit.start, edit.end, edit.new
    if text[start:end].startswith("\n") and new.startswith("\n"):
        start, new = start + 1, new[1:]
    if text[:end].endswith("\n") and end > start and (new.endswith("\n") or not new):
        end, new = end - 1, new[:-1]
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = last if last >= 0 else len(text)
    old = text[first:last].split("\n")
    come = (text[first:start] + new + text[end:last]).split("\n")
    while old and come and old[0] == come[0]:
        first += len(old.pop(0)) + 1
        come.pop(0)
    while old and come and old[-1] == come[-1]:
        last -= len(old.pop()) + 1
        come.pop()
    if old and come:
        return Stretch(first, last, "\n".join(come))
    before = max(first - 1, 0)
    return Stretch(before, last if old else before, "".join(f"\n{line}" for line in come))


def is_white(stretch: Stretch, text: str) -> bool:
    """Whether nothing but white space goes and comes, and no word is divided or joined with another by it."""
    old, new = text[stretch.start : stretch.end], stretch.new
    left, right = text[: stretch.start][-1:], text[stretch.end : stretch.end + 1]
    is_same = (left + old + right).split() == (left + new + right).split()
    return not (old + new).strip() and (is_same or changes_lines(stretch, text))


def changes_lines(stretch: Stretch, text: str) -> bool:
    """Whether a line with words is divided, or two are joined; empty lines count for nothing."""
    start = text.rfind("\n", 0, stretch.start) + 1
    end = text.find("\n", stretch.end)
    before, behind = text[start : stretch.start], text[stretch.end : end if end >= 0 else len(text)]
    return _lines(before + text[stretch.start : stretch.end] + behind) != _lines(
        before + stretch.new + behind
    )


def paragraph_at(stretch: Stretch, text: str) -> str:
    """The first words of the paragraph that a change divides, or of the first one that it joins, by which people find it."""
    end = text.find("\n", stretch.start)
    words = (text[:end] if end >= 0 else text).rstrip().rpartition("\n")[2].split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def as_lines(words: str) -> str:
    """The lines with words, each between two line ends, however its blanks are counted."""
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "".join(f"\n{line}\n" for line in lines if line)


def _lines(text: str) -> int:
    return sum(bool(line.strip()) for line in text.split("\n"))


def trimmed(stretch: Stretch, text: str) -> Stretch:
    """The stretch without the whole words at its ends that are the same before and after."""
    old, new = _WORD.findall(text[stretch.start : stretch.end]), _WORD.findall(stretch.new)
    left = 0
    while left < min(len(old), len(new)) and old[left] == new[left]:
        left += 1
    right = 0
    while right < min(len(old), len(new)) - left and old[-1 - right] == new[-1 - right]:
        right += 1
    ends = [words[left : len(words) - right] for words in (old, new)]
    if right and old[-right] == ")" and all(words.count("(") > words.count(")") for words in ends):
        right -= 1  # “5 (five)” becomes “6 (six)”
    start = stretch.start + len("".join(old[:left]))
    end = stretch.end - len("".join(old[len(old) - right :]))
    return Stretch(start, end, "".join(new[left : len(new) - right]))


def _turned(stretch: Stretch, text: str) -> Stretch:
    start, end, new = stretch.start, stretch.end, stretch.new
    line = text.rfind("\n", 0, start)
    if line >= 0 and new.strip() and _is_empty_paragraph(stretch, text):
        return Stretch(line, line, f"\n{new}")
    if text[start - 1 : start] != "\n":
        return stretch
    if start == end and new.endswith("\n"):
        return Stretch(start - 1, end - 1, f"\n{new[:-1]}")
    if not new and text[start:end].endswith("\n"):
        return Stretch(start - 1, end - 1, "")
    return stretch


def _is_empty_paragraph(stretch: Stretch, text: str) -> bool:
    """Whether a change fills an empty paragraph; more of them may go with it. Tabs are borders of cells."""
    first = text.rfind("\n", 0, stretch.start) + 1
    last = text.find("\n", stretch.end)
    line = text[first : last if last >= 0 else len(text)]
    return not stretch.new.endswith("\n") and not line.strip() and "\t" not in line
