"""A document as an index keeps it."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from search.query.cited import cite_key, cite_path, inserted_behind, words_of
from search.query.expression import EVERY, SHARES, belongs, cite_term, share_term
from search.query.stems import stems

MAX_WORDS = 16_000  # of one document: PostgreSQL keeps no later positions
_INSERTED = re.compile(r"(.*\d)-\d+")
MAX_LETTERS = 150_000  # of its words together: PostgreSQL takes a megabyte of words and stems


@dataclass(frozen=True, slots=True)
class Written:
    """Heading and body of a document in one language."""

    language: str
    heading: str
    body: str
    is_translation: bool = False
    lead: str = ""  # shown for a body, and not searched


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms of a document. The words of each text stay in order, so that phrases can be found in them."""

    heading_stems: list[str]
    body_stems: list[str]
    headings: list[list[str]]
    bodies: list[list[str]]
    cites: list[str]
    filed: list[str]  # shares of the index, values of facets, days


def analyse(texts: Iterable[Written], cites: Iterable[str], group: int, filed: Iterable[str] = ()) -> Terms:
    """The terms of a document that is cited by these numbers, belongs to a group, and is filed under further terms."""
    shares = [share_term(share) for share in (EVERY, *SHARES) if belongs(group, share)]
    terms = Terms([], [], [], [], [cite_term(key) for key in cite_keys(cites)], [*shares, *filed])
    left, letters = MAX_WORDS, MAX_LETTERS
    for text in texts:
        for written, stemmed, runs in (
            (text.heading, terms.heading_stems, terms.headings),
            (text.body, terms.body_stems, terms.bodies),
        ):
            words = _fitting(list(words_of(written)[:left]), letters)
            left, letters = left - len(words), letters - sum(map(len, words))
            runs.append(words)
            stemmed += [term for word in words for term in stems(word, text.language)]
    return terms


def cite_keys(cites: Iterable[str]) -> list[str]:
    """What documents with these numbers are filed under; a number with brackets also says where its levels end."""
    keys = list[str]()
    for cite in cites:
        key = cite_key(cite)
        inserted = _INSERTED.fullmatch(key)
        keys += [key, *([cite_path(cite)] if "(" in cite else [])]
        keys += [inserted_behind(inserted[1])] if inserted else []
    return keys


def _fitting(words: list[str], letters: int) -> list[str]:
    """The first words that have so many letters together."""
    return words[: bisect_right(list(accumulate(map(len, words))), letters)]
