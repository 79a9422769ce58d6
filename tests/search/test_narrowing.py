"""Filters that a reader types beside words."""

import datetime

import pytest

from search.queries.told import notes
from search.query.plan import Misread
from tests.search.asking import found, keys, search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["instrument:1", "in:none", "status:lost", "institution:secret", "year:1800"]
)
def test_a_filter_that_no_hit_fits_is_told_whatever_others_may_read(notebook, name):
    notebook.add("permit", instrument="27-L")
    notebook.add("permit", "org:7", institution="Secret Service")
    notebook.index()
    has_others = name.startswith(("in:", "instrument"))  # hits have other values
    for query in (name, f"permit {name}", f"{name} permit OR fee", f"nothing {name}"):
        told = search(query, None)
        why = Misread.UNFIT if has_others and not query.startswith("nothing") else Misread.LACKING
        assert (told.total, [one for one in told.plan.misread if one[1] == name]) == (0, [(why, name)])
    assert search("permit in:27-l kind:note", None).plan.misread == ()
    told = search(f"permit in:27-l {name}", None).plan.misread
    why = Misread.UNFIT if has_others else Misread.LACKING
    assert [one for one in told if one[1] != "in:27-l"] == [(why, name)]


@pytest.mark.parametrize("name", ["in:27-l", "in:none"])
def test_a_filter_is_not_said_to_be_unclear_where_the_words_find_nothing(notebook, name):
    notebook.add("permit", instrument="27-L")
    notebook.index()
    assert notes(search(f"nothing {name}", None).plan) == [f"No hit has “{name}”."]
    facet = {"instrument": "27-L"}
    assert notes(search("nothing", None, **facet).plan) == ["No hit has “27-L”."]
    assert notes(search("permit in:none", None).plan) == ["“in:none” was not understood, or no hit has it."]


def test_an_act_is_meant_by_its_title_too(notebook):
    notebook.add("permit", id="ours", instrument="27-L", instrument_title="Law on parks")
    notebook.add("permit", id="other", instrument="3-L", instrument_title="Law on trees")
    notebook.index()
    assert found('permit in:"law on parks"') == ["ours"]
    assert found('permit -in:"law on parks"') == ["other"]
    assert found('permit in:"law  on  parks"') == ["ours"]


@pytest.mark.parametrize("typed", ["127-l", "7-l", "7", "tree"])
def test_a_number_or_a_part_of_a_word_is_no_title(notebook, typed):
    notebook.add("permit", instrument="27-L", instrument_title="Law amending Law 127-L")
    notebook.add("permit", instrument="3-L", instrument_title="Law on street signs")
    notebook.index()
    assert found(f"permit in:{typed}") == []


@pytest.mark.parametrize("facet", ["instrument", "status", "institution", "right", "language", "year"])
def test_so_is_a_value_in_the_address(notebook, facet):
    notebook.add("permit", instrument="27-L")
    notebook.index()
    told = search("permit", None, **{facet: "zz"})
    why = Misread.UNFIT if facet == "language" else Misread.LACKING  # hits have others
    typed = "zz" if facet == "instrument" else f"{facet}=zz"  # one searches in an act from its page
    assert (told.total, told.plan.misread) == (0, ((why, typed),))
    assert search("permit", None, instrument="27-L").plan.misread == ()


def test_a_filter_is_typed_with_an_equals_sign_too(notebook):
    notebook.add("permit", id="ours", instrument="27-L")
    notebook.add("permit", id="other", instrument="3-L")
    notebook.index()
    assert found("permit in=27-l") == ["ours"]


@pytest.mark.parametrize(
    ("typed", "entries"),
    [
        ("language:en", ["en"]),
        ('language:"English"', ["en"]),
        ("dil:ingilis", ["en"]),
        ('dil:"İngilis dili"', ["en"]),
        ("язык:Английский", ["en"]),
        ("lang:Русский", ["ru"]),
        ("language:glish", []),
        ("-lang:english", ["ru"]),
    ],
)
def test_a_language_is_named_by_its_tag_or_by_what_it_is_called_in_a_language_of_the_site(
    notebook, typed, entries
):
    for language in ("en", "ru"):
        notebook.add("permit", id=language, language=language)
    notebook.index()
    assert found(f"permit {typed}") == entries


def test_a_range_of_dates_that_ends_before_it_begins_is_told(client, notebook):
    notebook.add("permit")
    notebook.index()
    page = client.get("/search/", {"q": "permit", "since": "2024-05-01", "until": "2024-04-01"})
    assert "The range of dates is empty" in page.content.decode()


