"""Turns what a reader types into a plan. Nothing is refused; what cannot be used is ignored."""

import re
from collections.abc import Collection
from datetime import date

from search.query.analysis import letters_of, tokens
from search.query.citations import find_citations
from search.query.filters import NAME, Filter, read_filter
from search.query.plan import Citation, Phrase, Plan, Word, words_of

MAX_LENGTH = 1_000  # letters read of a query
MAX_WORDS = 8  # the longest words are kept: they say most
MAX_PHRASES = 4
MAX_PHRASE_WORDS = 20
MAX_EXCLUDED = 8
MAX_CITATIONS = 8
MAX_FILTERS = 16

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_QUOTED = r'"(?:[^"]*)"|“(?:[^”]*)”|„(?:[^“”]*)[“”]|«(?:[^»]*)»'
_INITIALS = re.compile(r"(?<![\w.])[^\W\d_](?:\. ?[^\W\d_](?!\w))+\.?")
_PART = re.compile(
    rf"(?<!\S)(?P<name>{NAME}):(?P<value>{_QUOTED}|\S+)"
    rf"|(?<!\S)-(?P<excluded>{_QUOTED}|[^\W_]\S*)"
    rf"|(?P<phrase>{_QUOTED})",
    re.IGNORECASE,
)


def parse(text: str, kinds: Collection[str] = ()) -> Plan:
    """Take a query apart; `kinds` are the names that `kind:` may give, any other is a word like all words."""
    found = _Parts(kinds)
    rest = _PART.sub(found.take, _UNPRINTABLE.sub(" ", text[:MAX_LENGTH]))
    citations, beside, rest = _take_citations(rest)
    typed = words_of(rest)
    words, words_were_cut = _words(typed, rest)
    return Plan(
        words=words,
        phrases=_phrases(found.phrases, MAX_PHRASES),
        excluded=_phrases(found.excluded, MAX_EXCLUDED),
        citations=citations,
        beside=beside,
        filters=tuple(dict.fromkeys(found.filters))[:MAX_FILTERS],
        on=found.on,
        was_cut=len(text) > MAX_LENGTH or words_were_cut,
        typed=typed if len(set(typed)) > 1 and len(typed) <= MAX_PHRASE_WORDS else (),
    )


class _Parts:
    """Takes parts out of a query before its words are read."""

    def __init__(self, kinds: Collection[str]) -> None:
        self.kinds = kinds
        self.phrases: list[str] = []
        self.excluded: list[str] = []
        self.filters: list[Filter] = []
        self.on: date | None = None

    def take(self, part: re.Match[str]) -> str:
        """Take a part out and keep it; the rest is read as words."""
        if part["name"]:
            return self._take_filter(part)
        if part["excluded"]:
            self.excluded.append(part["excluded"])
        else:
            self.phrases.append(part["phrase"])
        return " "

    def _take_filter(self, part: re.Match[str]) -> str:
        wish = read_filter(part["name"], part["value"])
        if isinstance(wish, date):
            self.on = wish
        elif wish and (wish.facet != "kind" or wish.value in self.kinds):
            self.filters.append(wish)
        else:
            return part[0]
        return " "


def _take_citations(text: str) -> tuple[tuple[Citation, ...], tuple[Phrase, ...], str]:
    """The citations, what stands beside them, and the text without them."""
    citations: dict[str, Citation] = {}
    rest, last = list[slice](), 0
    for found in find_citations(text):
        citations.setdefault(found.citation.key, found.citation)
        rest.append(slice(last, found.start))
        last = found.end
    rest.append(slice(last, None))
    beside = _beside(text, rest) if citations else ()
    return tuple(citations.values())[:MAX_CITATIONS], beside, " ".join(text[part] for part in rest)


def _beside(text: str, rest: list[slice]) -> tuple[Phrase, ...]:
    """Words, and initials as one word: in "M.M. 12" the act M.M., though the last is read as "m. 12" of an act M."""
    runs, cited = list[Phrase](), {part.stop for part in rest}
    for found in _INITIALS.finditer(text):
        letters = words_of(found[0].replace(".", "").replace(" ", ""))
        is_cited = not cited.isdisjoint(range(*found.span()))
        runs += [letters, *((word[:-1],) for word in letters if is_cited and len(word) > 2)]
    without = _INITIALS.sub(lambda found: " " * len(found[0]), text)
    return tuple(filter(None, (*runs, *(words_of(without[part]) for part in rest))))


def _words(typed: Phrase, text: str) -> tuple[tuple[Word, ...], bool]:
    distinct = list(dict.fromkeys(typed))
    kept = sorted(sorted(distinct, key=len, reverse=True)[:MAX_WORDS], key=distinct.index)
    letters = {token.word: letters_of(text[token.start : token.end]) for token in tokens(text)}
    return tuple(Word.of(word, letters.get(word, "")) for word in kept), len(distinct) > MAX_WORDS


def _phrases(quoted: list[str], limit: int) -> tuple[Phrase, ...]:
    phrases = (words_of(text)[:MAX_PHRASE_WORDS] for text in quoted)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))[:limit]
