"""Questions so broad that the database would be asked for everything: answered from a share of the index.

Of a question with very many matches only one group of entries in two, in four, … is looked at, so that the work has a
bound; what counts for the first page is always there: what is named and what has the words in its heading. Totals and
facets are then estimates. Elasticsearch stops counting at 10,000 likewise.
"""

from dataclasses import dataclass, replace

from search.backends.question import Question, Sort
from search.query.expression import (
    SHARES,
    All,
    AnyOf,
    InHeading,
    Node,
    Run,
    belongs,
    matching,
    naming,
    share_term,
)

FEW = 1_000  # matches: a count of so many is not worth its time, so many headings are no burden
MOST = 3_000  # matches that are looked at one by one


@dataclass(frozen=True, slots=True)
class Sample:
    """One group in so many, and `besides`."""

    share: int
    besides: tuple[Node, ...]

    def narrowed(self, node: Node) -> Node:
        """An expression that fits the sample alone."""
        return All((node, AnyOf((Run((share_term(self.share),)), *self.besides))))

    def holds(self, group: int) -> bool:
        """Whether a group belongs to the share, and is counted."""
        return belongs(group, self.share)

    def estimate(self, counted: int) -> int:
        """How many there are in the whole index."""
        return counted * self.share

    def suits(self, held: int) -> bool:
        """Whether it holds about as many matches as were expected: a database may expect far too many."""
        return 4 * held >= MOST

    def finer(self, held: int) -> "Sample | None":
        """The sample for as many matches as this one tells of; none where all can be looked at."""
        matches = self.estimate(held)
        return replace(self, share=_share(matches)) if matches > MOST else None


def can_sample(question: Question) -> bool:
    """Whether estimates are good enough: not where hits are sorted, grouped or narrowed to a few of the matches."""
    return question.sort is Sort.RELEVANCE and not (question.by_act or question.chosen or question.only)


def in_headings(question: Question) -> Node:
    """What matches in its heading."""
    return InHeading(matching(question.plan))


def sample_of(question: Question, matches: int, headings: int) -> Sample:
    """About `MOST` of the matches of a question, with all in headings unless these are none, or many themselves."""
    name = naming(question.plan)
    besides = [*([name] if name else []), *([in_headings(question)] if 0 < headings <= FEW else [])]
    return Sample(_share(matches), tuple(besides))


def _share(matches: int) -> int:
    return next((share for share in SHARES if matches <= share * MOST), SHARES[-1])
