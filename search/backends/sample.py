"""Questions so broad that the database would be asked for everything: answered from a part of the index.

Every group of entries belongs to one of `PARTS` parts. Of a question with very many matches only some parts are looked
at, so that the work has a bound; what counts for the first page is always there: what is named and what has the words
in its heading. Totals and facets are then estimates. Elasticsearch stops counting at 10,000 likewise.
"""

from dataclasses import dataclass

from search.backends.question import Question, Sort
from search.query.expression import PARTS, All, AnyOf, InHeading, Node, Run, matching, naming, part_term

FEW = 1_000  # matches of which a count is not worth its time
MOST = 8_000  # matches that are looked at one by one


@dataclass(frozen=True, slots=True)
class Sample:
    """So many of the parts, and `besides`."""

    parts: int
    besides: tuple[Node, ...]

    def narrowed(self, node: Node) -> Node:
        """An expression that fits the sample alone."""
        parts = tuple(Run((part_term(part),)) for part in range(self.parts))
        return All((node, AnyOf((*parts, *self.besides))))

    def holds(self, group: int) -> bool:
        """Whether a group belongs to the parts, and is counted."""
        return group % PARTS < self.parts

    def estimate(self, counted: int) -> int:
        """How many there are in the whole index."""
        return round(counted * PARTS / self.parts)


def can_sample(question: Question) -> bool:
    """Whether estimates are good enough: not where hits are sorted, grouped or narrowed to a few of the matches."""
    return question.sort is Sort.RELEVANCE and not (question.by_act or question.chosen or question.only)


def in_headings(question: Question) -> Node:
    """What matches in its heading."""
    return InHeading(matching(question.plan))


def sample_of(question: Question, matches: int, headings: int) -> Sample:
    """About `MOST` of the matches of a question, with all in headings unless these are too many themselves."""
    name = naming(question.plan)
    besides = [*([name] if name else []), *([in_headings(question)] if headings <= MOST else [])]
    return Sample(max(1, PARTS * MOST // matches), tuple(besides))
