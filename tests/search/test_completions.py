"""The lines below the box while one types: what may be meant, and nothing that the reader may not read."""

import pytest
from django.urls import reverse

from search import sources
from search.queries.completions import completions
from tests.search.test_leaks import MAY_READ, ROLES, SECRET, secret  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


def lines(text, user=None):
    return [(one.label, one.context) for one in completions(text, user)]


def test_words_are_completed_and_texts_and_acts_are_told_apart(notebook):
    notebook.add(
        "of foreigners",
        heading="Residence permit",
        instrument="1-L",
        instrument_title="Law on residence",
        context="Law on residence",
    )
    notebook.add("a fee", heading="Fees")
    notebook.index()
    assert lines("reside") == [("Law on residence", "1-L"), ("Residence permit", "Law on residence")]
    assert lines("residence per") == [("Residence permit", "Law on residence")]
    assert lines("law on res")[0] == ("Law on residence", "1-L")
    assert lines("idence") == []


@pytest.mark.parametrize("text", ["residence p", "residence pe", "residence per", "residence permit", "pe"])
def test_a_word_is_completed_from_its_first_letter_on(notebook, text):
    notebook.add("of foreigners", heading="Residence permit")
    notebook.index()
    assert lines(text) == [("Residence permit", "")]


def test_the_heading_that_says_more_of_the_words_comes_first(notebook):
    for number in range(3):
        notebook.add("work work work", heading=f"Permit {number}, permitting")
    notebook.add("a long text on something else " * 9, heading="On the work under a permit")
    notebook.index()
    assert lines("work perm")[0] == ("On the work under a permit", "")


@pytest.mark.parametrize("text", ["work g", "work gr", "work gra"])
def test_a_short_beginning_finds_what_says_it_though_many_commoner_words_begin_so(notebook, text):
    for number in range(40):
        notebook.add("work of all", heading=f"Gra{chr(97 + number // 26)}{chr(97 + number % 26)}")
        notebook.add(f"gra{chr(97 + number // 26)}{chr(97 + number % 26)}")
    notebook.add("of some", heading="Work and grants")
    notebook.index()
    assert lines(text)[0] == ("Work and grants", "")
    assert ("Gramm", "") not in lines("gramm g")


def test_what_says_it_in_its_heading_comes_first(notebook):
    notebook.add("residence " * 9, heading="Fees")
    notebook.add("of a stay", heading="A long heading on the residence of others")
    notebook.index()
    assert [label for label, _ in lines("resid")] == ["A long heading on the residence of others", "Fees"]


def test_an_act_leads_to_all_that_stands_in_it(notebook, client):
    notebook.add("words", instrument="1-L", instrument_title="Law on parks")
    notebook.index()
    answer = client.get(reverse("search:suggest"), {"q": "parks"}).json()
    assert answer["suggestions"][0]["url"] == f"{reverse('search:search')}?instrument=1-L"
    assert client.get(answer["suggestions"][0]["url"]).context["results"].total == 1


def test_an_act_stands_once_though_a_page_is_called_so_too(notebook):
    notebook.add("its page", heading="Law on parks")
    notebook.add("words of parks", heading="Article 1", instrument="1-L", instrument_title="Law on parks")
    notebook.index()
    assert lines("parks") == [("Law on parks", "1-L"), ("Article 1", "")]


def test_a_long_heading_keeps_its_number(notebook):
    notebook.add("of fees", heading=f"статья 48-1. {'О выплатах и сборах ' * 20}и гарантиях", language="ru")
    notebook.index()
    ((label, _),) = lines("гарант")
    assert label.startswith("статья 48-1. … ")
    assert label.endswith("гарантиях")


def test_a_citation_leads_to_the_provision(notebook):
    notebook.add("of fees", heading="Article 12. Fees", cite=("12",))
    notebook.add("of twelve", heading="Article 3")
    notebook.index()
    assert lines("Article 12") == [("Article 12. Fees", "")]


@pytest.mark.parametrize("text", ["", " ", "a", "§§", '"', "kind:", "x" * 5000, "(((", "\0\0\0"])
def test_what_says_too_little_is_not_completed(notebook, text):
    notebook.add("words")
    notebook.index()
    assert lines(text) == []


@pytest.mark.parametrize("text", ["zanz", SECRET, "hushed", "99-H", "the hus", f"{SECRET} OR nothing"])
def test_nobody_is_told_by_completions_what_may_not_be_read(secret, reader, text):  # noqa: F811
    for role, tokens in ROLES.items():
        found = lines(text, reader(*tokens))
        if role not in MAY_READ:
            assert found == [], role
        elif text == SECRET:
            assert len(found) == 1, role


def test_the_address_asks_with_the_rights_of_who_is_signed_in(secret, client, monkeypatch):  # noqa: F811
    for role, tokens in ROLES.items():
        monkeypatch.setattr(sources, "_readers", [lambda user, tokens=tokens: tokens])
        found = client.get(reverse("search:suggest"), {"q": SECRET}).json()["suggestions"]
        assert bool(found) is (role in MAY_READ), role
