"""The SQL of a question. Visibility is part of what is matched."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE, SCOPES, Dialect, Scope
from search.backends.question import Question, Sort
from search.backends.sample import Sample
from search.models import AudienceToken
from search.models.facets import COLUMNS
from search.query.expression import All, AnyOf, Node, matching, narrowing, ranking, ranks_itself
from search.query.senses import Likeness

_ORDER_BY = {Sort.NEWEST: "-e.day", Sort.LAW: "e.place"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A question in the words of a database, of the whole index or of a sample."""

    dialect: Dialect
    question: Question
    sample: Sample | None = None
    within: tuple[Node, ...] = ()  # what a match must fulfil besides
    groups: tuple[int, ...] = ()  # look at these alone

    @property
    def is_nothing(self) -> bool:
        """Whether no value of an entry could fit."""
        return AnyOf(()) in self.within

    def rows(self) -> str:
        """Every match as a `Row`."""
        return " UNION ALL ".join(self._rows(scope) for scope in self.scopes)

    def names(self, parameters: Iterable[str]) -> str:
        """The number of every entry that fits an expression, and its parameter, whoever may read the entry."""
        return " UNION ALL ".join(
            f"SELECT 2 * {self.dialect.id_column} + {SCOPES.index(scope)}, '{parameter}' FROM {scope.text} WHERE {self.dialect.fits(scope, parameter)}"  # noqa: S608
            for scope in self.scopes
            for parameter in parameters
        )

    def parameters(self) -> dict[str, Any]:
        """What stands for the names in `rows` and `matches`."""
        question, words = self.question, self.dialect
        rank = ranking(question.plan)
        named: dict[str, Any] = {
            "matching": words.write(self._narrowed(matching(question.plan))),
            "ranking": words.write(self._narrowed(rank) if words.ranks_by_match else rank),
            "audience": words.listed(question.private_tokens),
            "only": words.listed([f"{source}:{row}" for source, row in question.only or ()]),
            "groups": words.listed(self.groups),
            "on": question.on,
            "since": question.since.toordinal() if question.since else 0,
            "until": question.until.toordinal() if question.until else 0,
            "without_source": question.without[0] if question.without else "",
            "without_key": question.without[1] if question.without else "",
        }
        if question.likeness:
            nodes = question.likeness.nodes
            return named | {
                f"sense{at}": words.write(narrowing(node, question.plan))
                for at, (node, _) in enumerate(nodes)
            }
        if question.private_tokens:
            named |= words.private_parameters(question.plan)
        return named

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Where its reader may look."""
        return SCOPES if self.question.private_tokens else (PUBLIC_SCOPE,)

    def _rows(self, scope: Scope) -> str:
        likeness = self.question.likeness
        columns = [
            "-l.score" if likeness else _ORDER_BY.get(self.question.sort) or self.dialect.score(scope),
            "e.place",
            "e.group_code",
            f"2 * e.id + {SCOPES.index(scope)}",
            *(f"e.{column}" for column in COLUMNS),
            *(() if self.question.sort is Sort.RELEVANCE else ("e.source", "e.key")),
        ]
        if likeness:
            tables, matches = (
                f"({self._alike(scope, likeness)}) l JOIN {scope.table} e ON e.id = l.id",
                "1 = 1",
            )
        else:
            tables, matches = self.dialect.joined(scope), self._matching(scope)
        named = (f"{column} AS c{place}" for place, column in enumerate(columns))
        conditions = [*self._conditions(scope), matches]  # days before PostgreSQL unpacks a vector
        return f"SELECT {', '.join(named)} FROM {tables} WHERE {' AND '.join(conditions)}"  # noqa: S608

    def _matching(self, scope: Scope) -> str:
        """Condition: an entry matches. Where a database ranks by what it matches, and that is another expression, both.

        The plus keeps SQLite from asking the full text anew for every chosen row, seconds instead of milliseconds.
        """
        words, matching = self.dialect, self.dialect.fits(scope, "matching")
        is_ranked = words.ranks_by_match and self.question.sort is Sort.RELEVANCE
        if not is_ranked or ranks_itself(self.question.plan):
            return matching
        chosen = f"SELECT {words.id_column} FROM {scope.text} WHERE {matching}"  # noqa: S608 - our own names
        return f"{words.fits(scope, 'ranking')} AND +{words.id_of(scope)} IN ({chosen})"

    def _alike(self, scope: Scope, likeness: Likeness) -> str:
        """Every entry that says something of what is asked, and how much of it."""
        senses = " UNION ALL ".join(
            f"SELECT {self.dialect.id_column} AS id, {weight:.6f} AS weight FROM {scope.text} WHERE {self.dialect.fits(scope, f'sense{at}')}"  # noqa: S608
            for at, (_, weight) in enumerate(likeness.nodes)
        )
        return f"SELECT id, SUM(weight) AS score FROM ({senses}) s GROUP BY id"  # noqa: S608 - our own words

    def matches(self, scope: Scope, *, dated: bool = False) -> str:
        """A row for every entry of a scope that fits the expression `%(matching)s` and may be read, to be counted.

        Days are looked at if they are asked for: what a full text knows alone is counted much faster.
        """
        matches = self.dialect.fits(scope, "matching")
        conditions = self._conditions(scope) if dated else self._readable(scope)
        tables = self.dialect.joined(scope) if conditions else scope.text
        return f"SELECT 1 FROM {tables} WHERE {' AND '.join([*conditions, matches])}"  # noqa: S608

    def having(self, parameter: str) -> str:
        """The expressions of a list, each in place of `%(matching)s`, that at least one readable entry matches."""
        found = (self.matches(scope, dated=True).replace("%(matching)s", "t.value") for scope in self.scopes)
        exists = " OR ".join(f"EXISTS ({one})" for one in found)
        return f"SELECT t.value FROM {self.dialect.each(parameter)} WHERE {exists}"  # noqa: S608 - our own words

    def written_with(self, node: Node) -> str:
        """An expression for `having`: what is matched, and this beside it."""
        return self.dialect.write(self._narrowed(All((matching(self.question.plan), node))))

    def _narrowed(self, node: Node) -> Node:
        inner = All((node, *self.within)) if self.within else node
        return self.sample.narrowed(inner) if self.sample else inner

    def _conditions(self, scope: Scope) -> list[str]:
        """What an entry must be beside a match."""
        question, words = self.question, self.dialect
        conditions = self._readable(scope)
        if self.groups:
            members = f"SELECT id FROM {scope.table} WHERE group_code {words.among('groups')}"  # noqa: S608
            conditions.append(f"{words.id_of(scope)} IN ({members})")
        if question.on:
            conditions.append("e.valid_from <= %(on)s AND (e.valid_to IS NULL OR e.valid_to > %(on)s)")
        if question.since:
            conditions.append("e.day >= %(since)s")
        if question.until:
            conditions.append("e.day BETWEEN 1 AND %(until)s")
        if question.only is not None:
            conditions.append(f"(e.source || ':' || e.object_id) {words.among('only')}")
        if question.without:
            groups = " UNION ALL ".join(
                f"SELECT group_code FROM {one.table} WHERE source = %(without_source)s AND key = %(without_key)s"  # noqa: S608
                for one in SCOPES
            )
            conditions.append(f"e.group_code NOT IN ({groups})")
        return conditions

    def _readable(self, scope: Scope) -> list[str]:
        if scope is not CONFIDENTIAL_SCOPE:
            return []
        # || keeps SQLite from looking up each of a thousand tokens for each entry, which has one or two
        token = f"a.token || '' {self.dialect.among('audience')}"
        return [
            f"EXISTS (SELECT 1 FROM {AudienceToken._meta.db_table} a WHERE a.entry_id = e.id AND {token})"  # noqa: S608
        ]
