"""A range of dates narrows what is found, on its own too."""

import datetime

import pytest
from django.urls import reverse

from search.models.saved import SavedSearch
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db
MAY = {day: datetime.date(2023, 5, day) for day in (1, 10, 20)}


@pytest.fixture
def dated(notebook):
    for day, date in MAY.items():
        notebook.add("a permit", id=f"{day}", date=date)
    notebook.add("a permit", id="undated")
    notebook.index()


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [(10, None, {"10", "20"}), (None, 10, {"1", "10"}), (2, 19, {"10"}), (10, 10, {"10"}), (20, 1, set())],
)
@pytest.mark.parametrize("text", ["permit", ""])
def test_only_what_is_dated_within_is_found_and_counted(dated, since, until, days, text):
    given = {"since": since, "until": until}
    chosen = {name: datetime.date(2023, 5, day) for name, day in given.items() if day}
    results = search(text, **chosen)
    assert {card.hit.id for card in results.full} == days
    assert (results.total, results.answer.counted("year")) == (len(days), {"2023": len(days)} if days else {})


def test_a_range_stays_in_the_address_and_in_a_saved_search(dated, client, owner):
    page = client.get(reverse("search:search"), {"q": "permit", "since": "2023-05-02", "until": "19.05.2023"})
    words = page.content.decode()
    assert page.context["results"].total == 1
    assert "since=2023-05-02&amp;until=2023-05-19" in words
    client.force_login(owner)
    client.post(reverse("search:save"), {"name": "May", "address": "since=2023-05-02", "by_mail": ""})
    assert SavedSearch.objects.get().request.since == datetime.date(2023, 5, 2)


def test_a_range_narrows_looser_hits_too(dated):
    assert found("permit refusal", since=datetime.date(2023, 5, 15)) == []
    results = search("permit refusal", since=datetime.date(2023, 5, 15))
    assert {card.hit.id for card in results.looser} <= {"20"}
