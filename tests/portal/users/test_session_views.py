"""People see in which browsers they are signed in, and sign out everywhere else."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.users.browsers import browser_said
from portal.users.session_ends import ForgetSignIns
from tests.portal.users.test_sessions import PASSWORD, sign_in

pytestmark = pytest.mark.django_db

PAGE = "account_sessions"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def signed_in_to(client):
    return client.get("/en/").context["user"]


@pytest.fixture
def here(person):
    client = Client(REMOTE_ADDR="203.0.113.1", headers={"user-agent": FIREFOX})
    sign_in(client, person())
    return client


@pytest.fixture
def elsewhere(person, here):
    client = Client(REMOTE_ADDR="198.51.100.7")
    sign_in(client, here.get("/en/").context["user"])
    return client


def test_the_page_lists_the_own_sessions_and_marks_this_one(here, elsewhere, person):
    other = person(email="other@caspia.example")
    sign_in(Client(REMOTE_ADDR="192.0.2.9"), other)
    page = here.get(reverse(PAGE))
    text = page.content.decode()
    assert [one.is_here for one in page.context["sessions"]] == [False, True]
    assert "Firefox, Windows (this browser)" in text
    assert "198.51.100.7" in text
    assert "192.0.2.9" not in text
    assert here.session.session_key not in text
    assert elsewhere.session.session_key not in text
    assert "no-store" in page["Cache-Control"]


def test_one_signs_out_everywhere_else_with_the_password_again(here, elsewhere):
    asked = here.post(reverse(PAGE))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    here.post(asked.url, {"password": "a wrong password"})
    assert not signed_in_to(elsewhere).is_anonymous
    answer = here.post(asked.url, {"password": PASSWORD}, follow=True)
    assert "You are signed in nowhere else." in answer.content.decode()
    assert signed_in_to(elsewhere).is_anonymous
    assert not signed_in_to(here).is_anonymous
    assert len(answer.context["sessions"]) == 1


def test_who_is_not_signed_in_is_led_to_the_sign_in(client):
    assert client.get(reverse(PAGE)).url.startswith(reverse("account_login"))


def test_where_somebody_signed_in_is_forgotten_with_the_session(here, elsewhere):
    elsewhere.post(reverse("account_logout"))
    ForgetSignIns().run(timezone.now())
    assert UserSession.objects.get().ip == "203.0.113.1"
    Session.objects.all().delete()
    ForgetSignIns().run(timezone.now())
    assert not UserSession.objects.exists()


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (FIREFOX, "Firefox, Windows"),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge, Linux",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari, iPhone",
        ),
        ("curl/8.0", "curl/8.0"),
        ("x" * 900, "x" * 60),
        ("", ""),
    ],
)
def test_a_browser_is_said_in_two_words(agent, said):
    assert browser_said(agent) == said
