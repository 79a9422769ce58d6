"""How a session begins and ends."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.users import locks

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "a long enough password"


def sign_in(client, user, **more):
    return client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, **more})


def test_signing_in_gives_a_new_session_that_the_one_before_knows_nothing_of(client, person, settings):
    name = settings.SESSION_COOKIE_NAME
    user = person()
    planted = Client()
    planted.get(reverse("account_signup"))
    session = planted.session
    session["planted"] = True
    session.save()
    before = session.session_key
    client.cookies[name] = before
    sign_in(client, user)
    assert client.cookies[name].value != before
    thief = Client()
    thief.cookies[name] = before
    assert thief.get("/en/").context["user"].is_anonymous


def test_the_cookie_of_a_session_is_closed_to_scripts_and_other_sites(client, person):
    cookie = sign_in(client, person()).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert len(cookie.value) >= 32  # of 36 signs: more than 160 bits


@pytest.mark.parametrize("desk", ["account_logout", "wagtailadmin_logout"])
def test_signing_out_ends_the_session_on_the_server_and_empties_what_the_browser_keeps(client, person, desk):
    sign_in(client, person())
    key = client.session.session_key
    answer = client.post(reverse(desk))
    assert answer["Clear-Site-Data"] == '"cache"'
    assert not Session.objects.filter(pk=key).exists()
    thief = Client()
    thief.cookies["sessionid"] = key
    assert thief.get("/en/").context["user"].is_anonymous


@pytest.mark.parametrize("remember", ["", "on"])
def test_a_session_ends_twelve_hours_after_the_sign_in(client, person, remember):
    sign_in(client, person(), remember=remember)
    row = Session.objects.get(pk=client.session.session_key)
    assert row.expire_date <= timezone.now() + timedelta(hours=12)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get("/en/").context["user"].is_anonymous


def test_a_session_of_an_account_that_was_deactivated_opens_nothing(client, person):
    user = person()
    sign_in(client, user)
    user.is_active = False
    user.save()
    assert client.get("/en/").context["user"].is_anonymous


def test_no_address_carries_a_session(client, person):
    answer = sign_in(client, person())
    page = client.get("/en/").content.decode()
    assert client.session.session_key not in answer.url + page


def production(*names):
    """What a public deployment sets."""
    code = f"import json; from django.conf import settings as s; print(json.dumps([getattr(s, n) for n in {names!r}]))"
    own = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "MADDA_SECRET_KEY": "x",
        "MADDA_HOSTS": "x.example",
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    }
    done = subprocess.run([sys.executable, "-c", code], env=own, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_browser_carries_few_cookies(client, person, settings):
    client.get("/en/")
    assert set(client.cookies) == {settings.LANGUAGE_COOKIE_NAME}
    sign_in(client, person())
    client.get("/en/")
    own = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, locks.COOKIE}
    assert set(client.cookies) - {"messages"} == {settings.LANGUAGE_COOKIE_NAME, *own}


def test_a_public_site_sends_its_cookies_over_tls_to_its_own_host_alone():
    session, token, *secure = production(
        "SESSION_COOKIE_NAME",
        "CSRF_COOKIE_NAME",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "LANGUAGE_COOKIE_SECURE",
    )
    assert session.startswith("__Host-")  # so browsers also ask for the path "/" and no domain
    assert token.startswith("__Host-")
    assert secure == [True, True, True]


def test_a_public_site_is_opened_over_tls_only():
    redirect, seconds, with_subdomains = production(
        "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS"
    )
    assert redirect
    assert seconds >= 31_536_000
    assert with_subdomains


def test_a_public_site_shows_nothing_for_programmers_and_no_demo():
    assert production("DEBUG", "MADDA_DEMO") == [False, False]
