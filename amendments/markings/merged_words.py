"""Two changes of one wording as one, word by word."""

from collections.abc import Iterable, Sequence

from amendments.markings.joined_changes import words_and_signs
from amendments.redline.difference import differing_regions

_Change = tuple[int, int, list[str]]  # from where to where words go, and what comes
_TELLING = 4  # letters of a word by which it is known again


def merged_words(before: str, one: str, other: str) -> list[str] | None:
    """The words after both changes; None where they meet or bring the same words. What both say is said once."""
    words = words_and_signs(before)
    first, second = _changes(words, one), _changes(words, other)
    alone = [each for each in second if each not in first]
    others = [each for each in first if each not in second]
    if _brought(alone) & _brought(others) or any(_meet(words, *pair) for pair in _pairs(alone, first)):
        return None
    for start, end, new in sorted([*first, *alone], key=lambda change: change[:2], reverse=True):
        words[start:end] = new
    return words


def _changes(before: Sequence[str], after: str) -> list[_Change]:
    words = words_and_signs(after)
    return [(each.b0, each.b1, words[each.a0 : each.a1]) for each in differing_regions(before, words)]


def _brought(changes: Iterable[_Change]) -> set[str]:
    return {word for _, _, new in changes for word in new if len(word) >= _TELLING}


def _pairs(one: Iterable[_Change], other: Sequence[_Change]) -> Iterable[tuple[_Change, _Change]]:
    return ((each, second) for each in one for second in other)


def _meet(words: Sequence[str], one: _Change, other: _Change) -> bool:
    """Whether no word stands between two changes."""
    first, second = sorted((one, other), key=lambda change: change[:2])
    return not any(word.isalnum() for word in words[first[1] : second[0]])
