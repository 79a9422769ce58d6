"""The page on which a person keeps searches."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from search.models.saved import SavedSearch
from search.views import saved as views

pytestmark = pytest.mark.django_db


def test_the_own_searches_are_listed_and_deleted(saved, client):
    row = saved()
    assert "Permits" in client.get(reverse("search:saved")).content.decode()
    client.post(reverse("search:change_saved", args=[row.pk]), {"delete": ""})
    assert not SavedSearch.objects.exists()


def test_the_same_search_is_saved_once_under_its_last_name(saved):
    saved("q=permit&page=7")
    row = saved("q=permit", name="Again")
    assert (row.name, row.address) == ("Again", "q=permit")


@pytest.mark.parametrize("address", ["", "sort=newest", "q=", "like=note:" + "9" * 5000])
def test_a_question_that_asks_nothing_is_not_saved(client, owner, address):
    client.force_login(owner)
    response = client.post(reverse("search:save"), {"name": "Nothing", "address": address})
    assert response.status_code == 422
    assert not SavedSearch.objects.exists()


def test_an_address_that_no_index_holds_is_not_saved(client, owner):
    client.force_login(owner)
    address = urlencode({"q": "".join(map(chr, range(0x4E00, 0x4E00 + 1000)))})
    response = client.post(reverse("search:save"), {"name": "Long", "address": address})
    assert response.status_code == 422
    assert "This search is too long to be saved." in response.content.decode()


def test_a_name_that_is_too_long_is_shown_again_and_not_cut_off(client, owner):
    client.force_login(owner)
    given = {"name": "q" * 201, "address": "q=permit", "by_mail": "on"}
    page = client.post(reverse("search:save"), given)
    html = page.content.decode()
    assert page.status_code == 422
    assert "at most 200 characters" in html
    assert f'value="{"q" * 201}"' in html
    assert 'name="address" value="q=permit"' in html
    assert 'name="by_mail" value="on"' in html
    assert not SavedSearch.objects.exists()


def test_there_is_a_limit_to_what_one_person_saves(client, owner):
    client.force_login(owner)
    SavedSearch.objects.bulk_create(
        SavedSearch(owner=owner, name=str(n), address=f"q={n}", language="en") for n in range(50)
    )
    response = client.post(reverse("search:save"), {"name": "More", "address": "q=more"})
    assert "You have 50 saved searches" in response.content.decode()


def test_searches_of_others_are_not_there(saved, client, django_user_model):
    row = saved()
    client.get(reverse("search:saved"))  # and read that it is saved
    client.force_login(django_user_model.objects.create(email="other@example.org"))
    assert "Permits" not in client.get(reverse("search:saved")).content.decode()
    client.post(reverse("search:change_saved", args=[row.pk]), {"delete": ""})
    assert SavedSearch.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("name", ["saved", "save"])
def test_who_saves_signs_in(client, name):
    response = (
        client.post(reverse(f"search:{name}")) if name == "save" else client.get(reverse("search:saved"))
    )
    assert response.status_code == 302


def test_a_search_is_saved_with_what_it_finds_or_not_at_all(saved, notebook, monkeypatch):
    monkeypatch.setattr("search.views.saved.known", lambda row: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        saved()
    assert not SavedSearch.objects.exists()


def test_what_is_no_token_of_a_feed_is_not_there(client, db):
    for token in ("a%00b", "a b", "x" * 500):
        assert client.get(f"/search/saved/{token}/feed.atom").status_code == 404


@pytest.mark.parametrize("change", ["renew", "feed", "mail"])
def test_a_search_that_another_tab_deletes_meanwhile_breaks_no_change(saved, client, monkeypatch, change):
    row, found = saved(), views.get_object_or_404

    def found_before_it_was_deleted(*args, **more):
        standing = found(*args, **more)
        SavedSearch.objects.all().delete()
        return standing

    monkeypatch.setattr(views, "get_object_or_404", found_before_it_was_deleted)
    answer = client.post(reverse("search:change_saved", args=[row.pk]), {change: "all"})
    assert (answer.status_code, SavedSearch.objects.count()) == (302, 0)
