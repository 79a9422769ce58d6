"""Signing in with an e-mail address on one page."""

import re

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse

from amendments.mailing.delivery import ServerDown, deliver
from amendments.models import OutgoingMail
from portal.demo.models import SentMail
from portal.users.adapter import attempted_address, client_address
from portal.users.models import User
from portal.users.roles import Role

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"


def sign_in(client, email="reader@caspia.example", password=PASSWORD, following=""):
    return client.post(
        reverse("account_login"), {"login": email, "password": password, "next": following}, follow=False
    )


def test_the_address_is_the_login_and_case_does_not_matter(client, person):
    person()
    assert sign_in(client, "Reader@Caspia.example").status_code == 302
    assert client.get("/en/").context["user"].email == "reader@caspia.example"


def test_a_wrong_password_keeps_the_address_and_points_to_the_field(client, person):
    person()
    page = sign_in(client, password="wrong").content.decode()
    assert 'value="reader@caspia.example"' in page
    assert 'class="error-summary"' in page


def test_a_deactivated_person_does_not_come_in(client, person):
    person(is_active=False)
    sign_in(client)
    assert not client.get("/en/").context["user"].is_authenticated


@pytest.mark.parametrize("address", ["/cms/", "/cms/pages/", "/cms/login/"])
def test_the_editing_desk_sends_to_the_one_door_and_back(client, person, address):
    person(Role.ADMINISTRATOR)
    step = client.get(address, follow=True)
    door, _status = step.redirect_chain[-1]
    assert door.startswith("/accounts/login/?next=/cms/")
    back = sign_in(client, following=step.context["redirect_field_value"])
    assert back.url.startswith("/cms/")


def test_wagtails_own_login_form_is_gone(client, person):
    person(Role.ADMINISTRATOR)
    client.post("/cms/login/", {"username": "reader@caspia.example", "password": PASSWORD})
    assert client.get("/cms/").status_code == 302


def test_the_editing_desk_refuses_a_reader_instead_of_sending_them_in_circles(signed_in):
    response = signed_in(Role.MEMBER).get("/cms/", follow=True)
    assert response.status_code == 403


def test_the_door_keeps_nobody_on_a_foreign_address(client, person):
    person()
    assert "elsewhere" not in sign_in(client, following="https://elsewhere.example/").url


def test_a_second_factor_is_asked_before_the_editing_desk_opens(client, person):
    user = person(Role.ADMINISTRATOR)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "A" * 32})
    assert sign_in(client, following="/cms/").url.startswith(reverse("mfa_authenticate"))
    assert client.get("/cms/").status_code == 302


def test_passwords_are_managed_in_one_place(client):
    assert client.get("/cms/password_reset/", follow=True).status_code == 404


def test_signing_up_confirms_the_address_by_a_mail_of_the_outbox(client, settings):
    settings.EMAIL_BACKEND = "portal.demo.outbox.Backend"
    client.post(
        reverse("account_signup"),
        {"email": "new@caspia.example", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert not User.objects.get().emailaddress_set.get().verified
    letter = SentMail.objects.get()
    link = re.search(r"http://testserver(/accounts/confirm-email/\S+)", letter.body)[1]
    assert link in client.get(reverse("outbox")).content.decode()
    client.post(link)
    assert User.objects.get().emailaddress_set.get().verified


def test_a_new_account_is_called_by_its_address_until_it_has_a_name(client):
    client.post(
        reverse("account_signup"),
        {"email": "new@caspia.example", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert User.objects.get().name == "new"
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("credentials", "posted", "expected"),
    [
        ({"email": "A@b.example"}, {}, "a@b.example"),
        ({"username": "c@b.example"}, {}, "c@b.example"),
        (None, {"login": "d@b.example"}, "d@b.example"),
        (None, {}, ""),
    ],
)
def test_failures_are_counted_for_the_account_that_was_tried(rf, credentials, posted, expected):
    assert attempted_address(rf.post("/", posted), credentials) == expected


def test_guessing_locks_the_account_for_the_guesser_only(client, person, settings):
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 3
    settings.ACCOUNT_RATE_LIMITS = {}
    person()
    person(email="other@caspia.example")
    for _attempt in range(3):
        sign_in(client, password="wrong")
    assert sign_in(client).status_code != 302
    assert sign_in(client, "other@caspia.example").status_code == 302


@pytest.fixture
def fails(client, settings):
    """Tries a wrong password from an address, through a proxy; answers with the status."""
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 2
    settings.ACCOUNT_RATE_LIMITS = {}

    def tried(*forwarded):
        client.defaults["HTTP_X_FORWARDED_FOR"] = ", ".join(forwarded)
        client.defaults["REMOTE_ADDR"] = "10.0.0.1"
        return sign_in(client, password="wrong").status_code

    return tried


def test_a_forwarded_address_is_not_believed_of_itself(person, fails):
    person()
    assert [fails("203.0.113.1"), fails("203.0.113.2"), fails("203.0.113.3")] == [200, 429, 429]


@pytest.mark.parametrize("proxies", [1, 2])
def test_behind_proxies_that_are_counted_each_client_is_locked_alone(person, fails, settings, proxies):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    person()
    inner = ["10.0.0.2"] * (proxies - 1)
    assert fails("203.0.113.1", *inner) == 200
    assert (
        fails("198.51.100.7", "203.0.113.1", *inner) == 429
    )  # what the client writes itself changes nothing
    assert fails("203.0.113.1", "203.0.113.2", *inner) == 200


def test_the_limits_of_signing_in_know_the_same_address(rf, settings):
    request = rf.get("/", headers={"X-Forwarded-For": "203.0.113.1"}, REMOTE_ADDR="10.0.0.1")
    assert client_address(request) == "10.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert client_address(request) == get_adapter(request).get_client_ip(request) == "203.0.113.1"


def test_a_mail_server_that_is_down_breaks_no_page(client, person, settings):
    settings.EMAIL_BACKEND = "amendments.mailing.backend.Outbox"
    settings.MADDA_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9  # nobody listens
    person()
    answer = client.post(reverse("account_reset_password"), {"email": "reader@caspia.example"})
    assert answer.status_code == 302
    with pytest.raises(ServerDown):
        deliver()
    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.recipients) == (OutgoingMail.State.WAITING, "reader@caspia.example")
    settings.MADDA_MAIL_TRANSPORT = "portal.demo.outbox.Backend"
    OutgoingMail.objects.update(due_at=mail.written_at)
    deliver()
    assert "/accounts/password/reset/" in SentMail.objects.get().body
    assert OutgoingMail.objects.get().content == {}  # the link is nowhere but in the mail
