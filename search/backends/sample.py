"""Answers very broad questions from a share of the index.

If a question has very many matches, only one group of entries in two, four, … is examined, so that the work is
bounded. Entries that the query names and entries with the words in their heading are always examined, so the first
page is right. Totals and facets are then estimates. Elasticsearch, too, stops counting at 10,000.
"""

from dataclasses import dataclass, replace

from search.backends.question import Question
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

FEW = 1_000  # matches: beyond this number an exact count takes too long; so many headings are still cheap
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
        """The estimated number in the whole index."""
        return counted * self.share

    def suits(self, held: int) -> bool:
        """Whether the sample holds about as many matches as expected. A database may expect far too many."""
        return 4 * held >= MOST

    def finer(self, held: int) -> "Sample | None":
        """A finer sample for the number of matches that this one suggests. None if all matches can be examined."""
        matches = self.estimate(held)
        return replace(self, share=share_of(matches)) if matches > MOST else None


def in_headings(question: Question) -> Node:
    """What matches in its heading."""
    return InHeading(matching(question.plan))


def sample_of(question: Question, matches: int, headings: int) -> Sample:
    """About `MOST` of the matches of a question, with all in headings unless these are none, or many themselves."""
    heading = (in_headings(question),) if 0 < headings <= FEW else ()
    return Sample(share_of(matches), naming(question.plan) + heading)


def share_of(matches: int) -> int:
    """One group in how many are about `MOST` of so many matches."""
    return next((share for share in SHARES if matches <= share * MOST), SHARES[-1])
