"""Finds the words that a misspelled word may stand for."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

ONE_SLIP = 5  # letters of a word from which one slip is understood
TWO_SLIPS = 9
MOST_MEANT = 3  # words that one misspelled word is looked up as


def slips(word: str, *, is_eager: bool = False) -> int:
    """How many slips of the keyboard are understood in a word of this length; eagerly, in one letter less too."""
    if not word.isalpha() or len(word) < ONE_SLIP - is_eager:
        return 0
    return 1 if len(word) < TWO_SLIPS else 2


def meant(word: str, most: int, known: Iterable[tuple[str, int]]) -> list[str]:
    """The known words (with how often they stand) that differ by so many slips at most, the likeliest first."""
    near = [
        (distance, -often, other)
        for other, often in known
        if other != word and (distance := OSA.distance(word, other, score_cutoff=most)) <= most
    ]
    nearest = min(near, default=(0,))[0]
    return [other for distance, _, other in sorted(near) if distance == nearest][:MOST_MEANT]


def begun(word: str, most: int, known: Iterable[tuple[str, int]]) -> list[str]:
    """The known words that go on after the word, by an ending: of "yataxana" "yataqxanada", the likeliest first."""
    near = [
        (
            min(OSA.distance(word, other[:end]) for end in range(len(word) - most, len(word) + most + 1)),
            -often,
            other,
        )
        for other, often in known
    ]
    nearest = min(near, default=(0,))[0]
    return [other for distance, _, other in sorted(near) if distance == nearest <= most][:MOST_MEANT]
