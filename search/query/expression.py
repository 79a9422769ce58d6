"""Turns a plan into an expression over the terms of an index. Each engine writes it in its own query language.

Terms are never user text: they are folded words, stems behind a language ("en:detent") and citations ("cite:12.3").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from search.query.cited import Citation
from search.query.plan import Formula, Plan, Term, Word

CITE = "cite:"
_PARTED = re.compile(r"\((\d+)(\.|\)\()(\w+)\)")
_LONGEST_KEY = 100  # letters: longer ones are no numbers of provisions, and PostgreSQL takes 2,046 bytes
SHARES = (2, 4, 8, 16, 32, 64, 128, 256)
"""One group in so many belongs to each share of an index, for answers from a sample."""

_SPELLED_OUT = 4  # words of which every sufficient choice is written down; more are nested, which is shorter


@dataclass(frozen=True)
class Run:
    """Terms that stand next to each other; most runs are one term long."""

    terms: tuple[str, ...]


@dataclass(frozen=True)
class Ending:
    """Terms that stand next to each other at the end of a heading; an engine that cannot tell takes any `Run`."""

    terms: tuple[str, ...]


@dataclass(frozen=True)
class All:
    """Every part matches."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part matches."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class InHeading:
    """Matches in a heading; an engine may know the stems of headings only."""

    node: "Node"


@dataclass(frozen=True)
class Without:
    """The first matches and none of the others does."""

    wanted: "Node"
    excluded: tuple["Node", ...]


@dataclass(frozen=True)
class Valued:
    """Entries that have this value in a facet."""

    facet: str
    value: str


Node = Run | Ending | All | AnyOf | InHeading | Without | Valued


def cite_term(key: str) -> str:
    """The term of a cited provision, apart from all words."""
    return f"{CITE}{key[:_LONGEST_KEY]}"


EVERY = 1
"""The share to which every group belongs."""


def share_term(share: int) -> str:
    """The term of the entries whose group belongs to a share."""
    return f"share:{share}"


def belongs(group: int, share: int) -> bool:
    """Whether a group, by its code, belongs to a share: those of a small share belong to the larger ones too."""
    return group % share == 0


def matching(plan: Plan) -> Node:
    """What a hit must fulfil. A cited provision is a hit by its number; phrases are always required."""
    if plan.formula:
        return narrowing(_said(plan.formula, {word.exact: word for word in plan.words}), plan)
    alternatives: list[Node] = []
    if plan.wanted:
        alternatives.append(_at_least(plan.required, plan.wanted))
        if plan.together and ranks_itself(plan):
            alternatives.append(Run(plan.together))  # has all words: no further hit, but a better one
    alternatives += [run for citation in plan.citations for run in _cited(citation)]
    if plan.is_everything:
        alternatives.append(Run((share_term(EVERY),)))
    return narrowing(any_of(alternatives) if alternatives else None, plan)


def _said(part: Term | Formula, known: Mapping[str, Word]) -> Node:
    """A formula over the words of its plan, which may have other spellings by now."""
    if isinstance(part, Formula):
        nodes = [_said(one, known) for one in part.parts]
        wanted = any_of(nodes) if part.is_any else _all(nodes)
        left_out = tuple(_said(one, known) for one in part.left_out)
        return Without(wanted, left_out) if left_out else wanted
    if part.citation:
        return any_of(_cited(part.citation))
    if part.is_quoted:
        return Run(tuple(word.exact for word in part.words))
    return _all([_word(known.get(word.exact, word)) for word in part.words])


def _cited(citation: Citation) -> list[Node]:
    mention = [Run(citation.mention)] if citation.mention else []
    return [*(Run((cite_term(key),)) for key in citation.keys), *mention]


def narrowing(node: Node | None, plan: Plan) -> Node:
    """What a hit must fulfil beside a condition: phrases stand in it, and what is excluded does not."""
    wanted = _all([*(Run(phrase) for phrase in plan.phrases), *([node] if node else [])])
    excluded = leaving_out(plan)
    return Without(wanted, excluded) if excluded else wanted


def leaving_out(plan: Plan) -> tuple[Node, ...]:
    """What no hit has: words in any form, as they are found, quotations as they are written, and values of facets."""
    return (*(_said(part, {}) for part in plan.excluded), *(Valued(*one) for one in plan.barred))


def ranks_itself(plan: Plan) -> bool:
    """Whether `matching` has all terms equally often, so that an engine may rank by it as well."""
    if plan.formula:
        return False
    return len(plan.wanted) <= _SPELLED_OUT or plan.required == len(plan.wanted)


def ranking(plan: Plan) -> Node:
    """What makes a hit better: each term once, so that none counts double."""
    runs: list[Node] = [Run((term,)) for word in plan.wanted for term in word.terms]
    runs += [Run(sequence) for sequence in plan.sequences]
    if plan.together:
        runs.append(Run(plan.together))
    runs += [Run((cite_term(key),)) for citation in plan.citations for key in citation.keys]
    if plan.is_everything:
        runs.append(Run((share_term(EVERY),)))
    return any_of(list(dict.fromkeys(runs)))


def naming(plan: Plan) -> tuple[Node, ...]:
    """What puts a hit before all others, in this order: it is cited, or else its heading is what was typed."""
    cited = cited_in_order(plan)
    is_heading = plan.together and (not cited or plan.leads_to_act)
    return (*cited, *([Ending(plan.together)] if is_heading else ()))


def cited_in_order(plan: Plan) -> tuple[Node, ...]:
    """The provisions that are cited. Of several, those that only have the number of one stand behind all: 181.2 is not 181(2)."""
    filed = [any_of([Run((cite_term(key),)) for key in citation.keys]) for citation in plan.citations]
    meant = map(_meant, plan.citations, filed) if len(filed) > 1 else ()
    return tuple(dict.fromkeys((*meant, *filed)))


def _meant(citation: Citation, filed: Node) -> Node:
    """The provisions of the act that is named beside this citation alone, without those whose levels end elsewhere."""
    acts = [Valued("instrument", act) for act in citation.acts]
    within = All((filed, any_of(acts))) if acts else filed
    other = _PARTED.match(citation.path)
    if not other:
        return within
    sign = ")(" if other[2] == "." else "."
    return Without(
        within, (Run((cite_term(f"({other[1]}{sign}{other[3]}){citation.path[other.end() :]}"),)),)
    )


def naming_exactly(plan: Plan) -> Node | None:
    """Which of the hits that are named come first: Article 25.1 and part 25(1) have one number, and are two provisions."""
    exact = [Run((cite_term(key),)) for citation in plan.citations for key in citation.exact]
    return any_of(exact) if exact else None


def _at_least(count: int, words: Sequence[Word]) -> Node:
    if len(words) <= _SPELLED_OUT or count == len(words):
        return any_of([_all([_word(word) for word in some]) for some in combinations(words, count)])
    first, rest = words[0], words[1:]
    with_first = _word(first) if count == 1 else _all([_word(first), _at_least(count - 1, rest)])
    return any_of([with_first, _at_least(count, rest)])


def _word(word: Word) -> Node:
    return any_of([Run((term,)) for term in word.terms])


def _all(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def any_of(parts: Sequence[Node]) -> Node:
    """At least one of the parts."""
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))
