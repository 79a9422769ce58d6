"""Turns the rows that a database found into an answer: groups, filters, counts and sorts them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from heapq import nsmallest
from operator import itemgetter
from typing import Any

from search.backends.question import FACETS, HITS_OF_ACT, Answer, Count, Question, Sort
from search.backends.sample import Sample
from search.models.facets import COLUMNS, code, column_of, is_current, place_of, values_of
from search.sources import rank_of

Row = tuple[Any, ...]
"""Of a match, tens of thousands for one answer: what it is sorted by; its place in its act and the code of its group, by
which equals are sorted, so that the order of writing tells nothing; its number, twice its primary key and 1 more where
it is confidential; the codes of `COLUMNS`; where it is not sorted by relevance, its source and key, so that every
engine puts equals in the same order."""

_ORDER, GROUP, NUMBER = 0, 2, 3
_COLUMN = {column: place for place, column in enumerate(COLUMNS, NUMBER + 1)}
_SOURCE = NUMBER + 1 + len(COLUMNS)
_KEY = _SOURCE + 1
IN_ORDER = (_ORDER, _SOURCE, _KEY)  # of hits that are sorted, within an act
_PROFILE, ACT = _COLUMN["profile"], _COLUMN["instrument"]
_NUMBERS = re.compile(r"(\d+)")
_LAST = [(1, 0, "")]  # behind every act

_group = itemgetter(GROUP)

Codes = int | frozenset[int]
"""What one hit has in a column: one code, or those of all entries in its group."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit on the page, and how many hits its act has where they are grouped by act."""

    number: int
    of_act: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """The numbers of the entries that a question names, each with its place among the names, and of those that it names exactly."""

    numbers: Mapping[int, int] = field(default_factory=dict)
    exact: frozenset[int] = frozenset()


