"""The question to an engine and its answer, as values that every engine understands."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from search.query.plan import Plan
from search.query.senses import Likeness
from search.sources import PUBLIC

FACETS = ("kind", "instrument", "status", "institution", "right", "language", "year")
"""What hits are counted by: the source's name, then `Entry.instrument`, `.status`, `.institution`, each of `.rights`,
the language of each of its `.texts`, and the year of `.date`. An entry without a value is counted by none."""

HITS_OF_ACT = 3  # that are shown of each act where hits are grouped by act


class Sort(StrEnum):
    """The order of hits. A cited provision comes first in the order of relevance only."""

    RELEVANCE = "relevance"
    NEWEST = "newest"  # by `Entry.date`, without one last
    LAW = "law"  # by `Entry.instrument`, then by `Entry.place` in it


@dataclass(frozen=True)
class Question:
    """A plan together with its reader. No engine looks at anything outside `audience` and `sources`.

    Entries of one `Entry.group` are one hit: the cited one, else the current one, else the best that answers.
    """

    plan: Plan
    audience: frozenset[str]
    sources: tuple[str, ...]
    # By facet: one of these exact values; an empty set fits nothing
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    on: datetime.date | None = None  # only wordings in force on this day
    since: datetime.date | None = None  # only what is dated from this day
    until: datetime.date | None = None  # only what is dated until this day
    sort: Sort = Sort.RELEVANCE
    by_act: bool = False  # `offset` and `limit` count acts, each with its first HITS_OF_ACT hits
    likeness: Likeness | None = None  # looser: ordered by what they say of this; not all words must stand
    only: frozenset[tuple[str, str]] | None = None  # (source, object id): look at nothing else
    without: tuple[str, str] | None = None  # (source, id): leave out this entry and its group
    offset: int = 0
    limit: int = 20

    @cached_property
    def private_tokens(self) -> list[str]:
        """The tokens that open more than everybody may read."""
        return sorted(self.audience - {PUBLIC})


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found. It carries no text: what is shown is loaded again with the reader's rights."""

    source: str
    id: str
    of_act: int = field(default=0, compare=False)  # hits in its act, where they are grouped by act


class Count(NamedTuple):
    """How many hits have this value."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of hits in the order asked for, and how many there are.

    `facets` has the values of each of FACETS, most hits first, counted under what is chosen in the other facets.
    Where `is_exact` is false, all numbers are estimates, else those of the facets in `about`; `listed` is then how many hits the pages lead to, if not to all.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    acts: int = 0  # how many acts they are in, where they are grouped by act
    is_exact: bool = True
    listed: int | None = None
    facets: Mapping[str, tuple[Count, ...]] = field(default_factory=dict)
    about: frozenset[str] = frozenset()

    def counted(self, facet: str) -> dict[str, int]:
        """The numbers of one facet by value."""
        return {count.value: count.number for count in self.facets.get(facet, ())}
