import time

import pytest
from django.db import connection

from search.backends import embedded
from search.errors import UnsupportedDatabaseError
from tests.search.asking import search

HOSTILE = [
    '"' * 5000,
    "(" * 5000,
    "a*" * 2000,
    "NEAR(a b, 5) " * 300,
    "-x " * 2000,
    "12.3 " * 1000,
    "a'--" * 1000,
    "w " * 5000,
]


def test_another_database_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(connection, "vendor", "oracle", raising=False)
    with pytest.raises(UnsupportedDatabaseError, match="oracle"):
        embedded.dialect()


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_are_answered_in_a_tenth_of_a_second(notebook, text):
    for number in range(50):
        notebook.add(f"a b w x 12.3 {number}")
    notebook.index()
    search("warm", None)
    started = time.process_time()
    search(text, None)
    assert time.process_time() - started < 0.1
