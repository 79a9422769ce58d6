"""SQLite FTS5. The words are analysed before they arrive here; its tokenizer only splits at spaces."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection

from search.backends.dialect import PUBLIC_SCOPE, Scope
from search.models import PublicTerm
from search.models.facets import value_term
from search.query.document import Terms
from search.query.expression import CITE, All, AnyOf, Ending, InHeading, Node, Run, Valued, Without, ranking
from search.query.plan import Plan

_HEADING, _EXACT = 3.0, 2.0
_WEIGHTS = (_HEADING, 1.0, _EXACT, 1.0, 0.0)  # heading, body, exact, cite, filed
_END = "|"
_GAP = f" {_END} "  # between texts, so that no phrase runs over from one into the next
_K1 = 1.2  # as FTS5's own bm25
_SCORE = "madda_search_score"


class Sqlite:
    """The full text in virtual tables, rowid = primary key of the entry."""

    id_column = "rowid"
    ranks_by_match = True
    is_lazy = True

    def store(self, scope: Scope, documents: Mapping[int, Terms]) -> None:
        rows = [
            (
                pk,
                " ".join(terms.heading_stems),
                " ".join(terms.body_stems),
                _GAP.join(" ".join(run) for run in (*terms.headings, *terms.bodies)),
                " ".join(terms.cites),
                " ".join(terms.filed),
            )
            for pk, terms in documents.items()
        ]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {scope.text} (rowid, heading, body, exact, cite, filed) VALUES (%s, %s, %s, %s, %s, %s)",  # noqa: S608
                rows,
            )

    def settle(self, scope: Scope) -> None:
        """Merge the segments that many small writes left behind."""
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {scope.text} ({scope.text}) VALUES ('optimize')")  # noqa: S608 - our own name

    def counted_terms(self) -> Iterator[tuple[str, int]]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT term, doc FROM {PUBLIC_SCOPE.text}_words")  # noqa: S608 - our own name
            yield from cursor.fetchall()

    def may_add_terms(self, *, waits: bool = False) -> bool:
        """One writer at a time."""
        return True

    def write(self, node: Node) -> str:
        """An expression in the query language of FTS5: only quoted strings and operators of ours."""
        match node:
            case Run(terms):
                return '"' + " ".join(terms).replace('"', '""') + '"'
            case Ending(terms):
                return self.write(Run((*terms, _END)))
            case All(parts):
                return "(" + " AND ".join(self.write(part) for part in parts) + ")"
            case AnyOf(parts):
                return "(" + " OR ".join(self.write(part) for part in parts) + ")"
            case InHeading(inner):
                return f"{{heading}} : ({self.write(inner)})"
            case Without(wanted, excluded):
                return f"({self.write(wanted)} NOT {self.write(AnyOf(excluded))})"
            case Valued(facet, value):
                return self.write(Run((value_term(facet, value),)))

    def joined(self, scope: Scope) -> str:
        """FROM clause: the full text first (CROSS JOIN keeps the order), entries by their key."""
        return f"{scope.text} CROSS JOIN {scope.table} e ON e.id = {scope.text}.rowid"

    def id_of(self, scope: Scope) -> str:
        return f"{scope.text}.rowid"

    def score(self, scope: Scope) -> str:
        """bm25 for the public; for the rest the same with the public's statistics, see `private_score`."""
        if scope is PUBLIC_SCOPE:
            return f"bm25({scope.text}, {', '.join(map(str, _WEIGHTS))})"
        return f"-{_SCORE}({scope.text}.heading, {scope.text}.body, exact, %(rarity)s)"

    def fits(self, scope: Scope, parameter: str) -> str:
        """The full text fulfils the expression."""
        return f"{scope.text} MATCH %({parameter})s"

    def number(self, scope: Scope, statement: str, parameters: dict[str, Any]) -> int:
        """The exact number: counting takes a thirtieth of the time of finding."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COUNT(*) FROM ({statement})", parameters)  # noqa: S608 - our own words
            return int(cursor.fetchone()[0])

    def among(self, parameter: str) -> str:
        return f"IN (SELECT value FROM json_each(%({parameter})s))"  # noqa: S608 - our own name

    def each(self, parameter: str) -> str:
        return f"json_each(%({parameter})s) t"

    def listed(self, values: Sequence[str] | Sequence[int]) -> str:
        return json.dumps(values)

    def private_parameters(self, plan: Plan) -> dict[str, Any]:
        """How rare each term of the ranking is among public entries."""
        node = ranking(plan)
        runs = [
            part.terms
            for part in (node.parts if isinstance(node, AnyOf) else (node,))
            if isinstance(part, Run)
        ]
        terms = sorted({term for run in runs for term in run})
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT term, entries FROM {PublicTerm._meta.db_table} WHERE term IN (SELECT value FROM json_each(%s))"  # noqa: S608
                f" UNION ALL SELECT '', COALESCE(MAX(id), 0) FROM {PUBLIC_SCOPE.table}",  # counting takes longer
                [json.dumps(terms)],
            )
            known = dict(cursor.fetchall())
        total = known[""]
        rarity = [(" ".join(run), _rarity(total, min(known.get(term, 0) for term in run))) for run in runs]
        return {"rarity": json.dumps(rarity)}


def _rarity(total: int, having: int) -> float:
    return max(math.log((total - having + 0.5) / (having + 0.5)), 1e-6)


def private_score(heading: str, body: str, exact: str, rarity: str) -> float:
    """bm25 of a confidential entry of average length, reckoned with the public's statistics.

    FTS5 would count how many confidential entries have a word, also those that the reader must not know of.
    """
    stems, words = (f" {heading} ", f" {body} "), f" {exact} "
    total = 0.0
    for run, weight, is_stem in _parsed(rarity):
        found = _HEADING * stems[0].count(run) + stems[1].count(run) if is_stem else _EXACT * words.count(run)
        total += weight * found * (_K1 + 1) / (found + _K1)
    return total


@lru_cache(maxsize=16)
def _parsed(rarity: str) -> list[tuple[str, float, bool]]:
    """Runs between blanks, and whether they stand among the stems; citations are named, which needs no score."""
    return [
        (f" {run} ", weight, ":" in run) for run, weight in json.loads(rarity) if not run.startswith(CITE)
    ]


def add_functions(connection: Any, **_: Any) -> None:
    """Teach a new SQLite connection the score of confidential entries."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(_SCORE, 4, private_score, deterministic=True)
