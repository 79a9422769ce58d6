"""A security key is a second factor as good as an app that makes codes."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from fido2.cose import ES256K
from fido2.utils import websafe_decode

from portal.users.models import User
from portal.users.roles import Role
from portal.users.security_keys import APPROVED, MOST
from tests.portal.users.software_keys import SoftwareKey
from tests.portal.users.test_second_factor import PASSWORD, ROLES, enrolled, prove

pytestmark = pytest.mark.django_db
ADD, LIST, USE = "mfa_add_webauthn", "mfa_list_webauthn", "mfa_reauthenticate_webauthn"


@pytest.fixture(autouse=True)
def required(settings):
    settings.MADDA_SECOND_FACTOR_ROLES = ROLES
    settings.ALLOWED_HOSTS = ["localhost"]


def window():
    return Client(SERVER_NAME="localhost")


def signs_in(client: Client, user: User):
    return client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})


def options(answer):
    """What the page asks the browser for."""
    asked = answer.context["js_data"]
    return (asked.get("creation_options") or asked["request_options"])["publicKey"]


def adds(client: Client, key: SoftwareKey, name="At my desk"):
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    challenge = options(client.get(reverse(ADD)))["challenge"]
    return client.post(reverse(ADD), {"name": name, "credential": json.dumps(key.made(challenge))})


def shows(client: Client, key: SoftwareKey, url: str):
    challenge = options(client.get(url))["challenge"]
    return client.post(url, {"credential": json.dumps(key.shown(challenge))})


def kinds_of(user: User):
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))


@pytest.fixture
def chair(person):
    return person(Role.CHAIR)


def test_the_chair_adds_one_and_signs_in_with_it(chair, monkeypatch):
    monkeypatch.setattr("django.db.transaction.on_commit", lambda told, **_: told())
    client, key = window(), SoftwareKey()
    signs_in(client, chair)
    page = client.get("/en/", follow=True)
    assert page.redirect_chain == [(reverse("mfa_index"), 302)]
    assert reverse(ADD) in page.content.decode()
    assert adds(client, key).url == reverse("mfa_view_recovery_codes")
    assert client.get("/en/").status_code == 200
    assert kinds_of(chair) == ["recovery_codes", "webauthn"]
    assert [letter.to for letter in mail.outbox] == [[chair.email]] * len(mail.outbox) != []
    assert "At my desk" in client.get(reverse(LIST)).content.decode()

    again = window()
    step = signs_in(again, chair).url
    assert again.get("/en/").context["user"].is_anonymous
    shows(again, key, step)
    assert again.get("/en/").context["user"] == chair
    assert Authenticator.objects.get(type="webauthn").last_used_at


def test_without_the_key_a_recovery_code_opens_the_account(chair):
    client = window()
    signs_in(client, chair)
    adds(client, SoftwareKey())
    code = RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).generate_codes()[0]
    again = window()
    step = signs_in(again, chair).url
    again.post(step, {"code": code})
    assert again.get("/en/").context["user"] == chair


@pytest.mark.parametrize("key", [SoftwareKey(), SoftwareKey(2)], ids=["same name", "unknown"])
def test_another_key_opens_nothing_and_the_page_says_so(chair, key):
    client = window()
    signs_in(client, chair)
    adds(client, SoftwareKey())
    again = window()
    step = signs_in(again, chair).url
    answer = shows(again, key, step)
    assert "Incorrect code" in answer.content.decode()
    assert again.get("/en/").context["user"].is_anonymous


def test_an_answer_is_taken_once_and_from_this_site_alone(chair):
    client, key = window(), SoftwareKey()
    signs_in(client, chair)
    adds(client, key)
    again = window()
    step = signs_in(again, chair).url
    challenge = options(again.get(step))["challenge"]
    answer = {"credential": json.dumps(key.shown(challenge))}
    third = window()
    signs_in(third, chair)
    third.get(step)
    third.post(step, answer)  # asked of another browser
    assert third.get("/en/").context["user"].is_anonymous
    elsewhere = SoftwareKey(origin="https://madda.example.invalid")
    elsewhere._secret = key._secret
    shows(again, elsewhere, step)
    assert again.get("/en/").context["user"].is_anonymous


@pytest.mark.parametrize("counts", [True, False], ids=["counts", "always says 0"])
def test_a_copy_of_a_key_is_refused_and_its_owner_told(chair, counts):
    cache.clear()
    client, key = window(), SoftwareKey()
    signs_in(client, chair)
    adds(client, key)
    shown = []
    for count in (4, 3, 4, 6) if counts else (-1, -1):
        key.count = count
        again = window()
        page = shows(again, key, signs_in(again, chair).url)
        shown.append(again.get("/en/").context["user"] == chair)
        assert shown[-1] or "may have a copy" in page.content.decode()
    assert shown == ([True, False, False, True] if counts else [True, True])  # 6: the one that is ahead
    told = [letter for letter in mail.outbox if "count did not go on" in letter.body]
    assert [letter.to for letter in told] == [[chair.email]] * counts


def test_within_a_session_too_a_copy_is_refused(chair):
    client, key = window(), SoftwareKey()
    signs_in(client, chair)
    adds(client, key)
    key.count = 6
    shows(client, key, reverse(USE))
    key.count = 2
    shows(client, key, reverse(USE))
    assert Authenticator.objects.get(type="webauthn").data["count"] == 7


def test_a_session_from_before_the_key_must_show_it(chair):
    stolen, owner, key = window(), window(), SoftwareKey()
    for client in (stolen, owner):
        signs_in(client, chair)
    adds(owner, key)
    asked = f"{reverse(USE)}?next=%2Fcms%2F"
    assert stolen.get("/cms/").url == asked
    assert stolen.post(reverse(ADD), {"name": "Mine"}).url.startswith(reverse(USE))
    assert stolen.get(reverse("mfa_reauthenticate")).status_code == 200  # a recovery code will do
    assert shows(stolen, key, asked).url == "/cms/"
    assert stolen.get("/en/").status_code == 200


def test_a_key_alone_opens_no_account(chair):
    client = window()
    signs_in(client, chair)
    adds(client, SoftwareKey())
    assert options(client.get(reverse(ADD)))["authenticatorSelection"]["residentKey"] == "discouraged"
    for name in ("mfa_login_webauthn", "mfa_signup_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_the_site_keeps_what_checks_a_key_and_not_what_signs(chair):
    client, key = window(), SoftwareKey()
    signs_in(client, chair)
    adds(client, key)
    kept = Authenticator.objects.get(type="webauthn").data
    assert set(kept) == {"name", "credential"}
    attested = Authenticator.objects.get(type="webauthn").wrap().authenticator_data.credential_data
    kind, algorithm, curve, x, y = 1, 3, -1, -2, -3  # and not -4, the secret
    assert set(attested.public_key) == {kind, algorithm, curve, x, y}


def test_each_challenge_is_new_and_long(chair):
    client = window()
    signs_in(client, chair)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    challenges = [websafe_decode(options(client.get(reverse(ADD)))["challenge"]) for _ in range(20)]
    assert len(set(challenges)) == 20
    assert {len(each) for each in challenges} == {32}


def test_the_algorithms_are_approved_ones(chair):
    client = window()
    signs_in(client, chair)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    asked = {each["alg"] for each in options(client.get(reverse(ADD)))["pubKeyCredParams"]}
    assert len(asked & APPROVED) > 3
    refused = adds(client, SoftwareKey(made_for=ES256K))
    assert "Incorrect code" in refused.content.decode()
    assert kinds_of(chair) == []


def test_who_needs_a_factor_keeps_the_last_one(chair):
    client, key = window(), SoftwareKey()
    signs_in(client, chair)
    adds(client, key)
    remove = reverse("mfa_remove_webauthn", args=[Authenticator.objects.get(type="webauthn").pk])
    kept = client.post(remove, follow=True).content.decode()
    assert "Add another one before you remove this one" in kept
    assert kinds_of(chair) == ["recovery_codes", "webauthn"]
    adds(client, SoftwareKey(2))
    client.post(remove)
    assert kinds_of(chair) == ["recovery_codes", "webauthn"]
    enrolled(chair)
    client.post(reverse("mfa_deactivate_totp"))
    assert kinds_of(chair) == ["recovery_codes", "webauthn"]


def test_others_remove_theirs(person):
    drafter, client = person(Role.DRAFTER), window()
    signs_in(client, drafter)
    adds(client, SoftwareKey())
    client.post(reverse("mfa_remove_webauthn", args=[Authenticator.objects.get(type="webauthn").pk]))
    assert kinds_of(drafter) == []


def test_nobody_renames_or_removes_the_key_of_another(chair, person):
    client = window()
    signs_in(client, chair)
    adds(client, SoftwareKey())
    key = Authenticator.objects.get(type="webauthn")
    other, stranger = person(Role.DRAFTER, email="other@caspia.example"), window()
    signs_in(stranger, other)
    stranger.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert stranger.post(reverse(name, args=[key.pk]), {"name": "Mine"}).status_code == 404
    client.post(reverse("mfa_edit_webauthn", args=[key.pk]), {"name": "In the drawer"})
    key.refresh_from_db()
    assert str(key) == "In the drawer"


@pytest.mark.parametrize("credential", ["", "{", "[]", "7", "{}", json.dumps({"id": "x" * 30_000})])
def test_what_no_key_answers_is_refused(chair, credential):
    client = window()
    signs_in(client, chair)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(reverse(ADD))
    answer = client.post(reverse(ADD), {"name": "Mine", "credential": credential})
    assert answer.status_code == 200
    assert "error-summary" in answer.content.decode().split("data-shown-on")[0]
    assert kinds_of(chair) == []


def test_an_account_has_a_few_keys(chair):
    for number in range(MOST):
        Authenticator.objects.create(
            user=chair, type="webauthn",
            data={"name": f"Key {number}", "credential": SoftwareKey(number).made("AAAA")},
        )  # fmt: skip
    client = window()
    prove(client, chair)
    answer = adds(client, SoftwareKey(99))
    assert "at most 10 security keys" in answer.content.decode()
    assert len(kinds_of(chair)) == MOST


@pytest.mark.parametrize("language", ["az", "ru"])
def test_the_pages_are_in_the_language_of_the_reader(chair, language):
    client = window()
    client.cookies["django_language"] = language
    signs_in(client, chair)
    adds(client, SoftwareKey(), name="Mənim")
    step_of = window()
    step_of.cookies["django_language"] = language
    step = signs_in(step_of, chair).url
    pages = [client.get(reverse(name)) for name in ("mfa_index", ADD, LIST, USE)] + [step_of.get(step)]
    for page in pages:
        main = page.content.decode().split("<main")[1].split("</main")[0]
        for word in ("ecurity key", "Remove", "browser", "Recovery", " code "):
            assert word not in main.replace("recovery_codes", ""), (page.request["PATH_INFO"], word)
