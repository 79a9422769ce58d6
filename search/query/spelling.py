"""Which words a misspelled one may stand for."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

ONE_SLIP = 5  # letters of a word from which one slip is understood
TWO_SLIPS = 9
MOST_MEANT = 3  # words that one misspelled word is looked up as


def slips(word: str) -> int:
    """How many slips of the keyboard are understood in a word of this length."""
    if not word.isalpha() or len(word) < ONE_SLIP:
        return 0
    return 1 if len(word) < TWO_SLIPS else 2


def meant(word: str, known: Iterable[tuple[str, int]]) -> list[str]:
    """The known words (with how often they stand) that the word is likely to be, the likeliest first."""
    most = slips(word)
    near = [
        (distance, -often, other)
        for other, often in known
        if other != word and (distance := OSA.distance(word, other, score_cutoff=most)) <= most
    ]
    nearest = min(near, default=(0,))[0]
    return [other for distance, _, other in sorted(near) if distance == nearest][:MOST_MEANT]
