"""Turns a plan into the query language of a server. It is built from values, so the server never parses what a reader types."""

from collections.abc import Callable, Iterable
from typing import Any

from elasticsearch.dsl import Q

from search.backends.elastic.analyzers import exact
from search.backends.question import Question
from search.query.expression import (
    CITE,
    All,
    AnyOf,
    Node,
    Run,
    Valued,
    Without,
    cited_in_order,
    leaving_out,
    matching,
    narrowing,
)
from search.query.plan import Plan, Word
from search.query.stems import LANGUAGES

HEADING, EXACT, BODY = 3.0, 2.0, 1.0
_MEANT = 0.5  # of the weight of a word as typed
_NEAR = 2.0
_SLOP = 8  # words between those of a query that still stand together
FIELDS = {"kind": "source"}
"""The fields of facets that are not called like them."""
CITED = 10_000.0  # above whatever words can reach

Weigh = Callable[[Word], float]


def alike(word: Word) -> float:
    """Every word counts the same: the server knows how rare it is."""
    return 1.0


def query(plan: Plan, weigh: Weigh = alike) -> Any:
    """What a hit must fulfil and what makes it better; `weigh` tells how much a word counts."""
    parts: dict[str, Any] = {"must": [_phrase(phrase) for phrase in plan.phrases]}
    if plan.formula:
        words = [word_query(word, weigh(word)) for word in plan.words]
        better = [*words, *map(_phrase, plan.sequences), *_cited(plan)]
        return Q("bool", filter=[_of_node(matching(plan))], should=better)
    alternatives = _alternatives(plan, weigh)
    if plan.is_everything:
        alternatives.append(Q("match_all"))
    if alternatives:
        parts["must"].append(Q("bool", should=alternatives, minimum_should_match=1))
    if excluded := leaving_out(plan):
        parts["must_not"] = [_of_node(node) for node in excluded]
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


def loose_query(question: Question) -> Any:
    """What says something of what is asked, in the order of how much it says."""
    senses = question.likeness.nodes if question.likeness else []
    found = [
        Q("constant_score", filter=_of_node(narrowing(node, question.plan)), boost=weight)
        for node, weight in senses
    ]
    return Q("bool", should=found, minimum_should_match=1)


def _of_node(node: Node) -> Any:
    match node:
        case Run((term,)) if term.startswith(CITE):
            return Q("term", cite=term.removeprefix(CITE))
        case Run((term,)):
            language, _, stem = term.rpartition(":")
            if not language:
                return Q("term", exact=exact(term))
            fields = (f"heading.{language}", f"body.{language}")
            return Q("bool", should=[Q("term", **{field: stem}) for field in fields])
        case Run(terms):
            return _phrase(terms)
        case All(parts):
            return Q("bool", filter=[_of_node(part) for part in parts])
        case AnyOf(parts):
            words = [part.terms[0] for part in parts if isinstance(part, Run) and len(part.terms) == 1]
            plain = [word for word in words if ":" not in word]
            others = [part for part in parts if not (isinstance(part, Run) and part.terms[0] in plain)]
            said = [Q("terms", exact=[*map(exact, plain)])] if plain else []
            return Q("bool", should=[*said, *map(_of_node, others)])
        case Without(wanted, excluded):
            return Q("bool", filter=[_of_node(wanted)], must_not=[_of_node(part) for part in excluded])
        case Valued(facet, value):
            return Q("term", **{FIELDS.get(facet, facet): value})
    raise TypeError(f"No looser hit is looked for by {node!r}.")


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
    found = [Q("terms", cite=list(citation.keys)) for citation in plan.citations]
    found += [_phrase(citation.mention, EXACT) for citation in plan.citations if citation.mention]
    if plan.wanted:
        words = [word_query(word, weigh(word)) for word in plan.wanted]
        found.append(Q("bool", should=words, minimum_should_match=plan.required))
    return found


def _cited(plan: Plan) -> list[Any]:
    """What lifts the cited provisions: those of the named act first, then as typed, then those cited exactly."""
    if not plan.citations:
        return []
    in_order = cited_in_order(plan)
    most = len(in_order)
    each = [_lifted(_of_node(node), CITED * (most - at)) for at, node in enumerate(in_order)]
    cited = Q("terms", cite=[key for citation in plan.citations for key in citation.keys])
    within = [_lifted(cited & Q("terms", instrument=list(plan.acts)), CITED * most)] if plan.acts else []
    very = [key for citation in plan.citations for key in citation.exact]
    exact = [_lifted(cited & Q("terms", cite=very), CITED / 2)] if very else []
    return [Q("dis_max", queries=each), *within, *exact]


def _lifted(named: Any, boost: float) -> Any:
    return Q("constant_score", filter=named, boost=boost)


def _together(plan: Plan) -> list[Any]:
    """Words that stand near each other, in the order typed."""
    words = [word.exact for word in plan.wanted]
    return [_phrase(words, _NEAR, _SLOP)] if len(words) > 1 else []
