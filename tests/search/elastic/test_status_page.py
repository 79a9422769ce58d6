"""The page of administrators, and readers, with a real server: what waits, what is refused and sent again, a server that is gone."""

import signal

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from search.backends import engine
from search.backends.store import store as configured_store
from search.models import Change, DeadLetter, PublicContent
from tests.search.asking import search
from tests.search.elastic.conftest import drain
from tests.search.nodes.node import free_port

pytestmark = pytest.mark.django_db
PAGE = "search_admin:server"


@pytest.fixture
def look(client, django_user_model):
    """The page as an administrator sees it, and what it tells."""
    user = django_user_model.objects.create(email="admin@example.org")
    codes = ("view_generation", "change_generation", "access_admin")
    user.user_permissions.add(*Permission.objects.filter(codename__in=codes))
    client.force_login(user)

    def get():
        response = client.get(reverse(PAGE))
        return response.context["status"], response.content.decode()

    return get


def test_it_tells_what_waits_and_since_when_until_it_is_delivered(live, notebook, look):
    notebook.add("permit", id="a")
    notebook.add("visa", "org:7", id="b")
    notebook.index()
    status, page = look()
    assert (status.problem, status.is_searched, status.waiting) == ("", True, 2)
    assert status.oldest == Change.objects.earliest("noted_at").noted_at
    assert "The server answers." in page
    drain(live)
    status, _ = look()
    assert (status.waiting, status.oldest, status.dead) == (0, None, 0)
    assert status.last_delivery


def test_what_was_refused_is_mended_sent_again_and_found(live, notebook, look, client):
    notebook.add("permit", id="bad", cite=("1" * 40_000,))
    notebook.index()
    drain(live)
    status, page = look()
    assert (status.waiting, status.dead) == (0, 1)
    assert "note:bad" in page
    assert "immense term" in page
    PublicContent.objects.update(cites=[])
    letter = DeadLetter.objects.get()
    answer = client.post(reverse("search_admin:retry"), {"letter": [letter.pk]}, follow=True)
    assert "1 entry will be sent again." in answer.content.decode()
    drain(live)
    status, page = look()
    assert (status.waiting, status.dead) == (0, 0)
    assert "None: the server has taken everything." in page
    assert set(live.places(live.live(), is_public=True)) == {("note", "bad")}


def test_a_node_that_is_gone_is_missed_by_nobody_while_another_answers(live, notebook, node, settings):
    notebook.add("A public permit")
    notebook.index()
    gone = [f"{node.url.rpartition(':')[0]}:{free_port()}" for _ in range(2)]
    settings.SEARCH_SERVER = {**settings.SEARCH_SERVER, "urls": [gone[0], node.url, gone[1]]}
    engine._loaded.cache_clear()
    drain(configured_store())
    for _ in range(9):
        results = search("permit")
        assert (results.total, results.is_fallback) == (1, False)


def test_a_server_that_is_killed_is_told_of_and_missed_by_nobody(live, notebook, look, node, client):
    engine._loaded.cache_clear()
    notebook.add("A public permit")
    notebook.index()
    drain(live)
    assert not search("permit").is_fallback
    node.stop(signal.SIGKILL)
    try:
        status, page = look()
        assert status.problem
        assert "The server does not answer." in page
        found = client.get(reverse("search:search"), {"q": "permit"}).content.decode()
        assert "The search server does not answer just now" in found
        assert "A public <mark>permit</mark>" in found
    finally:
        node.start()
        engine._loaded.cache_clear()
    assert look()[0].problem == ""
    assert search("permit").total == 1
    assert not search("permit").is_fallback
