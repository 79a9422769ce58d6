"""What is asked of an engine and what it answers."""

from dataclasses import dataclass, field

from search.query.plan import Plan
from search.sources import PUBLIC


@dataclass(frozen=True, slots=True)
class Question:
    """A plan with the reader it is asked for: no engine looks at anything outside `audience` and `sources`."""

    plan: Plan
    audience: frozenset[str]
    sources: tuple[str, ...]
    kinds: tuple[str, ...] = ()  # sources whose hits are listed; all are counted
    offset: int = 0
    limit: int = 20

    @property
    def private_tokens(self) -> list[str]:
        """The tokens that open more than everybody may read."""
        return sorted(self.audience - {PUBLIC})


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found."""

    source: str
    id: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of hits, best first, and how many there are of each source."""

    hits: tuple[Hit, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
