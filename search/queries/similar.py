"""More like this: what a reader may read of an entry, as the words to look for."""

from math import log
from typing import Any

from search.backends.question import Hit
from search.dictionary import rarity
from search.models import PublicEntry
from search.queries.cards import still_visible
from search.queries.contents import Shown, load
from search.query.cited import words_of
from search.query.plan import Plan, Word
from search.query.stems import is_stop_word
from search.sources import PUBLIC, sources

_TELLING = 8  # words that are looked for
_ENOUGH = 3  # of them
_READ = 400  # words of an entry


def liked(hit: Hit, user: Any, audience: frozenset[str]) -> Shown | None:
    """The entry that others shall be like, if the user may read it now."""
    if hit.source not in sources():
        return None
    rows = load([hit], sorted(audience - {PUBLIC}))
    return rows.get(hit) if hit in still_visible(rows, user) else None


def plan_like(content: Shown) -> Plan:
    """Look for the words that tell an entry from others: often in it, rare in what everybody may read."""
    words = [
        word
        for text in content.written
        for word in (*words_of(text.heading), *words_of(text.body))[:_READ]
        if len(word) > 2 and word.isalpha() and not is_stop_word(word)
    ]
    entries = PublicEntry.objects.count() + 1
    standing = rarity(set(words))
    weight = {word: words.count(word) * log(entries / (1 + standing.get(word, 0)) + 1) for word in set(words)}
    telling = sorted(weight, key=lambda word: (-weight[word], word))[:_TELLING]
    return Plan(words=tuple(map(Word.of, telling)), least=_ENOUGH)
