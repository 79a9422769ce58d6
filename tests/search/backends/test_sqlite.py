import json

import pytest
from django.db import connection
from hypothesis import given, strategies as st

from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE
from search.backends.question import Question
from search.backends.sqlite import Sqlite, private_score
from search.backends.statement import Statement
from search.models.facets import value_term
from search.query.expression import All, AnyOf, Run, Valued, Without
from search.query.plan import Plan

TEXT = PUBLIC_SCOPE.text
ALPHA, BETA = Run(("alpha",)), Run(("beta", "gamma"))


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (ALPHA, '"alpha"'),
        (BETA, '"beta gamma"'),
        (All((ALPHA, BETA)), '("alpha" AND "beta gamma")'),
        (AnyOf((ALPHA, BETA)), '("alpha" OR "beta gamma")'),
        (Without(ALPHA, (BETA, ALPHA)), '("alpha" NOT ("beta gamma" OR "alpha"))'),
        (Run(('a" OR "b',)), '"a"" OR ""b"'),
        (Valued("instrument", "27-L"), f'"{value_term("instrument", "27-L")}"'),
    ],
)
def test_an_expression_holds_only_quoted_strings_and_our_operators(node, written):
    assert Sqlite().write(node) == written


@pytest.mark.skipif(connection.vendor != "sqlite", reason="FTS5 is part of SQLite")
@pytest.mark.django_db
@given(st.text(st.characters(exclude_categories=["Z", "C"], codec="utf-8"), min_size=1, max_size=8))
def test_the_tokenizer_keeps_every_term_whole(term):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TEXT}")
        cursor.execute(f"INSERT INTO {TEXT} (rowid, exact) VALUES (1, %s)", [f"before {term} after"])
        cursor.execute(
            f"SELECT COUNT(*) FROM {TEXT} WHERE {TEXT} MATCH %s",
            [Sqlite().write(Run(("before", term, "after")))],
        )
        assert cursor.fetchone() == (1,)


def score(body, rarity=1.0, **columns):
    given_columns = {"heading": "", "exact": ""} | columns
    return private_score(body=body, rarity=json.dumps([["en:permit", rarity]]), **given_columns)


def test_more_rarer_and_higher_up_scores_more():
    once = score("en:permit")
    assert score("en:fee") == 0 < once
    assert score("en:permit en:fee en:permit") > once
    assert score("en:permit", rarity=2.0) == 2 * once
    assert score("", heading="en:permit") > once


def test_terms_are_compared_whole():
    assert score("en:permits xen:permit") == 0


def test_a_sequence_scores_where_it_stands():
    rarity = json.dumps([["family members", 1.0]])
    assert private_score("", "", "the family members", rarity) > 0
    assert private_score("", "", "family and members", rarity) == 0


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is that of SQLite")
@pytest.mark.django_db
def test_the_tokens_of_an_entry_are_compared_not_the_entries_of_each_token():
    """A secretary of a large site has a thousand tokens: one lookup for each of them and each match took 3 s."""
    question = Question(Plan(), frozenset({"public", "a", "b"}), ("notes",))
    statement = Statement(Sqlite(), question).matches(CONFIDENTIAL_SCOPE)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", {"matching": '"permit"', "audience": "[]"})
        steps = [row[3] for row in cursor.fetchall()]
    assert next(step for step in steps if step.startswith("SEARCH a ")).endswith("(entry_id=?)")