class Rows:
    """The matches of one question."""

    def __init__(
        self, rows: list[Row], question: Question, named: Named, sample: Sample | None = None
    ) -> None:
        self.question, self.sample = question, sample
        self.named, self.exact = named.numbers, named.exact
        self.values: Mapping[int, tuple[str, ...]] = values_of(
            set[int]().union(*(map(itemgetter(place), rows) for place in _COLUMN.values()))
        )
        self.rows = self._fitting(rows, "kind", frozenset(question.sources))

    def answer(self) -> Answer:
        """All counts, without hits; from a sample they are estimates."""
        acts, listed = len(self.acts) if self.question.by_act else 0, len(self.best)
        if not self.sample:
            return Answer((), listed, acts, facets=self.facets(FACETS))
        total = self.sample.estimate(sum(self.sample.holds(row[GROUP]) for row in self.best))
        facets = self.facets(FACETS)
        return Answer((), max(total, listed), acts, is_exact=False, listed=listed, facets=facets)

    def page(self) -> list[HitRow]:
        """The page that was asked for."""
        first, last = self.question.offset, self.question.offset + self.question.limit
        if self.question.by_act:
            return self.of_acts(list(self.acts)[first:last])
        return [HitRow(row[NUMBER]) for row in self.first(last)[first:]]

    def of_acts(self, acts: Iterable[int]) -> list[HitRow]:
        """The first hits of each of these acts that has any."""
        estimate = self.sample.estimate if self.sample else int
        found = (self.acts.get(act, []) for act in acts)
        return [HitRow(row[NUMBER], estimate(len(rows))) for rows in found for row in rows[:HITS_OF_ACT]]

    @cached_property
    def chosen(self) -> list[Row]:
        """The rows that fit all choices."""
        return self._chosen(self.question.chosen)

    @cached_property
    def best(self) -> list[Row]:
        """The hits."""
        return self._best_of_groups(self.chosen)

    @cached_property
    def acts(self) -> dict[int, list[Row]]:
        """The hits of each act, best act first."""
        acts: dict[int, list[Row]] = {}
        for row in self.first(len(self.best)):
            acts.setdefault(row[ACT], []).append(row)
        return acts

    def _chosen(self, choices: Iterable[str]) -> list[Row]:
        """The rows that fit the choices in these facets."""
        rows = self.rows
        for facet in choices:
            rows = self._fitting(rows, facet, self.question.chosen[facet])
        return rows

    def _fitting(self, rows: list[Row], facet: str, wanted: frozenset[str]) -> list[Row]:
        place, known, of_facet = _COLUMN[column_of(facet)], self.values, place_of(facet)
        codes = set(map(itemgetter(place), rows))
        fitting = {code for code in codes if not wanted.isdisjoint(known.get(code, ())[of_facet])}
        return rows if fitting == codes else [row for row in rows if row[place] in fitting]

    def facets(self, names: Iterable[str]) -> dict[str, tuple[Count, ...]]:
        """How many hits have each value, whatever else of the same facet is chosen."""
        every, facets = None, {}
        for facet in names:
            if facet in self.question.chosen:
                others = self._chosen(other for other in self.question.chosen if other != facet)
                tallies = _tallies(self._held(others), column_of(facet))
            else:
                tallies = every = every or _tallies(self._held(self.chosen))
            facets[facet] = self._counts(facet, tallies[column_of(facet)])
        return facets

    def _held(self, rows: list[Row]) -> list[Row]:
        """The rows that are counted."""
        return [row for row in rows if self.sample.holds(row[GROUP])] if self.sample else rows

    def _counts(self, facet: str, tally: Mapping[Codes, int]) -> tuple[Count, ...]:
        counts: dict[str, int] = defaultdict(int)
        known, place = self.values, place_of(facet)
        for codes, number in tally.items():
            if isinstance(codes, int):  # nearly all
                values: Iterable[str] = known.get(codes, ())[place]
            else:
                values = {value for one in codes for value in known.get(one, ())[place]}
            for value in values:
                counts[value] += number
        counts.pop("", None)
        estimate = self.sample.estimate if self.sample else int
        in_order = sorted((-estimate(number), value) for value, number in counts.items())
        return tuple(Count(value, -number) for number, value in in_order)

    def first(self, most: int) -> list[Row]:
        """The first hits in the order asked for. In the order of relevance, what the query names comes first."""
        rows = self.best
        if self._order or not self.named:
            return nsmallest(most, rows, key=self._order)
        named = nsmallest(most, (row for row in rows if row[NUMBER] in self.named), key=self._closeness)
        others = (row for row in rows if row[NUMBER] not in self.named)
        return named + nsmallest(most - len(named), others)

    @cached_property
    def _closeness(self) -> Callable[[Row], Any]:
        """Among what is named: first the act that is named too, then as typed, then the very provision of several with one number."""
        acts = {code("instrument", (act,)) for act in self.question.plan.acts}
        named, exact = self.named, self.exact
        return lambda row: (row[ACT] not in acts, named[row[NUMBER]], row[NUMBER] not in exact, row)

    @cached_property
    def _order(self) -> Callable[[Row], Any] | None:
        match self.question.sort:
            case Sort.NEWEST:
                return itemgetter(_ORDER, _SOURCE, _KEY)
            case Sort.LAW:
                in_order = cache(lambda act: natural(self.values[act][0]) if act else _LAST)
                return lambda row: (in_order(row[ACT]), row[_ORDER], row[_SOURCE], row[_KEY])
            case Sort.RELEVANCE:
                return None  # rows are in this order themselves, which is quicker to compare

    def _best_of_groups(self, rows: list[Row]) -> list[Row]:
        """The row that represents each group: the named one, else the current one, else the best of the first status."""
        best = {row[GROUP]: row for row in rows}
        if len(best) == len(rows):
            return rows
        for row in rows:
            other = best[row[GROUP]]
            if other is not row and self._claim(row) < self._claim(other):
                best[row[GROUP]] = row
        return list(best.values())

    def _claim(self, row: Row) -> tuple[Any, ...]:
        return row[NUMBER] not in self.named, self._standing(row[_PROFILE]), row[_ORDER], row[NUMBER]

    @cached_property
    def _standing(self) -> Callable[[int], tuple[bool, int]]:
        """Of a profile: whether another entry may speak for its group, and the place of its status."""
        values = self.values
        return cache(lambda code: (not is_current(values[code]), rank_of(*values[code][0:3:2])))

    def is_past(self, row: Row) -> bool:
        """Whether another entry may speak for the group of a row."""
        return not is_current(self.values[row[_PROFILE]])


def natural(act: str) -> list[tuple[int, int, str]]:
    """By this the act 27-L comes before the act 101-L."""
    pieces = _NUMBERS.split(act)
    return [(0, int(piece), "") if piece.isdecimal() else (0, 0, piece) for piece in pieces]


def _tallies(rows: list[Row], *columns: str) -> dict[str, Counter[Codes]]:
    """How many hits have which codes in each column."""
    groups = Counter(map(_group, rows))
    alone = rows if len(groups) == len(rows) else [row for row in rows if groups[row[GROUP]] == 1]
    crowded = [row for row in rows if groups[row[GROUP]] > 1] if alone is not rows else []
    tallies = {}
    for column in columns or COLUMNS:
        place = _COLUMN[column]
        tallies[column] = Counter[Codes](map(itemgetter(place), alone))
        tallies[column].update(_together(crowded, place))
    return tallies


def _together(rows: list[Row], place: int) -> Counter[Codes]:
    """How many groups have which codes among them."""
    of_group: dict[int, set[int]] = {}
    for row in rows:
        of_group.setdefault(row[GROUP], set()).add(row[place])
    return Counter(map(frozenset, of_group.values()))
