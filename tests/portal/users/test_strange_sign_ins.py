"""The owner of an account is told of a sign-in in a new browser, and of a wrong code after the right password."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.models import LetterSettings
from tests.portal.users.test_second_factor import PASSWORD, code_of
from tests.shares import telling

pytestmark = pytest.mark.django_db
AGENT = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def nobody_was_told():
    cache.clear()


@pytest.fixture
def owner(person):
    """Whose account is no new one."""
    return person(date_joined=timezone.now() - timedelta(days=2))


def signs_in(client, user):
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})


def test_a_browser_that_the_account_does_not_know_is_told_once_with_its_place(owner):
    client = Client(REMOTE_ADDR="203.0.113.9", headers={"user-agent": AGENT})
    for _time in range(2):
        signs_in(client, owner)
        client.post(reverse("account_logout"))
    (letter,) = mail.outbox
    assert letter.to == [owner.email]
    for words in ("had not opened it before", "Firefox, Windows", "203.0.113.9", reverse("account_sessions")):
        assert words in letter.body
    signs_in(Client(), owner)
    assert len(mail.outbox) == 2


def test_a_wrong_password_and_the_first_day_of_an_account_send_no_mail(owner, person):
    Client().post(reverse("account_login"), {"login": owner.email, "password": "wrong"})
    signs_in(Client(), person(email="new@caspia.example"))
    assert not mail.outbox


@pytest.mark.parametrize("is_used_before", [False, True])
def test_whoever_knows_the_password_and_not_the_code_is_told_once_an_hour(owner, is_used_before):
    secret = generate_totp_secret()
    TOTP.activate(owner, secret)
    if is_used_before:
        first = Client()
        signs_in(first, owner)
        first.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    mail.outbox.clear()
    client = Client(REMOTE_ADDR="203.0.113.9")
    signs_in(client, owner)
    for _try in range(2):
        code = code_of(secret) if is_used_before else "000000"
        client.post(reverse("mfa_authenticate"), {"code": code})
    (letter,) = mail.outbox
    assert letter.to == [owner.email]
    assert "a code that is wrong or was used before" in letter.body
    assert "203.0.113.9" in letter.body


@pytest.mark.parametrize("language", telling(["az", "ru"], "az"))
def test_the_mail_is_in_the_language_of_the_owner(owner, language):
    LetterSettings.objects.create(person=owner, language=language, token="token")
    signs_in(Client(), owner)
    assert "browser" not in mail.outbox[0].body.casefold()
    assert "Network" not in mail.outbox[0].body
