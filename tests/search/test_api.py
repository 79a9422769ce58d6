"""The search for machines: the same answers, with the same rights, as the page."""

import pytest
from django.db import OperationalError
from django.urls import reverse

from search import queries, sources
from search.queries import PAGE_SIZE

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def get(**given):
        response = client.get(reverse("search_api:search"), given)
        return response, response.json()

    return get


def test_a_hit_carries_everything_that_a_card_shows(notebook, ask):
    notebook.add(
        "a residence permit",
        heading="On stay",
        status="open",
        context="Law on stay",
        instrument="27-L",
        institution="Bar",
    )
    notebook.index()
    response, answer = ask(q="permit")
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Content-Disposition"] == 'attachment; filename="search.json"'
    assert answer["hits"] == [
        {
            "kind": "note",
            "id": "n1",
            "url": "/notes/n1/",
            "title": "On stay",
            "language": "en",
            "is_translation": False,
            "heading": [{"text": "On stay", "is_marked": False}],
            "excerpt": [
                {"text": "a residence ", "is_marked": False},
                {"text": "permit", "is_marked": True},
            ],
            "act": "27-L",
            "context": "Law on stay",
            "status": "open",
            "institution": "Bar",
            "date": None,
            "is_public": True,
            "is_loose": False,
        }
    ]
    assert (answer["total"], answer["is_exact"], answer["pages"]) == (1, True, 1)


def test_pages_and_facets_are_told(notebook, ask):
    for number in range(PAGE_SIZE + 1):
        notebook.add("permit", id=str(number), instrument="27-L" if number else "28-L")
    notebook.index()
    _, answer = ask(q="permit", kind="note")
    kind = {"value": "note", "label": "Notes", "count": 21, "is_exact": True, "is_chosen": True}
    assert answer["facets"]["kind"] == [kind]
    assert [(one["value"], one["count"]) for one in answer["facets"]["instrument"]] == [
        ("27-L", 20),
        ("28-L", 1),
    ]
    assert answer["previous"] is None
    _, second = ask(q="permit", kind="note", page=2)
    assert answer["next"].endswith("?q=permit&kind=note&page=2")
    assert len(second["hits"]) == 1


def test_parameters_that_make_no_sense_are_told(notebook, ask):
    notebook.add("permit")
    notebook.index()
    wrong = {"on": "2024-99-99", "since": "x", "sort": "zzz", "by": "law", "page": "x" * 500}
    _, answer = ask(q="permit", until="2024-05-01", **wrong)
    assert [note.partition("”")[0] for note in answer["notes"]] == [
        "“on=2024-99-99",
        "“since=x",
        "“sort=zzz",
        "“by=law",
        f"“page={'x' * 40}",
    ]
    _, answer = ask(q="permit", kind="zz", year="2" * 400)
    assert [note.partition("”")[0] for note in answer["notes"]] == [f"“year={'2' * 40}", "“kind=zz"]
    assert answer["total"] == 1
    assert ask(q="permit", on="", since="", sort="law", by="act", page="1")[1]["notes"] == []


def test_a_page_beyond_the_last_leads_to_the_last_as_on_the_page(notebook, client):
    notebook.add("permit")
    notebook.index()
    response = client.get(reverse("search_api:search"), {"q": "permit", "page": 40})
    assert response.status_code == 302
    assert response["Location"].endswith("/api/v1/search/?q=permit")


def test_everybody_is_given_what_they_may_read(notebook, ask, client, django_user_model, monkeypatch):
    monkeypatch.setattr(sources, "_readers", [lambda user: ["org:7"] if user.is_authenticated else []])
    notebook.add("secret permit", "org:7")
    notebook.index()
    response, answer = ask(q="permit")
    assert (answer["total"], "secret" in str(answer)) == (0, False)
    assert "no-store" in response.headers["Cache-Control"]
    client.force_login(django_user_model.objects.create(email="author@example.org"))
    _, answer = ask(q="permit")
    assert [(hit["id"], hit["is_public"]) for hit in answer["hits"]] == [("n1", False)]


def test_a_database_that_does_not_answer_is_said_and_nothing_else(ask, monkeypatch):
    def fail(*args):
        raise OperationalError("secret detail")

    monkeypatch.setattr(queries, "search", fail)
    response, answer = ask(q="permit")
    assert (response.status_code, answer) == (503, {"error": "The search does not answer."})


def test_only_reading_is_allowed(client):
    assert client.post(reverse("search_api:search")).status_code == 405
