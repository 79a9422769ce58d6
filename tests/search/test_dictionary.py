"""Two writers that add words at once. On PostgreSQL, the second one that adds the same word waits for the first."""

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from search import dictionary
from search.backends import embedded
from search.models import PublicTerm
from search.query.document import Written, analyse
from search.query.parse import parse

pytestmark = pytest.mark.django_db


def learn(words):
    dictionary.learn([analyse([Written("fr", "", words)], [], 1)])


def known(*words):
    return set(PublicTerm.objects.filter(pk__in=words).values_list("pk", flat=True))


@pytest.fixture
def another(monkeypatch):
    """Has added a word in a transaction that goes on."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time.")
    other: BaseDatabaseWrapper = connection.copy()
    other.set_autocommit(False)
    with monkeypatch.context() as patched:
        patched.setattr("search.backends.postgres.connection", other)
        patched.setattr("search.dictionary.connection", other)
        learn("zebu")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '2s'")
    yield other
    other.rollback()
    other.close()


def test_a_word_that_another_is_adding_is_not_waited_for(another, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        learn("aardvark zebu")
    assert known("aardvark", "zebu") == set()
    another.rollback()  # its end
    for callback in callbacks:
        callback()
    assert known("aardvark", "zebu") == {"aardvark", "zebu"}


def test_words_are_there_at_once_where_nobody_else_adds_any(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        learn("aardvark")
        learn("zebu")
    assert (known("aardvark", "zebu"), callbacks) == ({"aardvark", "zebu"}, [])


def test_what_is_still_being_added_then_is_left_to_the_next_rebuild(
    another, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        learn("aardvark zebu")
    assert known("aardvark", "zebu") == set()


def test_the_count_waits_its_turn(monkeypatch):
    asked = []
    words = embedded.dialect()
    monkeypatch.setattr(
        type(words), "may_add_terms", lambda self, *, waits=False: asked.append(waits) or True
    )
    dictionary.count()
    assert asked == [True]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("administrtion", ("administration",)),  # the six letters of "administrativ"
        ("бакнротство", ("банкротства",)),  # other letters at both ends
        ("jurisdicton", ("jurisdiction",)),  # begins as "jüri" of a list
        ("administrativdən", ()),
    ],
)
def test_a_slip_is_understood_whatever_words_of_other_languages_begin_so(typed, meant):
    written = ("az", "administrativ"), ("en", "administration jurisdiction"), ("ru", "банкротства")
    dictionary.learn([analyse([Written(language, "", words) for language, words in written], [], 1)])
    assert dictionary.corrected(parse(typed)).words[0].meant == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("əlilik", ("elillik",)),
        ("elilik", ("elillik",)),
        ("əlilə", ()),
        ("əlillərdən", ()),
        ("əlilliyim", ()),
    ],
)
def test_a_listed_word_is_corrected_within_its_entry_where_no_ending_explains_it(typed, meant):
    dictionary.learn([analyse([Written("az", "", "əlillik əlillərin kəlilik")], [], 1)])
    plan = dictionary.corrected(parse(typed))
    assert plan.words[0].meant == meant
