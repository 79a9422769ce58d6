"""PostgreSQL tsvector and GIN. The vectors are written term by term: no text search configuration takes part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import connection

from search.backends.dialect import PUBLIC_SCOPE, Scope
from search.models import AudienceToken
from search.models.facets import value_term
from search.query.document import Terms
from search.query.expression import All, AnyOf, Ending, InHeading, Node, Run, Valued, Without
from search.query.plan import Plan

# weights of ts_rank for D, C, B, A: stems of the body, citations, words of the body, heading
_WEIGHTS = "{0.33, 0.33, 0.67, 1.0}"
_BY_LENGTH = 1  # ts_rank: divide by 1 + the logarithm of the length
_GAP = 2  # positions between texts, so that no phrase runs over from one into the next
_TERMS = 0x6D61646461  # the lock of who adds terms to the dictionary
_END = "|"  # a term after each heading
_HEADING = "^"  # before the stems of headings once more: an index knows no weights


class Postgres:
    """The full text in tables of its own. Each vector stands beside a copy of its entry, because a join costs more than the search."""

    id_column = "id"
    ranks_by_match = False
    is_lazy = False

    def store(self, scope: Scope, documents: Mapping[int, Terms]) -> None:
        columns = ", ".join(f'"{field.column}"' for field in scope.model._meta.concrete_fields)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {scope.text} (vector, {columns})"  # noqa: S608 - our own names
                f" SELECT %s::tsvector, {columns} FROM {scope.table} WHERE id = %s",
                [(" ".join(_lexemes(terms)), pk) for pk, terms in documents.items()],
            )

    def settle(self, scope: Scope) -> None:
        """Count the terms at once: without statistics the first queries take ten times as long."""
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {scope.text}, {scope.table}, {AudienceToken._meta.db_table}")

    def counted_terms(self) -> Iterator[tuple[str, int]]:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT word, ndoc FROM ts_stat('SELECT vector FROM {PUBLIC_SCOPE.text}')")  # noqa: S608 - our own name
            yield from cursor.fetchall()

    def may_add_terms(self, *, waits: bool = False) -> bool:
        """Two transactions that add the same terms would wait for each other, for a long act very long, or end in a deadlock."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_{'' if waits else 'try_'}advisory_xact_lock(%s)", [_TERMS])
            return waits or bool(cursor.fetchone()[0])

    def write(self, node: Node) -> str:
        """An expression as the text of a tsquery: only quoted lexemes and operators of ours."""
        return _written(node)

    def joined(self, scope: Scope) -> str:
        """FROM clause: the copies of entries beside their vectors."""
        return f"{scope.text} e"

    def id_of(self, scope: Scope) -> str:
        return "e.id"

    def score(self, scope: Scope) -> str:
        """ts_rank uses one document only, so the score reveals nothing about other documents."""
        return f"-ts_rank('{_WEIGHTS}', vector, %(ranking)s::tsquery, {_BY_LENGTH})"

    def fits(self, scope: Scope, parameter: str) -> str:
        """The full text fulfils the expression."""
        return f"vector @@ %({parameter})s::tsquery"

    def number(self, scope: Scope, statement: str, parameters: dict[str, Any]) -> int:
        """The number that the planner expects for public entries: counting would take as long as finding.

        Confidential entries are counted, because the planner's guess would use entries that the reader may not see.
        """
        with connection.cursor() as cursor:
            if scope is not PUBLIC_SCOPE:
                cursor.execute(f"SELECT COUNT(*) FROM ({statement}) matches", parameters)  # noqa: S608 - our own words
                return int(cursor.fetchone()[0])
            cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
            return int(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])

    def among(self, parameter: str) -> str:
        return f"= ANY(%({parameter})s)"

    def each(self, parameter: str) -> str:
        return f"unnest(%({parameter})s::text[]) t(value)"

    def listed(self, values: Sequence[str] | Sequence[int]) -> list[str | int]:
        return list(values)

    def private_parameters(self, plan: Plan) -> dict[str, Any]:
        """Nothing: the score knows no statistics."""
        return {}


def _written(node: Node, *, is_heading: bool = False) -> str:
    match node:
        case Run(terms):
            return "(" + " <-> ".join(_quoted(_HEADING * is_heading + term) for term in terms) + ")"
        case Ending(terms):
            return "(" + " <-> ".join(f"{_quoted(term)}:A" for term in (*terms, _END)) + ")"
        case All(parts):
            return "(" + " & ".join(_written(part, is_heading=is_heading) for part in parts) + ")"
        case AnyOf(parts):
            return "(" + " | ".join(_written(part, is_heading=is_heading) for part in parts) + ")"
        case InHeading(inner):
            return _written(inner, is_heading=True)
        case Without(wanted, excluded):
            wanted_text, excluded_text = (
                _written(part, is_heading=is_heading) for part in (wanted, AnyOf(excluded))
            )
            return f"({wanted_text} & !{excluded_text})"
        case Valued(facet, value):
            return f"({_quoted(value_term(facet, value))})"


def _lexemes(terms: Terms) -> Iterator[str]:
    position = 1
    for weight, runs in (("A", terms.headings), ("B", terms.bodies)):
        for run in runs:
            yield from _placed((*run, _END) if runs is terms.headings else run, position, weight)
            position += len(run) + _GAP
    yield from _placed(terms.heading_stems, 1, "A")
    yield from _placed((_HEADING + term for term in terms.heading_stems), 1, "D")
    yield from _placed(terms.body_stems, 1, "D")
    yield from _placed((*terms.cites, *terms.filed), 1, "C")


def _placed(run: Iterable[str], start: int, weight: str) -> Iterator[str]:
    for position, term in enumerate(run, start):
        yield f"{_quoted(term)}:{position}{weight}"


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
