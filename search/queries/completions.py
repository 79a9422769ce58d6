"""What a reader may be typing: acts by their titles, and texts that the words so far find, as far as the reader may read them."""

from dataclasses import dataclass, replace
from typing import Any

from search.backends.question import Question
from search.models import FacetValues, PublicTerm
from search.models.facets import NAME
from search.queries.cards import Card, cards_of
from search.queries.engine_answers import found_by_engine
from search.queries.results import question_of
from search.query.analysis import fold
from search.query.cited import words_of
from search.query.plan import Plan, Word
from search.request import Request

SHORTEST = 2  # letters
_ACTS, _TEXTS = 3, 7
_READ = 20  # texts, of which those come first that say it in their heading
_ENDINGS = 8  # words that one beginning may become: the commonest
_BEGINS = 3  # letters by which the dictionary is looked through
_SHORT = 4  # letters: a shorter beginning may become more words than are tried
_LONGEST = 120  # letters that are completed


@dataclass(frozen=True, slots=True)
class Completion:
    """A line below the box: where it leads, and beside what it is called where it stands."""

    label: str
    context: str
    address: str  # of a text
    asked: str = ""  # what to ask instead, of an act


def completions(text: str, user: Any) -> list[Completion]:
    """The lines for what was typed, acts first."""
    typed = words_of(text[:_LONGEST])
    if len(text.strip()) < SHORTEST or not typed:
        return []
    acts = _acts(typed)
    called = {one.label for one in acts}
    return [*acts, *(one for one in _texts(text[:_LONGEST], user) if one.label not in called)]


def _acts(typed: tuple[str, ...]) -> list[Completion]:
    """Acts in whose title or number all words begin words; only titles that everybody may read are kept under names."""
    rows = FacetValues.objects.filter(facet=NAME)
    for word in typed:
        rows = rows.filter(folded__contains=word)
    found: dict[str, str] = {}
    for row in rows:
        act, *titles = row.values
        said = words_of(row.folded)
        if titles and all(any(one.startswith(word) for one in said) for word in typed):
            found.setdefault(act, titles[0])
    acts = sorted(found.items(), key=lambda one: (len(one[1]), one[0]))[:_ACTS]
    return [
        Completion(title, act, "", Request().choosing("instrument", act).address()) for act, title in acts
    ]


def _texts(text: str, user: Any) -> list[Completion]:
    question = question_of(Request(text=text), user)
    plan = _completed(question.plan, text)
    cards = _found(plan, question, user)
    if (begun := _begun(plan, question.plan)) and (rest := plan.words[:-1]):
        further = _found(replace(plan, words=rest), question, user)
        cards += tuple(card for card in further if _begins(card, begun))
    named = sorted(cards, key=lambda card: -_said(card, plan, begun))
    lines: dict[tuple[str, str], Card] = {}
    for card in named:
        lines.setdefault((card.title, card.content.context), card)
    first = list(lines.items())[:_TEXTS]
    return [Completion(title, context, card.content.url) for (title, context), card in first]


def _found(plan: Plan, question: Question, user: Any) -> tuple[Card, ...]:
    if plan.is_empty:
        return ()
    asked = replace(question, plan=plan, limit=_READ)
    return cards_of(found_by_engine(asked).hits, asked, user)


def _begun(completed: Plan, plan: Plan) -> str:
    """A short last word that has no end yet."""
    is_begun = completed is not plan and len(plan.words[-1].exact) < _SHORT
    return plan.words[-1].exact if is_begun else ""


def _begins(card: Card, begun: str) -> bool:
    return any(word.startswith(begun) for word in words_of(card.title))


def _said(card: Card, plan: Plan, begun: str) -> int:
    """How many of the words the heading says."""
    marked = [Word.of(fold(piece.text)).terms for piece in card.heading.pieces if piece.is_marked]
    words = plan.words[:-1] if begun else plan.words
    said = sum(any(not set(word.terms).isdisjoint(terms) for terms in marked) for word in words)
    return said + (bool(begun) and _begins(card, begun))


def _completed(plan: Plan, text: str) -> Plan:
    """The plan in which the last word stands for the words that it begins, unless it was ended by a blank."""
    if not plan.words or (plan.citations and not plan.leads_to_act) or text[-1:].isspace():
        return plan
    last = plan.words[-1]
    begins = last.exact[:_BEGINS]
    after = begins[:-1] + chr(ord(begins[-1]) + 1)  # an index answers it
    known = PublicTerm.objects.filter(begins__gte=begins, begins__lt=after, term__startswith=last.exact)
    most = _ENDINGS * (1 + _BEGINS - len(begins))
    meant = known.order_by("-entries", "term").values_list("term", flat=True)[:most]
    word = Word(last.exact, last.stems, tuple(meant), last.language)
    return replace(plan, words=(*plan.words[:-1], word), typed=())
