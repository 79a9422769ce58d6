"""The full text in the project's own database: written in the transaction of the data, asked in one statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE, Dialect, Scope
from search.backends.postgres import Postgres
from search.backends.question import Answer, Count, Hit, Question
from search.backends.sqlite import Sqlite
from search.errors import UnsupportedDatabaseError
from search.query.document import Terms
from search.query.expression import citing, matching, ranking

SCOPES = (PUBLIC_SCOPE, CONFIDENTIAL_SCOPE)
_DIALECTS: Mapping[str, Dialect] = {"sqlite": Sqlite(), "postgresql": Postgres()}


def dialect() -> Dialect:
    """The words of the database in use."""
    try:
        return _DIALECTS[connection.vendor]
    except KeyError:
        raise UnsupportedDatabaseError(
            f"No full text on {connection.vendor}; known: {sorted(_DIALECTS)}."
        ) from None


def store(scope: Scope, documents: Mapping[int, Terms]) -> None:
    """Write the full text of entries (by primary key) that have none."""
    dialect().store(scope, documents)


def discard(scope: Scope, keys: Iterable[int]) -> None:
    """Forget the full text of entries."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"DELETE FROM {scope.text} WHERE {dialect().id_column} = %s",  # noqa: S608 - our own names
            [(key,) for key in keys],
        )


class Embedded:
    """The engine in the project's own database: always there, never behind the data."""

    name = "embedded"

    def find(self, question: Question) -> Answer:
        """Answer a question; it can never be down while the site is up."""
        return find(question)


def find(question: Question) -> Answer:
    """Answer a question: two statements, and one more for readers of confidential entries."""
    if question.plan.is_empty:
        return Answer()
    statements = _Statements(dialect(), question)
    parameters = statements.parameters()
    with connection.cursor() as cursor:
        cursor.execute(statements.counts(), parameters)
        counts = dict(cursor.fetchall())
        if not counts:
            return Answer()
        cursor.execute(statements.page(), parameters)
        hits = tuple(Hit(source, key) for source, key in cursor.fetchall())
    kinds = tuple(Count(source, number) for source, number in counts.items())
    return Answer(hits, sum(counts.values()), facets={"kind": kinds})


@dataclass(frozen=True, slots=True)
class _Statements:
    """The SQL of a question. Visibility is part of what is counted, ranked and cut to a page."""

    dialect: Dialect
    question: Question

    def counts(self) -> str:
        return (
            f"SELECT source, COUNT(DISTINCT group_key) FROM ({self._hits('e.source, e.group_key', ranked=False)}) hits"  # noqa: S608
            " GROUP BY source"
        )

    def page(self) -> str:
        columns = "e.source, e.key, e.group_key, e.is_current, {score} AS score, {cited} AS is_cited, {private} AS is_private"
        listed = f"WHERE source {self.dialect.among('kinds')}" if "kind" in self.question.chosen else ""
        return (
            f"WITH hits AS MATERIALIZED ({self._hits(columns, ranked=True)}), "  # noqa: S608
            "best AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY group_key"
            f" ORDER BY is_cited DESC, is_current DESC, score DESC, is_private, key) AS place FROM hits {listed})"
            " SELECT source, key FROM best WHERE place = 1"
            " ORDER BY is_cited DESC, score DESC, is_private, source, key LIMIT %(limit)s OFFSET %(offset)s"
        )

    def parameters(self) -> dict[str, Any]:
        question, words = self.question, self.dialect
        cited = citing(question.plan)
        named: dict[str, Any] = {
            "matching": words.write(matching(question.plan)),
            "ranking": words.write(ranking(question.plan)),
            "citing": words.write(cited) if cited else "",
            "sources": words.listed(list(question.sources)),
            "kinds": words.listed(sorted(question.chosen.get("kind", ()))),
            "instruments": words.listed(list(question.plan.instruments)),
            "audience": words.listed(question.private_tokens),
            "limit": question.limit,
            "offset": question.offset,
        }
        if question.private_tokens:
            named |= words.private_parameters(question.plan)
        return named

    def _hits(self, columns: str, *, ranked: bool) -> str:
        scopes = SCOPES if self.question.private_tokens else (PUBLIC_SCOPE,)
        return " UNION ALL ".join(self._of(scope, columns, ranked=ranked) for scope in scopes)

    def _of(self, scope: Scope, columns: str, *, ranked: bool) -> str:
        words = self.dialect
        conditions = [words.matches(scope, ranked=ranked), f"e.source {words.among('sources')}"]
        if self.question.plan.instruments:
            conditions.append(f"e.instrument_key {words.among('instruments')}")
        if scope is CONFIDENTIAL_SCOPE:
            conditions.append(
                f"EXISTS (SELECT 1 FROM search_audiencetoken a WHERE a.entry_id = e.id AND a.token {words.among('audience')})"  # noqa: S608
            )
        chosen = columns.format(
            score=words.score(scope),
            cited=words.cited(scope) if self.question.plan.citations else "0",
            private=int(scope is CONFIDENTIAL_SCOPE),
        )
        return f"SELECT {chosen} FROM {words.joined(scope)} WHERE {' AND '.join(conditions)}"  # noqa: S608
