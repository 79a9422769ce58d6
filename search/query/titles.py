"""Titles of acts as they are cited: by their words, and by their initials."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import count
from operator import or_

from search.query.analysis import fold
from search.query.plan import Word, words_of
from search.query.stems import is_stop_word

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_INITIALS = 6  # letters of an abbreviation
INITIALS_SIGN = "·"  # before initials: no word begins so
_ON = ("о", "об")  # «КоАП» is the кодекс Российской Федерации об административных правонарушениях

_Run = list[tuple[str, int]]
"""First letters of words, each with a bit for its place among those that count."""


def title_terms(words: str) -> frozenset[str]:
    return frozenset(term for word in words.split() for term in Word.of(fold(word)).terms)


LAWS = title_terms("law act qanun закон федеральный фз")
KINDS = LAWS | title_terms("code məcəllə кодекс")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is cited: its words that count, and its initials from either end, as terms with their places."""

    words: tuple[Word, ...]
    places: Mapping[str, int]  # term: a bit for each word that it says
    is_short: bool = False  # without what stands in brackets: "Civil Code (part one)"


@lru_cache(maxsize=20_000)
def read_title(title: str) -> Title:
    """A title taken apart."""
    written = words_of(title)
    words = tuple(Word.of(word) for word in written if not is_stop_word(word))
    places: dict[str, int] = defaultdict(int)
    for place, word in enumerate(words):
        for term in word.terms:
            places[term] |= 1 << place
    for short, meant in {found for run in _runs(title) for found in _shortened(run)}:
        places[INITIALS_SIGN + short] |= meant
    return Title(words, dict(places))


def read_titles(written: str) -> Iterator[Title]:
    """A title taken apart, and as it is without what stands in brackets."""
    short = _BRACKETS.sub("", written)
    titles = (read_title(written), *([replace(read_title(short), is_short=True)] if short != written else []))
    return (title for title in titles if title.words)


def _runs(title: str) -> Iterator[_Run]:
    """The first letters of a title, of its words that count, of what is not in brackets, and of what is and is not the name of a state."""
    written, said = words_of(title), list[tuple[str, int]]()
    places = count()
    for word in written:
        said.append((word[0], 0 if is_stop_word(word) else 1 << next(places)))
    yield said
    yield [letter for letter in said if letter[1]]
    yield said[: len(words_of(_BRACKETS.sub("", title)))]
    kind = next((at for at, word in enumerate(written, 1) if not KINDS.isdisjoint(Word.of(word).terms)), 0)
    on = next((at for at, word in enumerate(written) if at > kind and word in _ON), 0)
    if kind and on:
        yield said[:kind] + said[on:]
        yield said[kind:on]


def _shortened(run: _Run) -> Iterator[tuple[str, int]]:
    """The initials at either end, with the places of the words that count: two or more."""
    for length in range(2, min(len(run), _INITIALS) + 1):
        for end in (run[:length], run[-length:]):
            meant = reduce(or_, (place for _, place in end))
            if meant.bit_count() > 1:
                yield "".join(letter for letter, _ in end), meant
