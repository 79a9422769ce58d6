import pytest
from django.db import connection

from search.backends import embedded
from search.errors import UnsupportedDatabaseError
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
def test_the_heading_that_was_typed_comes_before_texts_that_say_it_more_often(notebook):
    notebook.add(
        "work permit work permit work permit", heading="Fees of a work permit and others", id="often"
    )
    notebook.add("it is given for a year", heading="Article 11. Work permit", id="heading")
    notebook.index()
    assert found("work permit") == ["heading", "often"]
    assert found("work permti") == ["heading", "often"]
