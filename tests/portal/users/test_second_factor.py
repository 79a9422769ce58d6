"""Who needs a second factor sets one up before any other page opens."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from amendments.audit.actor import Actor
from portal.users.actions.confirm_change import ConfirmChange
from portal.users.models import AccountChange, User
from portal.users.roles import Role
from tests.shares import telling

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
ROLES = ("secretary", "chair", "rights_analyst", "rights_head", "rights_reader", "administrator")


@pytest.fixture(autouse=True)
def required(settings):
    settings.MADDA_SECOND_FACTOR_ROLES = ROLES


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", ["/en/", "/cms/", "/consultations/", "/search/", "/api/v1/search"])
def test_without_one_every_page_leads_to_the_enrolment(signed_in, role, address):
    answer = signed_in(Role(role)).get(address)
    assert answer.url == reverse("mfa_index")


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.MEMBER, Role.CITIZEN])
def test_others_need_none(signed_in, role):
    assert signed_in(role).get("/en/").status_code == 200


def test_a_superuser_needs_one(client):
    client.force_login(User.objects.create_superuser("root@caspia.example", PASSWORD))
    assert client.get("/cms/").url == reverse("mfa_index")


def test_a_site_may_need_it_of_nobody(signed_in, settings):
    settings.MADDA_SECOND_FACTOR_ROLES = ()
    assert signed_in(Role.CHAIR).get("/en/").status_code == 200


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.mark.parametrize("language", telling(["az", "en", "ru"], "az"))
def test_the_chair_enrols_and_signs_in_with_the_code(person, language, monkeypatch):
    # Allauth tells after the commit
    monkeypatch.setattr("django.db.transaction.on_commit", lambda told, **_: told())
    chair = person(Role.CHAIR)
    client = Client(headers={"accept-language": language})
    client.post(reverse("account_login"), {"login": chair.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    assert "data:image/svg+xml" in page.content.decode()
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert client.get("/en/").status_code == 200
    kinds = set(Authenticator.objects.filter(user=chair).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert {tuple(letter.to) for letter in mail.outbox} == {(chair.email,)}  # the owner hears of it
    again = Client()
    step = again.post(reverse("account_login"), {"login": chair.email, "password": PASSWORD})
    assert step.url.startswith(reverse("mfa_authenticate"))
    assert again.get("/en/").context["user"].is_anonymous
    cache.clear()  # a code is taken once
    again.post(step.url, {"code": code_of(secret)})
    assert again.get("/en/").context["user"] == chair


def enrolled(user):
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def prove(client, user):
    """The session of somebody who signed in with the factor."""
    client.force_login(user)
    session = client.session
    session["second_factor"] = user.pk
    session.save()


def test_a_session_from_before_the_factor_must_show_it(person):
    chair = person(Role.CHAIR)
    stolen = Client()
    stolen.post(reverse("account_login"), {"login": chair.email, "password": PASSWORD})
    secret = enrolled(chair)
    asked = f"{reverse('mfa_reauthenticate')}?next=%2Fcms%2F"
    assert stolen.get("/cms/").url == asked
    for closed in (
        "account_reauthenticate",
        "mfa_view_recovery_codes",
        "mfa_deactivate_totp",
        "account_email",
    ):
        assert stolen.post(reverse(closed), {"password": PASSWORD}).url.startswith(
            reverse("mfa_reauthenticate")
        )
    assert stolen.post(asked, {"code": "000000"}).status_code == 200
    assert stolen.get("/en/").status_code == 302
    assert stolen.post(asked, {"code": code_of(secret)}).url == "/cms/"
    assert stolen.get("/en/").status_code == 200


def has_password(account, place):
    """A browser at a place in which the right password was typed."""
    client = Client(REMOTE_ADDR=place)
    client.post(reverse("account_login"), {"login": account.email, "password": PASSWORD})
    return client


def gets_in(client, code):
    client.post(reverse("mfa_authenticate"), {"code": code})
    return not client.get("/en/").context["user"].is_anonymous


def test_wrong_codes_lock_the_place_and_not_the_owner(person):
    chair = person(Role.CHAIR, email="codes@caspia.example")
    secret = enrolled(chair)
    for _try in range(6):
        guesser = has_password(chair, "198.51.100.1")
        answer = guesser.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Too many wrong passwords or codes were sent from here" in answer.content.decode()
    assert f'<a href="{reverse("account_unlock")}">Locked out?</a>' in answer.content.decode()
    assert not gets_in(guesser, code_of(secret))
    assert gets_in(has_password(chair, "203.0.113.1"), code_of(secret))


def test_many_places_guess_no_code_and_hold_nobody_out_of_a_known_browser(person, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": "3/d/key"}
    chair = person(Role.CHAIR, email="known@caspia.example")
    secret = enrolled(chair)
    known = has_password(chair, "203.0.113.1")
    assert gets_in(known, code_of(secret))
    known.post(reverse("account_logout"))
    for number in range(3):
        assert not gets_in(has_password(chair, f"198.51.100.{number}"), "000000")
    codes = RecoveryCodes.activate(chair).generate_codes()
    assert not gets_in(has_password(chair, "198.51.100.9"), codes[0])
    known.post(reverse("account_login"), {"login": chair.email, "password": PASSWORD})
    assert gets_in(known, codes[1])


def test_who_needs_one_does_not_remove_it(person, client):
    chair = person(Role.CHAIR)
    enrolled(chair)
    prove(client, chair)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=chair, type="totp").exists()


def test_two_administrators_remove_the_factor_of_a_lost_telephone(person):
    chair = person(Role.CHAIR)
    secret = enrolled(chair)
    one = person(Role.ADMINISTRATOR, email="one@caspia.example")
    two = person(Role.ADMINISTRATOR, email="two@caspia.example")
    for admin in (one, two):
        enrolled(admin)
    lost = Client()
    lost.post(reverse("account_login"), {"login": chair.email, "password": PASSWORD})
    lost.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert lost.get("/en/").status_code == 200
    client = Client()
    prove(client, one)
    data = {"email": chair.email, "name": chair.name, "is_active": "on", "remove_factor": "on"}
    data["groups"] = list(chair.groups.values_list("pk", flat=True))
    client.post(f"/cms/users/edit/{chair.pk}/", data)
    assert Authenticator.objects.filter(user=chair).exists()
    change = AccountChange.objects.get()
    ConfirmChange(change, actor=Actor.now(two)).execute()
    assert not Authenticator.objects.filter(user=chair).exists()
    assert lost.get("/en/").context["user"].is_anonymous  # whatever session the telephone opened


def test_production_needs_it_of_those_with_power_over_the_record(monkeypatch):
    import subprocess
    import sys
    from pathlib import Path

    root = Path(__file__).resolve().parents[3]
    code = "from portal.settings import production as p; print(*p.MADDA_SECOND_FACTOR_ROLES, p.EMAIL_PORT, p.EMAIL_USE_TLS)"
    environment = {
        "PYTHONPATH": f"{root}:{root / 'site'}", "MADDA_SECRET_KEY": "x", "MADDA_HOSTS": "x.example",
        "MADDA_SMTP_SECURITY": "starttls", "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [*ROLES, "587", "True"]
