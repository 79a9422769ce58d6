"""Reads the matches of a question from the database: all of them, or a sample where they are too many."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db import connection

from search.backends.question import Sort
from search.backends.rows import GROUP, Named, Row, Rows
from search.backends.sample import FEW, Sample, in_headings, sample_of, share_of
from search.backends.statement import Statement
from search.query.expression import Node, naming, naming_exactly


def read(statement: Statement, most: float) -> Rows:
    """The matches if there are no more than so many, else a sample."""
    if statement.is_nothing:
        return Rows([], statement.question, Named())
    rows, sample = (rows_of(statement), None) if most == math.inf else _found(statement, most)
    named = _named(statement) if rows and not statement.question.likeness else Named()
    return Rows(rows, statement.question, named, sample)


def rows_of(statement: Statement, order: Iterable[int] = (), most: int | None = None) -> list[Row]:
    """The matches, or the first so many in the order of these columns."""
    limit = f" ORDER BY {', '.join(f'c{column}' for column in order)} LIMIT {most}" if most else ""
    with connection.cursor() as cursor:
        cursor.execute(statement.rows() + limit, statement.parameters())
        return cursor.fetchall()


def about(statement: Statement, most: float) -> int:
    """The number of matches, as the database expects them. Counting stops once there are too many.

    On a day there may be many fewer; about how many, a sample tells.
    """
    number = 0 if statement.is_nothing else _number(statement, statement.parameters(), most)
    if number <= most or not statement.question.on:
        return number
    sample = Sample(share_of(number), ())
    return sample.estimate(count_up_to(replace(statement, sample=sample), number))


def count_up_to(statement: Statement, most: int) -> int:
    """The exact number of matches if it is no more than so many, else one more."""
    matches = " UNION ALL ".join(statement.matches(scope, dated=True) for scope in statement.scopes)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COUNT(*) FROM (SELECT 1 FROM ({matches}) m LIMIT {most + 1}) n",  # noqa: S608 - our own words
            statement.parameters(),
        )
        return int(cursor.fetchone()[0])


def having_matches(statement: Statement, nodes: Mapping[str, Node]) -> list[str]:
    """The names of those expressions that some match fulfils, by one statement that stops at the first match of each."""
    named = {statement.written_with(node): name for name, node in nodes.items()}
    if not named:
        return []
    with connection.cursor() as cursor:
        there = {"each": statement.dialect.listed(list(named))}
        cursor.execute(statement.having("each"), statement.parameters() | there)
        return [named[written] for (written,) in cursor.fetchall()]


def _found(statement: Statement, most: float) -> tuple[list[Row], Sample | None]:
    if not statement.dialect.is_lazy:
        matches = about(statement, most)
        if matches <= most:
            return rows_of(statement), None
        return _sampled(statement, matches)
    with connection.cursor() as cursor:
        cursor.execute(statement.rows(), statement.parameters())
        rows: list[Row] = cursor.fetchmany(FEW)
        matches = about(statement, most) if len(rows) == FEW else 0
        if matches <= most:
            return rows + cursor.fetchall(), None
    return _sampled(statement, matches)


def _sampled(statement: Statement, matches: int) -> tuple[list[Row], Sample | None]:
    """The matches that a sample holds; all of them where the database expected far too many."""
    headings = 0
    if statement.question.sort is Sort.RELEVANCE:
        there = {"matching": statement.dialect.write(in_headings(statement.question))}
        headings = _number(statement, statement.parameters() | there, FEW)
    sample: Sample | None = sample_of(statement.question, matches, headings)
    while sample:
        rows = rows_of(replace(statement, sample=sample))
        held = sum(sample.holds(row[GROUP]) for row in rows)
        if sample.suits(held):
            return rows, sample
        sample = sample.finer(held)
    return rows_of(statement), None


def _named(statement: Statement) -> Named:
    """What the question names."""
    plan = statement.question.plan
    named = {f"named{place}": node for place, node in enumerate(naming(plan))}
    if not named:
        return Named()
    exact = naming_exactly(plan)
    nodes = named | ({"exact": exact} if exact else {})
    written = {parameter: statement.dialect.write(node) for parameter, node in nodes.items()}
    with connection.cursor() as cursor:
        cursor.execute(statement.names(written), written)
        found: list[tuple[int, str]] = cursor.fetchall()
    numbers: dict[int, int] = {}
    for place, name in enumerate(named):
        for number, said in found:
            if said == name:
                numbers.setdefault(number, place)
    return Named(numbers, frozenset(number for number, said in found if said == "exact"))


def _number(statement: Statement, parameters: dict[str, Any], most: float) -> int:
    number = 0
    for scope in statement.scopes:
        number += statement.dialect.number(scope, statement.matches(scope), parameters)
        if number > most:
            break
    return number