BARRED = {
    "instrument": "in:27-L",
    "kind": "kind:note",
    "status": "status:open",
    "institution": "institution:bar",
    "right": 'right:"fair trial"',
    "language": "language:az",
    "year": "year:2025",
}


@pytest.mark.parametrize("facet", BARRED)
@pytest.mark.parametrize("sign", ["-", "NOT ", "НЕ "])
def test_a_filter_behind_a_minus_leaves_out_what_has_the_value(notebook, facet, sign):
    notebook.add(
        "permit fee", id="barred", language="az", status="open", instrument="27-L", institution="The Bar",
        rights=("Right to a fair trial",), date=datetime.date(2025, 1, 1),
    )  # fmt: skip
    notebook.add("permit fee", id="other", instrument="3-L", date=datetime.date(2024, 1, 1))
    notebook.index()
    left = [] if facet == "kind" else ["other"]
    for words in ("permit", "permit OR nothing", "permit -nothing"):
        results = search(f"{words} {sign}{BARRED[facet]}")
        assert (keys(results), results.total, results.plan.misread) == (left, len(left), ()), words
    looser = search(f"permit everywhere always {sign}{BARRED[facet]}").looser
    assert [card.hit.id for card in looser] == left
    assert found(f"{sign}{BARRED[facet]} year:2024") == left
    assert found(f"{sign}{BARRED[facet]}", sort="newest", instrument="3-L") == left


@pytest.mark.parametrize(
    "typed", ["-in:none", "-on:2023-05-01", "-kind:none", "-since:2024-01-01", "-site:a"]
)
def test_a_filter_behind_a_minus_that_is_none_or_that_nothing_has_is_told(notebook, typed):
    notebook.add("permit", "org:7", instrument="none")
    notebook.add("permit", id="open")
    notebook.index()
    told = search(f"permit {typed}")
    assert (keys(told), [one for _, one in told.plan.misread]) == (["open"], [typed])


def test_many_filters_behind_a_minus_are_not_as_many_questions(notebook):
    notebook.add("permit", id="open")
    notebook.index()
    typed = [f"-in:{number}-L" for number in range(9)]
    told = search(f"permit {' '.join(typed)}")
    assert (keys(told), [one for _, one in told.plan.misread]) == (["open"], typed[:3])


def test_a_filter_in_brackets_that_are_left_out_is_told_and_narrows_nothing(notebook):
    notebook.add("permit", instrument="27-L")
    notebook.index()
    told = search("permit NOT (in:27-L OR in:3-L)")
    assert (told.total, dict.fromkeys(typed for _, typed in told.plan.misread)) == (
        1, {"in:27-L": None, "in:3-L": None},
    )  # fmt: skip


def test_a_filter_alone_that_leaves_out_is_told(notebook):
    notebook.add("permit", instrument="27-L")
    notebook.index()
    assert search("-in:27-L").plan.misread == ((Misread.ONLY_OUT, "-in:27-L"),)


def test_values_of_one_filter_are_alternatives_with_and_without_or(notebook):
    notebook.add("permit", id="a", instrument="27-L")
    notebook.add("permit", id="b", instrument="3-L")
    notebook.add("permit", id="c", instrument="5-L")
    notebook.index()
    for query in ("(in:27-L OR in:3-L) permit", "permit in:27-L OR in:3-L", "permit in:27-L in:3-L"):
        told = search(query)
        assert (set(keys(told)), told.plan.misread) == ({"a", "b"}, ()), query


@pytest.mark.parametrize(
    ("facet", "value", "typed"),
    [("instrument", "27-L", "in:27-L"), ("language", "en", "language:en"), ("year", "2025", "year:2025"),
     ("status", "open", "status:open"), ("right", "Right to a fair trial", "right:fair")],
)  # fmt: skip
def test_a_filter_that_looser_hits_fit_is_not_said_to_fit_none(notebook, facet, value, typed):
    notebook.add(
        "torture is forbidden", status="open", instrument="27-L", rights=("Right to a fair trial",),
        date=datetime.date(2025, 1, 1),
    )  # fmt: skip
    notebook.index()
    for results in (search("torture abroad", **{facet: value}), search(f"torture abroad {typed}")):
        assert (results.is_loose, results.plan.misread) == (True, ())
    told = search(f"torture abroad {typed} in:none in:27-L")
    assert (told.is_loose, [one for _, one in told.plan.misread]) == (True, ["in:none"])
