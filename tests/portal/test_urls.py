"""Languages in addresses, and what is remembered of them."""

import pytest
from django.conf import settings
from django.urls import reverse
from wagtail.models import Page, Site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [("az-AZ,az;q=0.9", "/az/"), ("ru", "/ru/"), ("en-GB", "/en/"), ("ka,fr;q=0.5", "/en/")],
)
def test_the_bare_address_leads_to_the_best_language(client, wanted, expected):
    response = client.get("/", headers={"accept-language": wanted})
    assert (response.status_code, response.url) == (302, expected)


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_a_page_exists_once_and_opens_under_every_prefix(client, language):
    home = Site.objects.get(is_default_site=True).root_page
    home.add_child(instance=Page(title="An act", slug="act"))
    for address in (f"/{language}/", f"/{language}/act/"):
        response = client.get(address, follow=False)
        assert response.status_code == 200 or address.endswith("act/"), address
    assert f'<html lang="{language}">' in client.get(f"/{language}/").content.decode()


def test_the_language_of_the_last_page_is_kept_for_addresses_without_one(client):
    client.get("/az/", headers={"accept-language": "en"})
    page = client.get(reverse("account_login"), headers={"accept-language": "en"})
    assert '<html lang="az">' in page.content.decode()


def test_the_prefix_wins_over_the_remembered_language(client):
    client.get("/az/")
    assert '<html lang="ru">' in client.get("/ru/").content.decode()


def test_the_cookie_of_the_language_says_nothing_to_scripts_and_lasts(client):
    cookie = client.get("/az/").cookies[settings.LANGUAGE_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["max-age"] == settings.LANGUAGE_COOKIE_AGE


def test_the_switch_of_a_prefixed_page_is_a_link_to_the_same_page(client):
    page = client.get("/en/?q=1").content.decode()
    assert 'href="/az/?q=1"' in page
    assert 'href="/ru/?q=1"' in page


def test_the_switch_of_an_address_without_language_sets_the_language_and_comes_back(client):
    address = reverse("account_login")
    assert f'href="/ru{address}"' in client.get(address).content.decode()
    answer = client.get(f"/ru{address}")
    assert answer.url == address
    assert '<html lang="ru">' in client.get(address).content.decode()


@pytest.mark.parametrize("language", ["az", "en", "ru"])
@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=residence+permit&kind=comment&kind=answer",
        "/search/",
        "/consultations/",
        "/consultations/answers/",
        "/accessibility/",
        "/accounts/login/?next=/search/",
    ],
)
def test_an_address_without_language_is_found_behind_the_prefix_of_one(client, language, address):
    answer = client.get(f"/{language}{address}", headers={"accept-language": "en"})
    assert (answer.status_code, answer.url) == (302, address)
    assert answer.templates == [], "a page was made that nobody sees"
    page = client.get(answer.url, headers={"accept-language": "en"}).content.decode()
    assert f'<html lang="{language}">' in page


def test_a_prefixed_address_without_its_last_slash_is_found_too(client):
    answer = client.get("/ru/search?q=%D0%B2%D0%B8%D0%B7%D0%B0", follow=True)
    assert answer.redirect_chain[-1][0] == "/search/?q=%D0%B2%D0%B8%D0%B7%D0%B0"
    assert '<html lang="ru">' in answer.content.decode()


@pytest.mark.parametrize("path", ["consultations/999999/", "api/v1/nothing/", "search/saved/x/feed.atom"])
def test_what_is_nowhere_is_said_at_once_and_leads_round_no_circle(client, path):
    answer = client.get(f"/en/{path}", follow=True)
    assert answer.status_code == 404
    assert len(answer.redirect_chain) <= 1
    assert len(client.get(f"/{path}", follow=True).redirect_chain) <= 1


@pytest.mark.parametrize("path", ["/en//elsewhere.example/", "/en/az/", "/en/nothing/"])
def test_no_prefix_leads_astray(client, path):
    assert client.get(path).status_code == 404


def test_what_is_sent_to_a_prefixed_address_is_not_repeated_elsewhere(client):
    assert client.post("/en/accounts/login/", {"login": "a"}).status_code == 404


def test_uploads_are_pictures_only(client, settings):
    assert client.get("/media/documents/secret.pdf").status_code == 404
    settings.MADDA_DEMO = False
    assert client.get("/media/images/a.png").status_code == 404
