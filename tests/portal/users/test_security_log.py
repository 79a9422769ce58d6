"""The log of who signed in and of what was refused."""

import logging
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from portal.users.roles import Role
from portal.users.security_log import NoteRefusals
from tests.portal.users.test_second_factor import code_of

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"


@pytest.fixture
def lines(caplog):
    """The messages of the log of security, which goes to a handler of its own."""
    logger = logging.getLogger("madda.security")
    logger.addHandler(caplog.handler)
    yield lambda: [one.getMessage() for one in caplog.records if one.name == "madda.security"]
    logger.removeHandler(caplog.handler)


def sign_in(client, login, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": login, "password": password})


def test_it_is_written_whatever_the_level_of_the_rest(settings):
    rules = settings.LOGGING["loggers"]["madda.security"]
    assert (rules["level"], rules["handlers"], rules["propagate"]) == ("INFO", ["security"], False)
    assert "level" not in settings.LOGGING["handlers"]["security"]


def test_every_sign_in_and_every_failure_has_a_line_with_account_and_place(person, lines):
    user = person()
    client = Client(REMOTE_ADDR="203.0.113.1")
    sign_in(client, user.email, "my other password")
    sign_in(client, "my-secret-in-the-wrong-field@x.example")
    sign_in(client, user.email)
    client.post(reverse("account_logout"))
    assert lines() == [
        f"wrong password account={user.pk} from=203.0.113.1",
        "wrong password account=none from=203.0.113.1",
        f"signed in account={user.pk} from=203.0.113.1",
        f"signed out account={user.pk} from=203.0.113.1",
    ]


def test_a_locked_place_that_tries_again_has_a_line(person, lines):
    user = person()
    for _try in range(6):
        sign_in(Client(), user.email, "wrong")
    assert lines()[-1] == f"refused while locked account={user.pk} from=127.0.0.1"


def test_codes_of_a_second_factor_have_lines(person, lines):
    user, secret = person(), generate_totp_secret()
    TOTP.activate(user, secret)
    client = Client()
    sign_in(client, user.email)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert [line.partition(" account")[0] for line in lines()] == [
        "wrong code",
        "second factor shown",
        "signed in",
    ]
    assert not [line for line in lines() if f"account={user.pk} " not in line]
    again = Client()
    sign_in(again, user.email)
    again.post(reverse("mfa_authenticate"), {"code": code_of(secret)})  # a code that was used already
    assert lines()[-1].startswith("wrong code")
    assert "000000" not in str(lines())


def test_a_new_password_has_a_line(person, lines):
    user = person()
    client = Client()
    sign_in(client, user.email)
    data = {"oldpassword": PASSWORD, "password1": "another long one", "password2": "another long one"}
    client.post(reverse("account_change_password"), data)
    assert f"password changed account={user.pk} from=127.0.0.1" in lines()


def test_what_is_refused_has_a_line_with_who_asked(signed_in, lines):
    client = signed_in(Role.MEMBER)
    user = client.get("/en/").context["user"]
    client.get("/cms/", follow=True)
    assert f"refused GET /cms/login/ account={user.pk} from=127.0.0.1" in lines()


def test_what_is_hidden_has_a_line_too_and_an_address_without_a_view_has_none(signed_in, lines):
    client = signed_in(Role.MEMBER)
    user = client.get("/en/").context["user"]
    address = reverse("amendments:version", args=[uuid4()])
    assert client.get(address).status_code == 404
    client.get("/nothing/")
    Client().get(address)
    told = [line for line in lines() if line.startswith("refused")]
    assert told == [f"refused GET {address} account={user.pk} from=127.0.0.1"]


def test_a_form_without_its_token_has_a_line_and_secrets_of_links_stay_out(lines):
    Client(enforce_csrf_checks=True).post("/accounts/unlock/a-secret-of-a-link/")
    assert lines() == ["refused POST /accounts/… account=none from=127.0.0.1"]


def test_secrets_of_links_stay_out_below_a_prefix_of_the_server_too(rf, lines):
    request = rf.get("/accounts/unlock/a-secret-of-a-link/", SCRIPT_NAME="/madda")
    request.user = AnonymousUser()
    NoteRefusals(lambda _request: HttpResponse(status=403))(request)
    assert lines() == ["refused GET /accounts/… account=none from=127.0.0.1"]


def test_an_address_forges_no_line(rf, lines):
    request = rf.get("/acts/%0Asigned in account=1")
    request.user = AnonymousUser()
    NoteRefusals(lambda _request: HttpResponse(status=403))(request)
    assert lines() == ["refused GET /acts/%0Asigned%20in%20account%3D1 account=none from=127.0.0.1"]


def test_a_method_that_an_address_does_not_take_and_a_broken_request_have_lines(lines):
    client = Client(raise_request_exception=False)
    assert client.delete("/search/suggest/").status_code == 405
    assert client.get("/accessibility/?a=%00").status_code == 400
    assert lines() == [
        "refused DELETE /search/suggest/ account=none from=127.0.0.1",
        "refused GET /accessibility/ account=none from=127.0.0.1",
    ]
