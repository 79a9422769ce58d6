"""If the search server does not answer, the site's own index answers, and the page says so."""

import time
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from search.backends import engine
from search.backends.elastic import server_engines
from search.models import Change
from search.queries import engine_answers
from tests.search.asking import search
from tests.search.nodes.node import free_port

pytestmark = pytest.mark.django_db
NOTICE = "The search server does not answer just now"


@pytest.fixture(params=["Elasticsearch", "OpenSearch"])
def down(request, settings, notebook):
    """A site whose server is gone, with a public note and one of an institution."""
    settings.SEARCH_ENGINE = f"search.backends.elastic.server_engines.{request.param}"
    settings.SEARCH_SERVER = {
        "product": request.param.lower(),
        "urls": [f"http://127.0.0.1:{free_port()}"],
        "api_key": "a2V5OmtleQ==",
    }
    engine._loaded.cache_clear()
    notebook.add("A public permit")
    notebook.add("A permit of ours", "org:7")
    notebook.index()
    yield
    engine._loaded.cache_clear()


def ask(client, text):
    return client.get(f"{reverse('search:search')}?{urlencode({'q': text})}").content.decode()


def test_the_page_answers_with_a_notice(down, client):
    page = ask(client, "permit")
    assert NOTICE in page
    assert "A public <mark>permit</mark>" in page
    assert "of ours" not in page


def test_without_a_server_to_miss_there_is_no_notice(notebook, client):
    notebook.add("A public permit")
    notebook.index()
    assert NOTICE not in ask(client, "permit")


def test_machines_are_answered_too(down, client):
    found = client.get(f"{reverse('search_api:search')}?q=permit").json()
    assert found["total"] == 1


def test_the_own_index_keeps_to_the_rights_of_the_reader(down, reader):
    assert search("permit").total == 1
    assert search("permit", reader("org:7")).total == 2
    assert search("permit", reader("org:8")).is_fallback


def test_a_server_that_did_not_answer_is_left_alone_for_a_while(down, monkeypatch):
    began = time.monotonic()
    search("permit")
    assert engine_answers.engine()._resting_until > began
    monkeypatch.setattr(server_engines, "_Finding", lambda _question: pytest.fail("it was asked again"))
    monkeypatch.setattr(server_engines.time, "monotonic", lambda: began)
    assert search("permit").is_fallback


def test_changes_wait_and_no_write_does(down):
    assert Change.objects.count() == 2
