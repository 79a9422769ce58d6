"""Which passwords are taken, and how they change."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from portal.users.models import User
from portal.users.passwords import LongestPassword, OftenGuessedPassword

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"


def signs_up(client, password):
    data = {"email": "new@caspia.example", "name": "Rana", "password1": password, "password2": password}
    client.post(reverse("account_signup"), data)
    return User.objects.filter(email="new@caspia.example").exists()


@pytest.mark.parametrize(
    ("password", "is_taken"),
    [
        ("elevensigns", False),
        ("twelve signs", True),
        ("a" * 40 + " b " * 28 + "aaaa", True),  # 128 characters
        ("a" * 40 + " b " * 28 + "aaaaa", False),
        ("yaşıl düymə 🔒 ключ", True),  # every letter and sign, no mixture is asked for
        ("onlysmalllettershere", True),
        ("qara-su qara", True),  # not one piece twice
        ("1q2w3e4r5t6y", False),  # in the list of common ones
        ("password1234", False),  # two common ones
        ("abcabcabcabca", False),  # in the list of common ones
        ("new@caspia.example", False),  # like the address
    ],
)
def test_which_passwords_are_taken(client, password, is_taken):
    assert signs_up(client, password) is is_taken


def test_what_is_too_long_is_not_compared():
    """A form with megabytes in it kept a worker busy for minutes."""
    OftenGuessedPassword().validate("ab" * 500_000)


@pytest.mark.parametrize("name", ["Win at https://prize.example", "www.prize.example", "a@b.example"])
def test_no_address_stands_in_the_name_that_is_mailed_to_strangers(client, name):
    data = {"email": "new@caspia.example", "name": name, "password1": PASSWORD, "password2": PASSWORD}
    page = client.post(reverse("account_signup"), data)
    assert "Write your name alone" in page.content.decode()
    assert not User.objects.exists()
    assert not mail.outbox


def test_nothing_of_a_long_password_is_cut_off(client, person):
    user = person()
    user.set_password("w" * 127 + "x")
    assert not user.check_password("w" * 127)
    assert not user.check_password("w" * 127 + "y")
    assert user.check_password("w" * 127 + "x")


@pytest.mark.parametrize(
    ("language", "words"), [("az", "128"), ("en", "at most 128 characters"), ("ru", "128")]
)
def test_the_limit_is_said(language, words):
    with override(language):
        assert words in LongestPassword().get_help_text()


def test_passwords_are_stored_slowly_hashed_and_salted(settings):
    from django.conf import global_settings

    first = global_settings.PASSWORD_HASHERS[0]  # the settings of the site name no others, the tests do
    assert first.endswith(".PBKDF2PasswordHasher")
    hasher = PBKDF2PasswordHasher()
    assert hasher.iterations >= 600_000
    assert len({hasher.salt() for _time in range(5)}) == 5
    assert len(hasher.salt()) >= 16


def change(client, present, wanted):
    data = {"oldpassword": present, "password1": wanted, "password2": wanted}
    return client.post(reverse("account_change_password"), data)


def signed_in_to(client):
    """The account of a session as the next request would see it."""
    return client.get("/en/").context["user"]


def test_a_change_asks_for_the_present_one_tells_by_mail_and_ends_the_other_sessions(person, monkeypatch):
    monkeypatch.setattr("django.db.transaction.on_commit", lambda told, **_: told())
    user = person()
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
        assert signed_in_to(client) == user
    assert change(here, "a wrong password", "another long password").status_code == 200
    assert User.objects.get().check_password(PASSWORD)
    before = here.session.session_key
    change(here, PASSWORD, "another long password")
    assert User.objects.get().check_password("another long password")
    assert "Your password has been changed" in mail.outbox[-1].body
    assert "another long password" not in mail.outbox[-1].body
    assert here.session.session_key != before
    assert signed_in_to(here) == user
    assert signed_in_to(elsewhere).is_anonymous


def test_a_link_for_a_new_password_opens_once_and_for_an_hour(client, person, settings, monkeypatch):
    monkeypatch.setattr("django.db.transaction.on_commit", lambda told, **_: told())
    user = person()
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    path = "/" + link.split("/", 3)[3]
    form = client.get(path)
    assert form.status_code == 302  # the key goes from the address into the session
    client.post(form.url, {"password1": "another long password", "password2": "another long password"})
    assert User.objects.get().check_password("another long password")
    assert "has been" in mail.outbox[-1].body
    assert signed_in_to(client).is_anonymous  # who has a second factor must show it at the sign-in
    assert "password1" not in Client().get(path, follow=True).content.decode()


def test_no_question_stands_in_for_a_password_and_a_new_site_has_no_account(client):
    assert not User.objects.exists()
    form = client.get(reverse("account_reset_password")).context["form"]
    assert list(form.fields) == ["email"]


def test_no_password_expires_or_is_remembered(person):
    user = person(date_joined=timezone.now() - timedelta(days=4000))
    client = Client()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert signed_in_to(client) == user
    change(client, PASSWORD, "another long password")
    change(client, "another long password", PASSWORD)
    assert User.objects.get().check_password(PASSWORD)


def test_programs_that_keep_passwords_are_helped(client):
    fields = client.get(reverse("account_login")).context["form"].fields
    assert fields["password"].widget.attrs["autocomplete"] == "current-password"
    fields = client.get(reverse("account_signup")).context["form"].fields
    assert fields["password1"].widget.attrs["autocomplete"] == "new-password"
    scripts = (settings.ROOT / "amendments" / "static").rglob("*.js")
    assert not [path for path in scripts if '"paste"' in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize(
    ("password", "level", "words"),
    [
        ("elevensigns", 0, "too short"),
        ("1q2w3e4r5t6y", 0, "too common"),
        ("new@caspia.example", 0, "too similar"),
        ("twelve signs", 1, "Enough"),
        ("aaaaaaaabbbbbbbbcccccccc", 1, "Enough"),  # long, of three signs
        ("sixteen signs it", 2, "Strong"),
        ("the ferry leaves a wet quay at noon", 3, "Very strong"),
    ],
)
def test_how_strong_a_new_password_is_is_said_in_words_while_it_is_typed(client, password, level, words):
    data = {"password1": password, "email": "new@caspia.example"}
    said = client.post(reverse("account_strength"), data).content.decode()
    assert f'value="{level}"' in said
    assert words in said


def test_the_meter_stands_at_each_new_password_and_asks_nothing_else(client, person):
    asks = f'hx-post="{reverse("account_strength")}"'
    assert asks in client.get(reverse("account_signup")).content.decode()
    assert asks not in client.get(reverse("account_login")).content.decode()
    client.force_login(person())
    page = client.get(reverse("account_change_password")).content.decode()
    assert page.count(asks) == 1
    assert 'hx-params="csrfmiddlewaretoken,password1,email"' in page  # not the present password
    assert client.get(reverse("account_strength")).status_code == 405
    assert client.post(reverse("account_strength"), {"password1": ""}).content == b""
