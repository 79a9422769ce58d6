"""The looser hits that follow where few texts have all words: whichever engine finds them, they are put in order here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from search.backends.question import Answer, Hit, Question, Sort
from search.kin import likeness
from search.queries.cards import Card, cards_of
from search.queries.contents import load
from search.query.senses import FORM, Rated, Rating

_SHOWN = 20  # hits together with those that have all words
_RATED = 100  # hits that are read to put them in order
_FIRST = 10  # of these the places are kept that `_KEPT` tells
_KEPT = ((1, 1.0), (2, FORM))  # how many, and how well they say the rarest word
Ask = Callable[[Question], tuple[Answer, bool]]


def looser_cards(question: Question, shown: Sequence[Card], user: Any, ask: Ask) -> tuple[Card, ...]:
    """What says most of what is asked, behind the hits that say all of it."""
    found = likeness(question.plan)
    if not found:
        return ()
    before = {card.content.group for card in shown}
    loose = replace(question, likeness=found, sort=Sort.RELEVANCE, by_act=False, offset=0, limit=_RATED)
    hits = ask(loose)[0].hits
    contents = load(hits, question.private_tokens)
    rating = Rating(found.senses)
    rated = {
        hit: rating.rate(content.written, content.context)
        for hit, content in contents.items()
        if content.group not in before
    }
    order = sorted((hit for hit in hits if hit in rated), key=lambda hit: -rated[hit].score)
    best = _with_rarest(order, rated, _FIRST - len(shown))[: _SHOWN - len(shown)]
    kin = frozenset().union(*(sense.marked for sense in found.senses))
    return cards_of(best, replace(loose, plan=replace(question.plan, kin=kin)), user)


def _with_rarest(order: Sequence[Hit], rated: Mapping[Hit, Rated], places: int) -> list[Hit]:
    """The hits in order. Some of the first say the rarest word, which frequent words of headings would bury."""
    first = list(order[:places])
    for number, well in _KEPT:
        saying = [hit for hit in order if rated[hit].rarest >= well]
        lacking = number - sum(hit in saying for hit in first)
        for hit in [hit for hit in saying if hit not in first][: max(lacking, 0)]:
            weak = [other for other in first if rated[other].rarest < well]
            if weak:
                first.remove(weak[-1])
                first.append(hit)
    return [*first, *(hit for hit in order if hit not in first)]
