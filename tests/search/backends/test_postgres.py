from datetime import date

import pytest
from django.db import connection

from search.backends.dialect import PUBLIC_SCOPE, SCOPES
from search.backends.postgres import Postgres, _lexemes
from search.backends.question import Question
from search.backends.statement import Statement
from search.models import AudienceToken, ConfidentialContent, PublicContent, PublicTerm
from search.query.document import Written, analyse
from search.query.expression import All, AnyOf, Ending, Run, Without
from search.query.parse import parse
from search.sources import PUBLIC
from tests.search.conftest import rows_of_text

ALPHA, BETA = Run(("alpha",)), Run(("beta", "gamma"))


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (ALPHA, "('alpha')"),
        (BETA, "('beta' <-> 'gamma')"),
        (All((ALPHA, BETA)), "(('alpha') & ('beta' <-> 'gamma'))"),
        (AnyOf((ALPHA, BETA)), "(('alpha') | ('beta' <-> 'gamma'))"),
        (Without(ALPHA, (BETA, ALPHA)), "(('alpha') & !(('beta' <-> 'gamma') | ('alpha')))"),
        (Ending(("beta", "gamma")), "('beta':A <-> 'gamma':A <-> '|':A)"),
        (Run(("a' | 'b\\",)), "('a'' | ''b\\\\')"),
    ],
)
def test_an_expression_holds_only_quoted_lexemes_and_our_operators(node, written):
    assert Postgres().write(node) == written


def test_days_are_looked_at_before_a_vector_is_unpacked():
    question = Question(parse("visa"), frozenset({PUBLIC}), ("law",), on=date(2020, 1, 1))
    statement = Statement(Postgres(), question)
    for written in (statement.rows(), statement.matches(PUBLIC_SCOPE, dated=True)):
        assert 0 < written.index("valid_from <= ") < written.index("@@")


def test_words_keep_their_places_and_texts_stand_apart():
    terms = analyse([Written("en", "Family", "Members apply")], ["12.3"], 6)
    assert list(_lexemes(terms)) == [
        "'family':1A",
        "'|':2A",
        "'members':4B",
        "'apply':5B",
        "'en:famili':1A",
        "'^en:famili':1D",
        "'en:member':1D",
        "'en:appli':2D",
        "'cite:12.3':1C",
        "'share:1':2C",
        "'share:2':3C",
    ]


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_index_of_the_full_text_is_used():
    if connection.vendor != "postgresql":
        pytest.skip("The database of this run is not PostgreSQL.")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT id FROM {PUBLIC_SCOPE.text} WHERE vector @@ '''alpha'''::tsquery")
        assert f"{PUBLIC_SCOPE.text}_vector" in str(cursor.fetchall())


@pytest.mark.postgres
@pytest.mark.parametrize("emptied", ["DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_a_copy_goes_with_its_entry(notebook, db, emptied):
    if connection.vendor != "postgresql":
        pytest.skip("The database of this run is not PostgreSQL.")
    notebook.add("a permit")
    notebook.add("a permit", "org:7")
    notebook.index()
    with connection.cursor() as cursor:
        for model in (PublicContent, ConfidentialContent, AudienceToken):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for scope in SCOPES:
            assert rows_of_text(scope) == 1
            cursor.execute(emptied.format(scope.table))
            assert rows_of_text(scope) == 0


@pytest.mark.postgres
@pytest.mark.django_db
def test_what_words_begin_with_is_kept_in_the_order_of_bytes():
    """In the order of a language "z" up to "{" is an empty range."""
    if connection.vendor != "postgresql":
        pytest.skip("The database of this run is not PostgreSQL.")
    with connection.cursor() as cursor:
        named = "table_name = %s AND column_name = 'begins'"
        cursor.execute(
            f"SELECT collation_name FROM information_schema.columns WHERE {named}",
            [PublicTerm._meta.db_table],
        )
        assert cursor.fetchall() == [("C",)]
