"""What a database found, made into an answer: hits grouped, chosen, counted and sorted."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from operator import itemgetter
from typing import Any

from search.backends.question import FACETS, HITS_OF_ACT, Answer, Count, Hit, Question, Sort
from search.models.facets import values_of

Row = tuple[Any, ...]  # in the order of COLUMNS: tens of thousands are looked at for one answer

COLUMNS = (
    "e.key, e.group_code, e.source, e.instrument, e.status, e.institution, e.right, e.language, e.year,"
    " {order} AS sorting, {named} AS is_named, CASE WHEN e.is_current THEN 1 ELSE 0 END, {score} AS score, {public} AS is_public"
)
_KEY, _GROUP, _SOURCE, _INSTRUMENT, _YEAR = 0, 1, 2, 3, 8
_ORDER, _NAMED, _SCORE = 9, 10, 12
_FACET = dict(zip(FACETS, (_SOURCE, _INSTRUMENT, 4, 5, 6, 7, _YEAR), strict=True))
_NUMBERS = re.compile(r"(\d+)")

_LAST = [(1, 0, "")]  # behind every act

_group = itemgetter(_GROUP)


@dataclass(frozen=True, slots=True)
class _Company:
    """Rows whose group has no other, which need no care in counting, and those of the same group."""

    alone: list[Row]
    crowded: list[Row]

    @classmethod
    def of(cls, rows: list[Row]) -> "_Company":
        groups = Counter(map(_group, rows))
        if len(groups) == len(rows):
            return cls(rows, [])
        return cls(
            [row for row in rows if groups[row[_GROUP]] == 1],
            [row for row in rows if groups[row[_GROUP]] > 1],
        )


class Rows:
    """The matching entries of one question."""

    def __init__(self, rows: list[Row], question: Question) -> None:
        self.question = question
        self.rows = rows

    def answer(self) -> Answer:
        """The page that was asked for, and all counts."""
        chosen = self._chosen(self.question.chosen)
        best = _best_of_groups(chosen)
        facets = self._facets(chosen)
        if self.question.by_act:
            acts = self._acts(best)
            return Answer(tuple(self._page_of_acts(acts)), len(best), len(acts), facets=facets)
        page = self._sorted(best)[self.question.offset :]
        return Answer(tuple(_hit(row) for row in page), len(best), facets=facets)

    @cached_property
    def _values(self) -> Mapping[int, tuple[str, ...]]:
        """What the codes in the rows mean."""
        facets = (index for facet, index in _FACET.items() if facet not in ("kind", "year"))
        return values_of({code for index in facets for code in set(map(itemgetter(index), self.rows))})

    def _chosen(self, choices: Iterable[str]) -> list[Row]:
        """The rows that fit the choices in these facets."""
        rows = self.rows
        for facet in choices:
            index, wanted = _FACET[facet], self.question.chosen[facet]
            fitting = {
                code
                for code in set(map(itemgetter(index), rows))
                if not wanted.isdisjoint(self._read(facet, code))
            }
            rows = [row for row in rows if row[index] in fitting]
        return rows

    def _read(self, facet: str, code: Any) -> tuple[str, ...]:
        if facet == "kind":
            return (code,)
        if facet == "year":
            return (str(code),) if code else ()
        return self._values.get(code, ())

    def _facets(self, chosen: list[Row]) -> dict[str, tuple[Count, ...]]:
        """How many hits have each value, whatever else of the same facet is chosen."""
        every = _Company.of(chosen)
        counts = {}
        for facet in FACETS:
            others = [other for other in self.question.chosen if other != facet]
            is_free = facet not in self.question.chosen
            counts[facet] = self._counts(facet, every if is_free else _Company.of(self._chosen(others)))
        return counts

    def _counts(self, facet: str, rows: "_Company") -> tuple[Count, ...]:
        index, counts = _FACET[facet], Counter[str]()
        for code, number in Counter(map(itemgetter(index), rows.alone)).items():
            for value in self._read(facet, code):
                counts[value] += number
        pairs = {(row[_GROUP], row[index]) for row in rows.crowded}
        counts.update(
            value
            for _, value in {(group, value) for group, code in pairs for value in self._read(facet, code)}
        )
        return tuple(
            Count(value, number) for value, number in sorted(counts.items(), key=_most_first) if value
        )

    def _sorted(self, rows: list[Row]) -> list[Row]:
        """As many of the first rows, in order, as the page reaches to."""
        return nsmallest(self.question.offset + self.question.limit, rows, key=self._order)

    @cached_property
    def _order(self) -> Callable[[Row], tuple[Any, ...]]:
        match self.question.sort:
            case Sort.NEWEST:
                return lambda row: (-row[_ORDER], row[_SOURCE], row[_KEY])
            case Sort.LAW:
                acts = {code: _natural(values) for code, values in self._values.items()}
                return lambda row: (acts.get(row[_INSTRUMENT], _LAST), row[_ORDER], row[_SOURCE], row[_KEY])
            case Sort.RELEVANCE:
                return lambda row: (-row[_NAMED], -row[_SCORE], -row[-1], row[_SOURCE], row[_KEY])

    def _acts(self, rows: list[Row]) -> dict[int, list[Row]]:
        """The rows of each act, best act first."""
        acts: dict[int, list[Row]] = {}
        for row in sorted(rows, key=self._order):
            acts.setdefault(row[_INSTRUMENT], []).append(row)
        return acts

    def _page_of_acts(self, acts: dict[int, list[Row]]) -> list[Hit]:
        start = self.question.offset
        page = list(acts.values())[start : start + self.question.limit]
        return [_hit(row, len(rows)) for rows in page for row in rows[:HITS_OF_ACT]]


def _best_of_groups(rows: list[Row]) -> list[Row]:
    """The row that speaks for each group: the named one, else the current one, else the best."""
    best = {row[_GROUP]: row for row in rows}
    if len(best) == len(rows):
        return rows
    for row in rows:
        if row[_NAMED:] > best[row[_GROUP]][_NAMED:]:
            best[row[_GROUP]] = row
    return list(best.values())


def _hit(row: Row, of_act: int = 0) -> Hit:
    return Hit(row[_SOURCE], row[_KEY], of_act)


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    value, number = counted
    return -number, value


def _natural(values: Iterable[str]) -> list[tuple[int, int, str]]:
    """The act 27-L before the act 101-L."""
    pieces = _NUMBERS.split(next(iter(values), ""))
    return [(0, int(piece), "") if piece.isdigit() else (0, 0, piece) for piece in pieces]
