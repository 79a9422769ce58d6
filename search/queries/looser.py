"""The looser hits that follow where few texts have all words: whichever engine finds them, they are put in order here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from search.backends.question import Answer, Question, Sort
from search.kin import likeness
from search.queries.cards import Card, cards_of
from search.queries.contents import load
from search.query.senses import Rating

_SHOWN = 20  # hits together with those that have all words
_RATED = 100  # hits that are read to put them in order
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
    best = sorted((hit for hit in hits if hit in rated), key=lambda hit: -rated[hit])[: _SHOWN - len(shown)]
    kin = frozenset().union(*(sense.marked for sense in found.senses))
    return cards_of(best, replace(loose, plan=replace(question.plan, kin=kin)), user)
