"""Finds what two texts share at their start and end. That is most of an act, and need not be compared."""

from collections.abc import Callable

_CONTEXT = 80  # characters of shared words that stay beside a difference, so that an edit can slide


def shared_words(before: str, after: str) -> tuple[int, int]:
    """The lengths of the shared start and end. Both are cut between two words, at a distance from the differences."""
    return _shared(before, after, _CONTEXT, _starts_word)


def shared_lines(before: str, after: str) -> tuple[int, int]:
    """The lengths of the shared start and end. Both are cut between two lines."""
    return _shared(before, after, 0, _starts_line)


def _shared(before: str, after: str, context: int, starts: Callable[[str, int], bool]) -> tuple[int, int]:
    shorter = min(len(before), len(after))
    start = _longest(shorter, lambda n: before[:n] == after[:n]) - context
    while start > 0 and not (starts(before, start) and starts(after, start)):
        start -= 1
    start = max(start, 0)
    b, a = len(before), len(after)
    end = _longest(shorter - start, lambda n: before[b - n :] == after[a - n :]) - context
    while end > 0 and not (starts(before, b - end) and starts(after, a - end)):
        end -= 1
    return start, max(end, 0)


def _longest(limit: int, is_shared: Callable[[int], bool]) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_shared(middle) else (low, middle - 1)
    return low


def _starts_word(text: str, index: int) -> bool:
    """Whether a word starts here, after a space that is no part of a figure."""
    return (
        text[index - 1 : index] == " " and text[index : index + 1].isalpha() and not text[index - 2].isdigit()
    )


def _starts_line(text: str, index: int) -> bool:
    """Whether a line with words starts here; blank lines belong to the line before them."""
    return text[index - 1 : index] == "\n" and not text[index : index + 1].isspace()
