"""Answers a question with very many matches that is sorted, grouped or narrowed.

What is chosen in the facets becomes part of what is matched. Totals and facets come from a sample. The hits of a page
are exact: in the order of time or law, they are those of the first years, months and days, or acts, that have enough.
"""

from calendar import monthrange
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from search.backends.question import Answer, Count, Question, Sort
from search.backends.reading import count_up_to, having_matches, read, rows_of
from search.backends.rows import GROUP, IN_ORDER, NUMBER, HitRow, Named, Row, Rows, natural
from search.backends.sample import MOST
from search.backends.statement import Statement
from search.models import FacetValues
from search.models.facets import code, day_term, month_term, place_of, value_term
from search.query.expression import AnyOf, Node, Run, Valued

EXACT = 15_000  # matches that are read for exact numbers: 3 µs each
ROOM = 2_000  # matches that are read beyond those of a page
_ACTS = 64  # whose matches are counted at once, at most
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the order of hits: what is filed under it, and its own pieces in order."""

    node: Node
    parts: Callable[[], Iterable["Unit"]] | None = None


def answer_broad(statement: Statement, found: Rows | None = None) -> tuple[list[HitRow], Answer]:
    """The page and all counts; `found` are the matches where nothing is chosen, read before."""
    chosen = {facet: _valued(facet, values) for facet, values in statement.question.chosen.items()}
    narrowed = _within(statement, *chosen.values())
    found = found or read(narrowed, EXACT)
    unranked = replace(statement, question=replace(statement.question, sort=Sort.NEWEST))  # is read faster
    facets, about = dict[str, tuple[Count, ...]](), set[str]()
    for facet in chosen:
        others = [node for other, node in chosen.items() if other != facet]
        counted = read(_within(unranked, *others), MOST)
        facets |= counted.facets([facet])
        about |= {facet} if counted.sample else set()
    page, answer = _page(narrowed, found)
    return page, replace(answer, facets={**answer.facets, **facets}, about=frozenset(about))


def dated_within(question: Question) -> AnyOf:
    """The years in which something may be dated as it is asked."""
    return AnyOf(tuple(unit.node for unit in _years(question)))


def _within(statement: Statement, *nodes: Node) -> Statement:
    return replace(statement, within=(*statement.within, *nodes))


def _valued(facet: str, values: Iterable[str]) -> AnyOf:
    return AnyOf(tuple(Valued(facet, value) for value in sorted(values)))


def _page(statement: Statement, found: Rows) -> tuple[list[HitRow], Answer]:
    first, last = found.question.offset, found.question.offset + found.question.limit
    answer = found.answer()
    if found.sample and found.question.by_act:
        acts = _acts_with_hits(statement, found)
        hits = _hits_of(statement, acts[first:last])
        return [hit for act in acts[first:last] for hit in hits[act]], replace(answer, acts=len(acts))
    if found.sample and found.question.sort is not Sort.RELEVANCE:
        return [HitRow(row[NUMBER]) for row in _first(statement, last)[first:]], replace(answer, listed=None)
    return found.page(), answer


def _acts_with_hits(statement: Statement, found: Rows) -> list[str]:
    """All acts in their order: those of the sample, and behind them, or among them in the order of law, what it missed."""
    sampled = {found.values[act][0] if act else "": None for act in found.acts}
    missed = {act: Run((value_term("instrument", act),)) for act in (*_known_acts(found.question), "")}
    acts = [*sampled, *having_matches(statement, {act: missed[act] for act in missed.keys() - sampled})]
    in_order = sorted(acts, key=lambda act: (not act, natural(act)))
    return (
        in_order
        if found.question.sort is Sort.LAW
        else [*sampled, *(x for x in in_order if x not in sampled)]
    )


def _hits_of(statement: Statement, acts: list[str]) -> dict[str, list[HitRow]]:
    """The first hits of each act. Acts that a sample misses beside larger ones are read again without these."""
    counted = read(_within(statement, _valued("instrument", acts)), EXACT)
    hits = {act: counted.of_acts([code("instrument", (act,))]) for act in acts}
    missed = [act for act in acts if not hits[act]]
    return hits | _hits_of(statement, missed) if counted.sample and 0 < len(missed) < len(acts) else hits


def _first(statement: Statement, most: int) -> list[Row]:
    """The first hits in the order of time or law."""
    wanted = 2 * most
    while True:
        window, is_all = _window(statement, wanted)
        rows = Rows(window, statement.question, Named())
        hits = _speaking(statement, rows, rows.first(wanted))
        if len(hits) >= most or (is_all and len(rows.best) <= wanted):
            return hits[:most]
        wanted *= 2


def _window(statement: Statement, wanted: int) -> tuple[list[Row], bool]:
    """The first matches, at least as many as are wanted, and whether they are all."""
    room, taken, number = max(ROOM, wanted), list[Node](), 0
    units = deque(_units(statement.question))
    last: list[Row] = []
    while units and number < wanted:
        unit = units.popleft()
        there = _within(statement, unit.node)
        counted = count_up_to(there, room)
        if counted > room and unit.parts:
            units.extendleft(reversed(list(unit.parts())))
            continue
        if counted > room:  # of one day, or in one act
            last = rows_of(there, IN_ORDER, wanted)
            units.append(unit)
        elif counted:
            taken.append(unit.node)
        number += counted
    rows = rows_of(_within(statement, AnyOf(tuple(taken)))) if taken else []
    return rows + last, not units


def _speaking(statement: Statement, rows: Rows, hits: list[Row]) -> list[Row]:
    """The hits without past wordings of what is a hit further down in its current wording."""
    past = {row[GROUP] for row in hits if rows.is_past(row)}
    if not past:
        return hits
    siblings = Rows(rows_of(replace(statement, groups=tuple(past))), statement.question, Named())
    elsewhere = {row[GROUP] for row in siblings.rows if not siblings.is_past(row)}
    return [row for row in hits if row[GROUP] not in elsewhere or not rows.is_past(row)]


def _units(question: Question) -> Iterable[Unit]:
    return _years(question) if question.sort is Sort.NEWEST else _acts(question)


def _years(question: Question) -> Iterator[Unit]:
    """The years of all entries, the last one first, at last what has no date."""
    joined = FacetValues.objects.filter(facet="origin")
    years = {int(year) for row in joined for year in row.values[place_of("year")] if year}
    for year in sorted(years, reverse=True):
        if (not question.since or year >= question.since.year) and (
            not question.until or year <= question.until.year
        ):
            yield Unit(Run((value_term("year", str(year)),)), partial(_months, year))
    if not question.since and not question.until:
        yield Unit(Run((value_term("year", ""),)))


def _months(year: int) -> Iterator[Unit]:
    for month in range(_MONTHS, 0, -1):
        yield Unit(Run((month_term(date(year, month, 1)),)), partial(_days, year, month))


def _days(year: int, month: int) -> Iterator[Unit]:
    for day in range(monthrange(year, month)[1], 0, -1):
        yield Unit(Run((day_term(date(year, month, day)),)))


def _acts(question: Question) -> Iterator[Unit]:
    """The acts in their order, more and more of them at once, at last what is in no act."""
    acts, size = _known_acts(question), 1
    while acts:
        yield _some_acts(acts[:size])
        acts, size = acts[size:], min(2 * size, _ACTS)
    yield _some_acts([""])


def _known_acts(question: Question) -> list[str]:
    known = FacetValues.objects.filter(facet="instrument").values_list("joined", flat=True)
    return sorted(question.chosen.get("instrument", known), key=natural)


def _some_acts(acts: list[str]) -> Unit:
    middle = len(acts) // 2
    halves = (lambda: map(_some_acts, (acts[:middle], acts[middle:]))) if middle else None
    return Unit(_valued("instrument", acts), halves)
