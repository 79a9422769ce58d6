import pytest
from django.db import connection

from search.backends import embedded
from search.errors import UnsupportedDatabaseError
from search.models import facets
from tests.search.asking import found, search
from tests.search.hostile import HOSTILE


def test_another_database_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(connection, "vendor", "oracle", raising=False)
    with pytest.raises(UnsupportedDatabaseError, match="oracle"):
        embedded.dialect()


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_queries_are_answered(notebook, text):
    for number in range(50):
        notebook.add(f"a b w x 12.3 {number}")
    notebook.index()
    search(text, None)


@pytest.mark.django_db
def test_a_text_of_nothing_but_long_words_is_indexed(notebook):
    letters = "ъыьэюяжщ"
    numbers = (f"{number:05o}" for number in range(16_000))
    words = ("".join(letters[int(digit)] for digit in number) * 8 for number in numbers)
    notebook.add(" ".join(words), language="ru", heading="Annex")
    notebook.index()
    assert found("annex") == ["n1"]


@pytest.mark.django_db
def test_the_heading_that_was_typed_comes_before_texts_that_say_it_more_often(notebook):
    notebook.add(
        "work permit work permit work permit", heading="Fees of a work permit and others", id="often"
    )
    notebook.add("it is given for a year", heading="Article 11. Work permit", id="heading")
    notebook.index()
    assert found("work permit") == ["heading", "often"]
    assert found("work permti") == ["heading", "often"]


@pytest.mark.django_db
def test_what_is_indexed_again_while_it_is_found_is_no_error(notebook, monkeypatch):
    notebook.add("a permit")
    notebook.index()
    name = embedded._hits
    monkeypatch.setattr(embedded, "_hits", lambda page: notebook.index() or name(page))
    assert found("permit") == []


@pytest.mark.django_db
def test_values_stay_known_to_an_answer_while_another_makes_room(notebook, monkeypatch):
    notebook.add("a permit", status="open")
    notebook.index()
    codes = set(facets.FacetValues.objects.values_list("code", flat=True))
    known = facets.values_of(codes)
    monkeypatch.setattr(facets, "_MOST_KNOWN", 0)
    facets.values_of({1})
    assert codes <= known.keys()


@pytest.mark.django_db
def test_acts_with_raised_numbers_have_their_place(notebook):
    for act in ("12²", "12-L", "2-L"):
        notebook.add("a permit", id=act, instrument=act)
    notebook.index()
    assert found("permit", sort="law") == ["2-L", "12-L", "12²"]
