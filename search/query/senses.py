"""What a query asks for, word by word, with everything that says it: for the hits that follow where few have all words.

A word is said by itself, by its other forms, by words that share its 4-grams, and by words of the law that mean it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from search.query.cited import words_of
from search.query.document import Written
from search.query.expression import All, Node, Run, any_of

# The weights were tuned on the tuning half of the needs (`tests/relevance/everyday.py`, docs/benchmarks.md).
FORM = 0.9  # of the weight of a word as typed: another form of it
_KIN = 0.8  # a word that shares its beginning or its 4-grams
HALF_KIN = _KIN / 2  # of a word that stands nowhere, what shares less of it says nothing
_BEGINS = 5  # letters that make two words kin
_SHORTEST = 4  # letters of a word that has kin, and of a gram
_ALIKE = 0.5  # of the grams of both
_HEADING = 2.0
_SHARE = 1.0  # of what a heading says, by the share of its words that say it
_SATURATION, _LENGTH = 1.5, 0.6  # as in BM25
_USUAL = 1_000  # letters of a text of usual length
_TITLE = 0.6  # of what a word is worth in a text: the title of its act says it
_TOGETHER, _WINDOW = 0.5, 25  # words within so many count once more
_READ = 1_000  # words of a text
_APART = 3  # words between those of a phrase, in any order

Places = tuple[frozenset[str], ...]
"""The words of a phrase, each in all its forms."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that is asked for; `weight` is how rare the word is, as typed and in its forms, among what everybody may read."""

    words: Mapping[str, float]  # that say it, and how well
    stems: tuple[str, ...] = ()  # of the word as typed: they find its forms, which are among the words
    phrases: tuple[Places, ...] = ()
    weight: float = 1.0

    @property
    def node(self) -> Node:
        """What finds it in an index."""
        phrases = (All(tuple(_any(place) for place in phrase)) for phrase in self.phrases)
        others = (word for word, well in self.words.items() if well != FORM or not self.stems)
        return any_of([*(Run((term,)) for term in (*self.stems, *others)), *phrases])

    @property
    def marked(self) -> frozenset[str]:
        """The terms that are worth a highlight."""
        return frozenset(chain(self.stems, self.words, *chain.from_iterable(self.phrases)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """The senses of a query: those by which texts are looked for, the rarest first, and those that only rank them."""

    senses: tuple[Sense, ...]
    sought: int = field(default=0)

    @property
    def nodes(self) -> list[tuple[Node, float]]:
        """What texts are looked for by, and what each is worth; a common sense counts where a rare one is found."""
        rare = [sense.node for sense in self.senses[: self.sought]]
        if not rare:
            first, second = self.senses[:2]
            return [(All((first.node, second.node)), first.weight + second.weight)]
        common = self.senses[self.sought :]
        found = [(sense.node, sense.weight) for sense in self.senses[: self.sought]]
        return found + [(All((any_of(rare), sense.node)), sense.weight) for sense in common]


def kinship(word: str, other: str) -> float:
    """How surely two words are of one family: by their common beginning, or by the grams of four that they share."""
    if len(word) < _SHORTEST or not word.isalpha():
        return 0.0
    common = next(
        (at for at, pair in enumerate(zip(word, other, strict=False)) if pair[0] != pair[1]),
        min(len(word), len(other)),
    )
    begun = common / len(word) if common >= min(_BEGINS, len(word)) else 0.0
    mine, theirs = _grams(word), _grams(other)
    shared = 2 * len(mine & theirs) / (len(mine) + len(theirs))
    return _KIN * max(begun, shared if shared >= _ALIKE else 0.0)


@lru_cache(maxsize=100_000)
def _grams(word: str) -> frozenset[str]:
    padded = f"_{word}"
    return frozenset(padded[at : at + 4] for at in range(max(1, len(padded) - 3)))


def telling(entries: int, having: int) -> float:
    """How much a word tells that so many entries have."""
    having = min(having, entries)
    return math.log(1 + (entries - having + 0.5) / (having + 0.5))


class Rating:
    """Rates texts by how well they say what is asked, each for itself: beside others it would be rated the same."""

    def __init__(self, senses: Sequence[Sense]) -> None:
        self._senses = senses
        self._saying: dict[str, list[tuple[int, float]]] = {}  # by word
        for number, sense in enumerate(senses):
            for word, well in sense.words.items():
                self._saying.setdefault(word, []).append((number, well))
        self._phrases = [(number, phrase) for number, sense in enumerate(senses) for phrase in sense.phrases]

    def rate(self, texts: Iterable[Written], title: str) -> float:
        """The best of the texts of an entry; the more, the better."""
        return max(self._text(text, title) for text in texts)

    def _text(self, text: Written, title: str) -> float:
        named = words_of(text.heading)
        heading = self._said(named)
        body = self._said(words_of(text.body)[:_READ])
        found = [0.0] * len(self._senses)
        for sense, _, strength in heading:
            found[sense] += _HEADING * strength
        for sense, _, strength in body:
            found[sense] += strength
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * len(text.body) / _USUAL)
        act = {sense: strength for sense, _, strength in self._said(words_of(title))}
        return (
            sum(
                s.weight * n * (_SATURATION + 1) / (n + norm)
                for s, n in zip(self._senses, found, strict=True)
                if n
            )
            + sum(_TITLE * self._senses[sense].weight * strength for sense, strength in act.items())
            + _SHARE * self._share(heading, named)
            + _TOGETHER * max(self._together(heading), self._together(body))
        )

    def _share(self, said: list[tuple[int, int, float]], written: Sequence[str]) -> float:
        """What a heading says; less where it says much else. Numbers say nothing."""
        best: dict[int, float] = {}
        for sense, _, strength in said:
            best[sense] = max(best.get(sense, 0.0), strength)
        places, length = len({place for _, place, _ in said}), sum(map(str.isalpha, written))
        return sum(self._senses[sense].weight * well for sense, well in best.items()) * min(
            places / max(length, 1), 1
        )

    def _together(self, said: list[tuple[int, int, float]]) -> float:
        """The most that is said within a few words."""
        most = 0.0
        for first, (_, start, _) in enumerate(said):
            near: dict[int, float] = {}
            for sense, place, strength in said[first : first + _WINDOW]:
                if place > start + _WINDOW:
                    break
                near[sense] = max(near.get(sense, 0.0), strength)
            most = max(most, sum(self._senses[sense].weight * strength for sense, strength in near.items()))
        return most

    def _said(self, written: Sequence[str]) -> list[tuple[int, int, float]]:
        """Which senses are said at which places, and how well."""
        saying = self._saying
        said = [
            (sense, place, well)
            for place, word in enumerate(written)
            if word in saying
            for sense, well in saying[word]
        ]
        for number, phrase in self._phrases:
            said += [(number, place, FORM) for place in _places(phrase, written)]
        return sorted(said, key=itemgetter(1)) if self._phrases else said


def _places(phrase: Places, written: Sequence[str]) -> Iterable[int]:
    """Where the words of a phrase stand near each other."""
    found = []
    for place in phrase:
        found.append(
            [at for at, word in enumerate(written) if word in place] if not place.isdisjoint(written) else []
        )
        if not found[-1]:
            return
    for at in found[0]:
        if all(any(abs(other - at) <= _APART + len(phrase) for other in others) for others in found[1:]):
            yield at


def _any(terms: Iterable[str]) -> Node:
    return any_of([Run((term,)) for term in sorted(terms)])
