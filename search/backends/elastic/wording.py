"""Turns a plan into the query language of a server. It is built from values, so the server never parses what a reader types."""

from collections.abc import Callable, Iterable
from typing import Any

from elasticsearch.dsl import Q

from search.query.plan import Plan, Word
from search.query.stems import LANGUAGES

HEADING, EXACT, BODY = 3.0, 2.0, 1.0
_MEANT = 0.5  # of the weight of a word as typed
_NEAR = 2.0
_SLOP = 8  # words between those of a query that still stand together
CITED = 10_000.0  # above whatever words can reach

Weigh = Callable[[Word], float]


def query(plan: Plan, weigh: Weigh = lambda word: 1.0) -> Any:
    """What a hit must fulfil and what makes it better; `weigh` tells how much a word counts."""
    parts: dict[str, Any] = {"must": [_phrase(phrase) for phrase in plan.phrases]}
    alternatives = _alternatives(plan, weigh)
    if plan.is_everything:
        alternatives.append(Q("match_all"))
    if alternatives:
        parts["must"].append(Q("bool", should=alternatives, minimum_should_match=1))
    if plan.excluded:
        parts["must_not"] = [_phrase(phrase) for phrase in plan.excluded]
    parts["should"] = [*_cited(plan), *_together(plan)]
    return Q("bool", **parts)


def word_query(word: Word, weight: float = 1.0) -> Any:
    """A word in any of its forms."""
    spellings = [(word, weight), *((Word.of(other, word.language), weight * _MEANT) for other in word.meant)]
    return Q("bool", should=[part for one, boost in spellings for part in _forms(one, boost)])


def languages_of(word: Word) -> list[str]:
    """The languages that the word may belong to."""
    said = {stem.partition(":")[0] for stem in word.stems}
    return [language for language in LANGUAGES if language in said]


def _forms(word: Word, weight: float) -> Iterable[Any]:
    yield _phrase((word.exact,), EXACT * weight)
    for language in languages_of(word):
        for part, boost in (("heading", HEADING), ("body", BODY)):
            yield Q("match", **{f"{part}.{language}": {"query": word.exact, "boost": boost * weight}})


def _phrase(words: Iterable[str], boost: float = 1.0, slop: int = 0) -> Any:
    """Words that stand next to each other as they are written."""
    return Q("match_phrase", exact={"query": " ".join(words), "boost": boost, "slop": slop})


def _alternatives(plan: Plan, weigh: Weigh) -> list[Any]:
    """Enough of the words; or the number of a provision that is cited, or that is mentioned."""
    found = [Q("term", cite=citation.key) for citation in plan.citations]
    found += [_phrase(citation.mention, EXACT) for citation in plan.citations if citation.mention]
    if plan.wanted:
        words = [word_query(word, weigh(word)) for word in plan.wanted]
        found.append(Q("bool", should=words, minimum_should_match=plan.required))
    return found


def _cited(plan: Plan) -> list[Any]:
    if not plan.citations:
        return []
    cited = Q("terms", cite=[citation.key for citation in plan.citations])
    within = [cited & Q("terms", instrument=list(plan.acts))] if plan.acts else []
    return [Q("constant_score", filter=named, boost=CITED) for named in (cited, *within)]


def _together(plan: Plan) -> list[Any]:
    """Words that stand near each other, in the order typed."""
    words = [word.exact for word in plan.wanted]
    return [_phrase(words, _NEAR, _SLOP)] if len(words) > 1 else []
