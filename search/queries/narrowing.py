"""Turns filters that a reader typed ("institution:bar") into the exact values that engines compare, or says that none is meant."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override

from search.backends.question import Answer, Question
from search.models import FacetValues
from search.models.facets import NAME
from search.queries.facets import language_name
from search.query.analysis import fold
from search.query.cited import words_of
from search.query.filters import Filter
from search.query.plan import Misread, Plan
from search.request import Request
from search.sources import rights, sources

_ASKED = 3  # filters behind a minus of which a reader is told that nothing has them


def chosen(request: Request, plan: Plan) -> Mapping[str, frozenset[str]]:
    """The values that hits must have in each facet. Values in the address take precedence over typed filters."""
    typed: dict[str, set[str]] = {}
    for wish in plan.filters:
        if wish.facet not in request.chosen and not wish.is_out:
            typed.setdefault(wish.facet, set()).update(_meant(wish))
    return {facet: frozenset(values) for facet, values in {**typed, **request.chosen}.items()}


def barred(plan: Plan) -> Plan:
    """The plan with the values that no hit may have."""
    wishes = (wish for wish in plan.filters if wish.is_out)
    return replace(
        plan, barred=tuple((wish.facet, value) for wish in wishes for value in sorted(_meant(wish)))
    )


def understood(request: Request, kinds: Collection[str]) -> Request:
    """The request without kinds of which the reader knows nothing: these are told."""
    given = request.chosen.get("kind", ())
    known = tuple(kind for kind in given if kind in kinds)
    if known == given:
        return request
    told = replace(
        request, ignored=(*request.ignored, *(f"kind={kind}" for kind in given if kind not in known))
    )
    return replace(told.choosing("kind", *known), page=request.page)


def unfit(
    question: Question, request: Request, answer: Answer, *, is_loose: bool
) -> Iterator[tuple[Misread, str]]:
    """What no hit fits: filters, or a number. Whether there is such a value elsewhere is not said: it may be confidential.

    Looser hits alone, which are not counted, fit the filters.
    """
    plan = question.plan
    if not (answer.total or _is_narrowed(question)) and len(plan.citations) == 1:
        yield Misread.NOWHERE, plan.citations[0].name
    if not (answer.total or is_loose):
        for facet, values in request.chosen.items():
            lacking = (value for value in values if value not in answer.counted(facet))
            yield from (_why_chosen(answer, facet, value) for value in lacking if facet != "kind")
    wishes = [wish for wish in question.plan.filters if wish.facet not in request.chosen and not wish.is_out]
    several = Counter(wish.facet for wish in wishes)
    for wish in wishes:
        is_sure = answer.total > 0 and several[wish.facet] == 1
        is_sure |= is_loose and bool(_meant(wish))
        if not is_sure and _meant(wish).isdisjoint(answer.counted(wish.facet)):
            yield _why(answer, wish.facet), wish.typed


def unused(question: Question, find: Callable[[Question], Answer]) -> Iterator[tuple[Misread, str]]:
    """What no hit may have, and nothing has that the reader may read; of the first filters, because each is a question."""
    for wish in islice((wish for wish in question.plan.filters if wish.is_out), _ASKED):
        chosen = {wish.facet: frozenset(_meant(wish))}
        asked = replace(
            question, plan=Plan(is_everything=True), chosen=chosen, by_act=False, offset=0, limit=1
        )
        if not find(asked).total:
            yield Misread.UNFIT, wish.typed


def _is_narrowed(question: Question) -> bool:
    """Whether more is asked for than a provision, so that there may be one that is not found."""
    plan = question.plan
    days = question.on or question.since or question.until
    return bool(plan.phrases or plan.excluded or plan.barred or plan.formula or question.chosen or days)


def _why(answer: Answer, facet: str) -> Misread:
    """A filter is unclear at most where hits have other values: where the words find nothing, it is not to blame."""
    return Misread.UNFIT if answer.counted(facet) else Misread.LACKING


def _why_chosen(answer: Answer, facet: str, value: str) -> tuple[Misread, str]:
    """The number of an act, in which one searches from its page, is clear; other values are named with their facet."""
    is_act = facet == "instrument"
    return (Misread.LACKING, value) if is_act else (_why(answer, facet), f"{facet}={value}")


def _meant(wish: Filter) -> set[str]:
    if wish.facet in ("kind", "year"):
        return {wish.value}
    if wish.facet == "status":
        return _statuses(wish.value)
    rows = FacetValues.objects.filter(facet=wish.facet)
    if wish.facet == "language":
        return {tag for row in rows for tag in row.values if wish.value in _languages(tag)}
    values = (value for row in rows.filter(folded__contains=wish.value) for value in row.values)
    found = {value for value in values if _fits(wish, fold(value))}
    if wish.facet == "instrument":
        return found or set(_titled(wish.value))
    return found | _rights(wish.value) if wish.facet == "right" else found


def _titled(typed: str) -> Iterator[str]:
    """Acts whose title has these words one behind the other; only titles that everybody may read are kept under names.

    A number stands for itself: 7-L is not the law that amends it.
    """
    words = words_of(typed)
    if not words or any(map(str.isdigit, typed)):
        return
    for row in FacetValues.objects.filter(facet=NAME, folded__contains=words[0]):
        act, *titles = row.values
        if any(_stand_in(words, words_of(title)) for title in titles):
            yield act


def _stand_in(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    return any(title[start : start + len(words)] == words for start in range(len(title)))


def _fits(wish: Filter, folded: str) -> bool:
    return folded == wish.value if wish.facet == "instrument" else wish.value in folded  # 27-L is not 127-L


def _statuses(typed: str) -> set[str]:
    """Every status that is called so, by its name in the code or in any language."""
    return {
        status
        for source in sources().values()
        for status, label in source.statuses.items()
        if typed in (fold(status), *_names(label))
    }


def _rights(typed: str) -> set[str]:
    """Every right in whose name this stands, in any language: who saved a search may read another one today."""
    return {right for right, label in rights().items() if any(typed in name for name in _names(label))}


def _languages(tag: str) -> Iterator[str]:
    """A tag, and what its language is called in each language of the site, also without the word "language"."""
    yield fold(tag)
    for name in _names(language_name(tag)):
        yield from (name, name.partition(" ")[0])


def _names(label: str | Promise) -> Iterator[str]:
    """What a label says in each language of the site, folded."""
    for language, _name in settings.LANGUAGES:
        with override(language):
            yield fold(str(label))
