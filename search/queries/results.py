"""A page of hits for one reader."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from search.backends.question import Answer, Hit, Question, Sort
from search.dictionary import corrected, knows
from search.known_acts import with_acts
from search.queries.cards import Card, cards_of
from search.queries.contents import Shown
from search.queries.engine_answers import answered, found_by_engine
from search.queries.facets import titles_of
from search.queries.in_named_act import Find, in_its_act
from search.queries.looser import Ask, looser_cards
from search.queries.narrowing import barred, chosen, understood, unfit, unused
from search.queries.similar import liked, plan_like
from search.queries.suggestion import suggestion
from search.query.keyboards import other_layouts
from search.query.parse import parse
from search.query.plan import Misread, Plan
from search.request import LAST_PAGE, Request
from search.sources import audience_of, sources_for

PAGE_SIZE = 20
ACTS_ON_PAGE = 10
FEW = 10  # hits: fewer of them are followed by looser ones


@dataclass(frozen=True, slots=True)
class Act:
    """The hits of one act that a page shows, and how many there are."""

    number: str
    title: str
    cards: tuple[Card, ...]
    total: int
    address: str  # of all hits in this act

    @property
    def more(self) -> int:
        """Hits that the page does not show."""
        return max(self.total - len(self.cards), 0)


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits with the totals and facets of all hits."""

    request: Request
    plan: Plan
    kinds: tuple[str, ...]  # the sources of which the reader knows
    answer: Answer = field(default_factory=Answer)
    full: tuple[Card, ...] = ()  # the hits of the answer
    # What follows them where they are few: it has only some of the words, or words like them
    looser: tuple[Card, ...] = ()
    acts: tuple[Act, ...] = ()  # the cards by act, where they are grouped so
    suggestion: str = ""
    like: Shown | None = None  # what the hits are like, where that was asked
    is_fallback: bool = False  # the chosen engine was down

    @property
    def on(self) -> datetime.date | None:
        """The day whose law is searched."""
        return self.request.on or self.plan.on

    @property
    def like_heading(self) -> str:
        """What the hits are like."""
        return self.like.written[0].heading if self.like else ""

    @property
    def is_loose(self) -> bool:
        """Whether no text has enough of the words, and only looser hits are shown."""
        return bool(self.looser) and not self.full

    @property
    def cards(self) -> tuple[Card, ...]:
        """Everything that is shown, in order."""
        return self.full + self.looser

    @property
    def dropped(self) -> int:
        """Hits of this page that the reader may no longer read."""
        return len(self.answer.hits) - len(self.full)

    @property
    def total(self) -> int:
        """The number of hits without those that this page had to drop."""
        return self.answer.total - self.dropped

    @property
    def is_about(self) -> bool:
        """Whether the total is an estimate or an upper bound."""
        return self.dropped > 0 or not self.answer.is_exact

    @property
    def pages(self) -> int:
        """How many pages can be asked for."""
        return min(self._needed, LAST_PAGE)

    @property
    def is_last_of_more(self) -> bool:
        """Whether no page follows, though there are further hits."""
        return self.request.page == LAST_PAGE < self._needed

    @property
    def _needed(self) -> int:
        """How many pages all hits would fill."""
        answer = self.answer
        hits = answer.total if answer.listed is None else answer.listed
        listed, size = (answer.acts, ACTS_ON_PAGE) if self.request.by_act else (hits, PAGE_SIZE)
        return max(-(-listed // size), 1)


def search(request: Request, user: Any) -> Results:
    """Answer a reader."""
    request, question, like = _asked(request, user)
    question = in_its_act(question, found_by_engine)
    question, answer, is_fallback = _first_answered(question, request, answered)
    cards = cards_of(answer.hits, question, user)
    loose = looser(request, question, answer, cards, user)
    told = unfit(question, request, answer, is_loose=bool(loose) and not cards)
    return Results(
        request,
        replace(question.plan, misread=(*question.plan.misread, *told, *unused(question, found_by_engine))),
        question.sources,
        answer,
        cards,
        loose,
        _acts(cards, request) if request.by_act else (),
        suggestion(request.text, question.plan, cards),
        like,
        is_fallback,
    )


def looser(
    request: Request, question: Question, answer: Answer, cards: tuple[Card, ...], user: Any
) -> tuple[Card, ...]:
    """What follows hits where they are few."""
    is_free = not (request.like or question.plan.formula)  # who writes operators means them
    needs_more = answer.total < FEW and request.page == 1 and is_free
    return looser_cards(question, cards, user, answered) if needs_more else ()


def question_of(request: Request, user: Any) -> Question:
    """What a reader asks an engine, with the rights that the reader has now."""
    return _asked(request, user)[1]


def asked_question(request: Request, user: Any, find: Find) -> Question:
    """The question that the page answers, for who asks without a page."""
    question = in_its_act(question_of(request, user), find)

    def ask(chance: Question) -> tuple[Answer, bool]:
        return find(replace(chance, by_act=False, offset=0, limit=1)), False

    has_chances = next(_chances(question, request), None) is not None
    return _first_answered(question, request, ask)[0] if has_chances else question


def _first_answered(question: Question, request: Request, ask: Ask) -> tuple[Question, Answer, bool]:
    """The question, or the first of its further chances that has an answer, with what `ask` says of it."""
    answer, is_fallback = ask(question)
    chances = _chances(question, request)
    while not (answer.total or any(answer.facets.values())) and (chance := next(chances, None)):
        question = chance
        answer, is_fallback = ask(question)
    return question, answer, is_fallback


def _asked(request: Request, user: Any) -> tuple[Request, Question, Shown | None]:
    """The request as far as it is understood, its question, and the entry that the hits shall be like."""
    audience = audience_of(user)
    request = understood(request, sources_for(audience))
    like = liked(Hit(*request.like), user, audience) if request.like else None
    return request, _question(request, audience, like), like


def _question(request: Request, audience: frozenset[str], like: Shown | None) -> Question:
    size = ACTS_ON_PAGE if request.by_act else PAGE_SIZE
    kinds = sources_for(audience)
    plan = _plan(request, like, kinds, audience)
    plan, narrowed = barred(plan), chosen(request, plan)
    if plan.is_empty and (narrowed or request.is_narrowed) and not request.like:
        plan = replace(plan, is_everything=True)
    elif plan.is_empty:
        left_out = (*plan.excluded, *(wish for wish in plan.filters if wish.is_out))
        only = tuple((Misread.ONLY_OUT, part.typed) for part in left_out)
        plan = replace(plan, misread=(*plan.misread, *only))
    is_unranked = plan.is_everything and request.sort is Sort.RELEVANCE
    return Question(
        plan=plan,
        audience=audience,
        sources=kinds,
        chosen=narrowed,
        on=request.on or plan.on,
        since=request.since,
        until=request.until,
        sort=Sort.NEWEST if is_unranked else request.sort,
        by_act=request.by_act,
        without=request.like,
        offset=(request.page - 1) * size,
        limit=size,
    )


def _chances(question: Question, request: Request) -> Iterator[Question]:
    """Further questions to try when nothing was found.

    They ask for what holds the cited provisions, for the keys on another keyboard, for other spellings of unknown words,
    and without single letters.
    """
    if question.without:  # more like an entry: nobody typed its words
        return
    yield from (replace(question, plan=held) for held in question.plan.all_above())
    for text in other_layouts(request.text):
        plan = parse(text, question.sources)
        if knows(plan.wanted):
            misread = (*plan.misread, (Misread.KEYBOARD, text))
            told = replace(plan, misread=misread, barred=question.plan.barred)
            yield replace(question, plan=with_acts(told, question.audience))
    plan = corrected(question.plan, is_eager=True)
    if plan != question.plan:
        yield replace(question, plan=plan)
    longer = tuple(word for word in plan.words if len(word.exact) > 1)
    if longer and len(longer) < len(plan.words) and not plan.phrases:  # the C of "C-014" alone tells nothing
        yield replace(question, plan=replace(plan, words=longer))


def _plan(request: Request, like: Shown | None, kinds: tuple[str, ...], audience: frozenset[str]) -> Plan:
    if request.like:
        return plan_like(like) if like else Plan()
    return with_acts(corrected(parse(request.text, kinds)), audience)


def _acts(cards: Iterable[Card], request: Request) -> tuple[Act, ...]:
    grouped = [
        (number, tuple(some)) for number, some in groupby(cards, key=lambda card: card.content.instrument)
    ]
    titles = titles_of(number for number, _ in grouped)
    alone = request.but(by_act=False)
    return tuple(
        Act(
            number,
            titles.get(number, ""),
            some,
            some[0].hit.of_act,
            alone.choosing("instrument", number).address() if number else "",
        )
        for number, some in grouped
    )
