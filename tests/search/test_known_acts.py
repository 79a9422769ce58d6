"""The names of acts are read once, and again after a name has changed."""

import pytest
from django.db import transaction

from search import known_acts, sources
from search.indexing import rebuild
from search.queries.completions import completions
from search.query.parse import parse

pytestmark = pytest.mark.django_db


def named(text, *tokens):
    return known_acts.with_acts(parse(text), frozenset({"public", *tokens})).acts


def test_names_are_read_once(notebook, django_assert_num_queries):
    notebook.add("words", instrument="1-L", instrument_title="Law on parks")
    notebook.index()
    assert named("Article 5 of the Law on Parks") == ("1-L",)
    with django_assert_num_queries(1):
        assert named("1-L, Article 5") == ("1-L",)


def test_a_change_of_what_no_reader_sees_reads_no_title_again(notebook, monkeypatch):
    for token in ("public", "org:7"):
        notebook.add("words", token, id=token, instrument="1-L", instrument_title="Law on parks")
    notebook.index()
    assert named("Article 5 of the Law on Parks", "org:7") == ("1-L",)
    built = []
    monkeypatch.setattr(known_acts, "Acts", lambda names: built.append(names))
    notebook.add("words", "org:8", id="two", instrument="1-L", instrument_title="Law on parks")
    notebook.index()
    for token in ("org:7", "org:8"):
        assert named("Article 5 of the Law on Parks", token) == ("1-L",)
    assert built == []


@pytest.mark.parametrize("text", ["Article 5", "parks", "“Law on parks”", "law OR parks", "1-L", ""])
def test_nothing_is_asked_where_no_act_can_be_named(notebook, django_assert_num_queries, text):
    with django_assert_num_queries(0):
        assert named(text) == ()


def test_a_new_title_is_known_at_once_and_the_former_one_still(notebook):
    for title in ("Law on parks", "Law on gardens"):
        notebook.add("words", id="one", instrument="1-L", instrument_title=title)
        notebook.index()
        notebook.rows.clear()
    assert named("Article 5 of the Law on Gardens") == named("Article 5 of the Law on Parks") == ("1-L",)


def test_names_that_are_rolled_back_are_forgotten(notebook):
    notebook.add("words", instrument="1-L", instrument_title="Law on parks")
    before = transaction.savepoint()
    notebook.index()
    assert named("Article 5 of the Law on Parks") == ("1-L",)
    transaction.savepoint_rollback(before)
    assert named("Article 5 of the Law on Parks") == ()


def test_an_act_without_a_number_has_no_name(notebook):
    notebook.add("words", instrument_title="Law on parks")
    notebook.index()
    assert named("Article 5 of the Law on Parks") == ()


def test_a_title_with_the_character_that_parts_values_spoils_no_search(notebook):
    notebook.add("words", instrument="1-L", instrument_title="Law on\x1fparks")
    notebook.index()
    assert named("Article 5 of the Law on Parks") == ("1-L",)


def test_an_act_that_left_the_index_shares_its_title_with_nobody(notebook):
    def holds(number, title="Law on parks"):
        notebook.rows.clear()
        notebook.add("words", id="one", instrument=number, instrument_title=title)
        notebook.index()
        return named("Article 5 of the Law on Parks")

    assert [holds(number) for number in ("1-L", "2-L", "1-L")] == [("1-L",), ("2-L",), ("1-L",)]
    notebook.add("others", id="two", instrument="1-L")
    notebook.index()
    sources.remove("note", ["one"])
    assert named("Article 5 of the Law on Parks") == ("1-L",)
    sources.remove("note", ["two"])
    assert named("Article 5 of the Law on Parks") == ()
    assert named("Article 5 of 1-L") == ()


def test_a_rebuild_forgets_the_names_of_acts_that_are_gone(notebook):
    notebook.add("words", instrument="1-L", instrument_title="Law on parks")
    notebook.index()
    notebook.rows.clear()
    notebook.add("words", instrument="2-L", instrument_title="Law on parks")
    rebuild(notebook, lambda done: None)
    assert named("Article 5 of the Law on Parks") == ("2-L",)


def test_an_act_that_is_not_public_is_known_by_its_title_to_its_readers_alone(notebook):
    notebook.add("words", instrument="1-L", instrument_title="Law on parks")
    notebook.add("words", "version:7", "version:8", instrument="2-L", instrument_title="Harbour Rules")
    notebook.index()
    text = "Article 5 of the Harbour Rules"
    assert [named(text), named(text, "version:9")] == [(), ()]
    assert [named(text, "version:8"), named(text, "version:7", "x")] == [("2-L",), ("2-L",)]
    assert [named("2-L 5", "version:8"), named("2-L 5")] == [("2-L",), ()]
    assert known_acts.with_acts(parse("Harbour Rules 5")) == parse("Harbour Rules 5")


def test_a_hidden_act_of_the_same_title_takes_the_name_from_no_other_reader(notebook):
    notebook.add("words", instrument="1-L", instrument_title="Law on parks")
    notebook.add("words", "version:7", instrument="2-L", instrument_title="Law on parks")
    notebook.index()
    assert [named("Law on parks 5"), named("Law on parks 5", "version:7")] == [("1-L",), ("1-L", "2-L")]


def test_the_title_of_a_hidden_act_is_forgotten_with_it(notebook):
    notebook.add("words", "version:7", id="one", instrument="2-L", instrument_title="Harbour Rules")
    notebook.index()
    sources.remove("note", ["one"])
    assert named("Article 5 of the Harbour Rules", "version:7") == ()


def test_titles_that_are_not_public_complete_nothing(notebook):
    notebook.add("words", "version:7", instrument="2-L", instrument_title="Harbour Rules")
    notebook.index()
    assert completions("harbour", None) == []


@pytest.mark.parametrize(
    "text", ["Park Code art. 5", "Парковый кодекс 5", "ст. 5 ПК", "статья 5 Паркового кодекса"]
)
def test_a_plugin_tells_what_acts_are_called_in_other_languages(notebook, tmp_path, monkeypatch, text):
    monkeypatch.setattr(sources, "_act_names", [])
    monkeypatch.setattr(known_acts, "_known", known_acts._Names())
    path = tmp_path / "acts.txt"
    path.write_text("# codes\nPark Məcəlləsi = Park Code = Парковый кодекс\n", encoding="utf-8")
    sources.register_act_names(path)
    notebook.add("words", instrument="1-L", instrument_title="PARK MƏCƏLLƏSİ")
    notebook.add("words", instrument="2-L", instrument_title="Law on ports")
    notebook.index()
    assert named(text) == ("1-L",)
    sources.act_names.cache_clear()
