"""Administrators see how the search server stands, and have refused entries sent again."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from search.errors import EngineDownError
from search.models import Change, DeadLetter, Delivery, Generation
from search.queries import server as looks
from tests.search.stores import StoreInMemory

pytestmark = pytest.mark.django_db
PAGE = "search_admin:server"


@pytest.fixture
def store(settings, monkeypatch):
    """A server in memory behind the page."""
    settings.SEARCH_SERVER = {"urls": ["http://127.0.0.1:9"]}
    made = StoreInMemory()
    monkeypatch.setattr(looks, "store", lambda: made)
    return made


@pytest.fixture
def enter(client, django_user_model):
    """Sign in to the admin with some permissions of the search."""

    def sign_in(*codes):
        user = django_user_model.objects.create(email="admin@example.org")
        permissions = Permission.objects.filter(codename__in=(*codes, "access_admin"))
        user.user_permissions.add(*permissions)
        client.force_login(user)
        return client

    return sign_in


def test_it_tells_lag_indexes_and_refusals(store, enter):
    Generation.objects.create(state=Generation.State.LIVE, entries=1234)
    store.searched = 1
    Change.objects.create(source="note", key="a", attempts=2)
    DeadLetter.objects.create(source="note", key="b", reason="field <x> is unknown")
    Delivery.objects.create()
    response = enter("view_generation").get(reverse(PAGE))
    page = response.content.decode()
    status = response.context["status"]
    assert (status.waiting, status.failing, status.dead) == (1, 1, 1)
    assert status.oldest == Change.objects.get().noted_at
    assert "The server answers." in page
    assert "1,234" in page or "1234" in page
    assert "note:b" in page
    assert "field &lt;x&gt; is unknown" in page
    assert "Send the chosen ones again" not in page


def test_it_says_that_the_server_is_down_and_why(store, enter, monkeypatch):
    def refuse():
        raise EngineDownError("connection refused")

    monkeypatch.setattr(store, "live", refuse)
    page = enter("view_generation").get(reverse(PAGE)).content.decode()
    assert "The server does not answer." in page
    assert "connection refused" in page


def test_it_says_that_the_server_has_no_index_yet(store, enter):
    page = enter("view_generation").get(reverse(PAGE)).content.decode()
    assert "The server has no index yet." in page
    assert "None: the server has taken everything." in page


def test_refused_entries_are_sent_again(store, enter):
    dead = [DeadLetter.objects.create(source="note", key=key, reason="no") for key in "ab"]
    client = enter("view_generation", "change_generation")
    assert "Send the chosen ones again" in client.get(reverse(PAGE)).content.decode()
    response = client.post(reverse("search_admin:retry"), {"letter": [dead[0].pk, "x"]}, follow=True)
    assert "1 entry will be sent again." in response.content.decode()
    assert Change.objects.get().key == "a"
    assert DeadLetter.objects.get().key == "b"


def test_looking_is_not_retrying(store, enter):
    dead = DeadLetter.objects.create(source="note", key="a", reason="no")
    response = enter("view_generation").post(reverse("search_admin:retry"), {"letter": [dead.pk]})
    assert response.status_code in (302, 403)
    assert DeadLetter.objects.exists()


def test_others_see_neither_page_nor_menu(store, enter):
    client = enter()
    assert reverse(PAGE) not in client.get(reverse("wagtailadmin_home")).content.decode()
    response = client.get(reverse(PAGE), follow=True)
    assert "Refused entries" not in response.content.decode()


def test_a_site_without_a_server_has_no_such_page(enter, settings):
    settings.SEARCH_SERVER = None
    client = enter("view_generation")
    assert client.get(reverse(PAGE), follow=True).status_code == 404
    assert reverse(PAGE) not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_menu_leads_there(store, enter):
    client = enter("view_generation")
    assert reverse(PAGE) in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_page_costs_a_fixed_number_of_queries(store, enter, django_assert_max_num_queries):
    for number in range(20):
        DeadLetter.objects.create(source="note", key=str(number), reason="no")
        Generation.objects.create(state=Generation.State.KEPT)
    client = enter("view_generation")
    client.get(reverse(PAGE))
    with django_assert_max_num_queries(20):
        client.get(reverse(PAGE))
