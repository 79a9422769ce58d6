import re

import pytest

from search import sources
from search.errors import BadEntryError, BadSourceError, DuplicateSourceError, UnknownSourceError
from search.sources import Entry, Text


def entry(**fields):
    given = {"id": "1", "url": "/1/", "texts": (Text("en", "A"),), "audience": frozenset({"public"})}
    return Entry(**(given | fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"id": ""},
        {"texts": ()},
        {"url": ""},
        {"url": "javascript:alert(1)"},
        {"audience": {"public"}},
        {"audience": "public"},
        {"audience": frozenset({""})},
        {"audience": frozenset({7})},
    ],
)
def test_an_entry_that_no_hit_could_show_is_refused(fields):
    with pytest.raises(BadEntryError):
        entry(**fields)


def test_a_source_of_the_wrong_type_is_refused_by_name():
    class Half:
        name = "half"

    with pytest.raises(BadSourceError, match="Half"):
        sources.register(Half())


def test_a_class_is_no_source(notebook):
    with pytest.raises(BadSourceError, match="Notebook"):
        sources.register(type(notebook))


def test_a_name_that_no_address_can_carry_is_refused(notebook):
    with pytest.raises(BadSourceError, match="two words"):
        sources.register(type(notebook)("two words"))


def test_a_second_source_of_the_same_name_is_refused_by_name(notebook):
    with pytest.raises(DuplicateSourceError, match="'note'"):
        sources.register(type(notebook)("note"))


def test_readers_are_functions_registered_once():
    with pytest.raises(BadSourceError, match="'nobody'"):
        sources.register_reader("nobody")
    sources.register_reader(len)
    with pytest.raises(DuplicateSourceError, match="len"):
        sources.register_reader(len)


def test_a_user_has_the_tokens_that_all_readers_name():
    sources.register_reader(lambda user: ["org:7"])
    sources.register_reader(lambda user: {"role:secretary"})
    assert sources.audience_of(object()) == {"public", "org:7", "role:secretary"}


@pytest.mark.parametrize("announce", [sources.refresh, sources.remove])
def test_changes_of_an_unknown_source_are_refused(announce, notebook):
    with pytest.raises(UnknownSourceError, match=r"'letter'.*'note'"):
        announce("letter", [1])


@pytest.mark.parametrize("line", ["Park Code", "Park Code =", "= =", "{state} Parkı = Park of {state} = A"])
def test_a_bad_list_of_names_of_acts_is_refused_by_its_line(tmp_path, monkeypatch, line):
    monkeypatch.setattr(sources, "_act_names", [])
    path = tmp_path / "acts.txt"
    path.write_text(f"# codes\n{{state}} = Gürcüstan = Georgia\n{line}\n", encoding="utf-8")
    with pytest.raises(BadSourceError, match=re.escape(line)):
        sources.register_act_names(path)
    path.write_text("Park Code = Парковый кодекс\n", encoding="utf-8")
    sources.register_act_names(path)
    with pytest.raises(DuplicateSourceError, match="acts"):
        sources.register_act_names(path)
    sources.act_names.cache_clear()


def test_a_plugin_adds_synonyms_and_a_bad_list_is_refused_by_its_line(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "_lists", [])
    sources.synonyms.cache_clear()
    path = tmp_path / "lists.txt"
    path.write_text("# fees\nbroke* > insolven*\n", encoding="utf-8")
    sources.register_synonyms(path)
    assert sources.synonyms().of(["broken"]) == [(("broken",), (("insolven*",),))]
    with pytest.raises(DuplicateSourceError, match="lists"):
        sources.register_synonyms(path)
    other = tmp_path / "other.txt"
    other.write_text("broke insolvent\n", encoding="utf-8")
    with pytest.raises(BadSourceError, match="broke insolvent"):
        sources.register_synonyms(other)
    sources.synonyms.cache_clear()
