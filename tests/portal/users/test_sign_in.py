"""Signing in with an e-mail address on one page."""

import re
from errno import ENOSPC

import pytest
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError
from django.urls import reverse

from amendments.mailing.delivery import ServerDown, deliver
from amendments.models import OutgoingMail
from portal.demo.models import SentMail
from portal.users.adapter import AccountAdapter
from portal.users.models import User
from portal.users.roles import Role
from search.mails import send
from search.models.saved import SavedSearch

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


@pytest.mark.parametrize("kind", ["account_reset_password", "account_signup", "unknown"])
def test_mails_of_accounts_name_the_configured_address_and_no_host_of_the_request(
    client, person, settings, kind
):
    settings.WAGTAILADMIN_BASE_URL = "https://caspia.example"
    person()
    data = {"email": "reader@caspia.example", "name": "Rana", "password1": PASSWORD, "password2": PASSWORD}
    if kind == "unknown":
        data["email"] = "nobody@caspia.example"
    name = "account_reset_password" if kind == "unknown" else kind
    client.post(reverse(name), data, headers={"host": "evil.example"})
    (message,) = mail.outbox
    said = f"{message.subject}\n{message.body}"
    assert "https://caspia.example/accounts/" in said
    assert message.subject.startswith("[Madda] ")
    assert "evil.example" not in said
    assert "example.com" not in said


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
        {"email": "new@caspia.example", "name": "Rana", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert not User.objects.get().emailaddress_set.get().verified
    letter = SentMail.objects.get()
    link = re.search(r"https?://[^/]+(/accounts/confirm-email/\S+)", letter.body)[1]
    assert link in client.get(reverse("outbox")).content.decode()
    client.post(link)
    assert User.objects.get().emailaddress_set.get().verified


def test_whoever_signs_up_gives_the_name_under_which_they_comment(client):
    """The mail does not call the person by the first half of the address."""
    data = {"email": "rana.q@caspia.example", "password1": PASSWORD, "password2": PASSWORD}
    unnamed = client.post(reverse("account_signup"), data)
    assert not User.objects.exists()
    assert unnamed.context["form"].errors["name"]
    client.post(reverse("account_signup"), {**data, "name": "Rana Quliyeva"})
    assert User.objects.get().name == "Rana Quliyeva"
    (message,) = mail.outbox
    assert "user Rana Quliyeva has" in message.body
    assert "user rana.q" not in message.body


def test_the_limits_of_signing_in_know_the_address_behind_counted_proxies(rf, settings):
    request = rf.get("/", headers={"X-Forwarded-For": "203.0.113.1"}, REMOTE_ADDR="10.0.0.1")
    assert get_adapter(request).get_client_ip(request) == "10.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert get_adapter(request).get_client_ip(request) == "203.0.113.1"


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


@pytest.fixture
def dead_mail_server(settings):
    settings.EMAIL_BACKEND = "amendments.mailing.backend.Outbox"
    settings.MADDA_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9  # nobody listens


@pytest.mark.parametrize("address", ["new@caspia.example", "reader@caspia.example"])
def test_signing_up_answers_the_same_whoever_asks_and_while_mail_is_down(
    client, person, dead_mail_server, address
):
    person()
    data = {"email": address, "name": "Rana", "password1": PASSWORD, "password2": PASSWORD}
    answer = client.post(reverse("account_signup"), data)
    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert OutgoingMail.objects.get().recipients == address


@pytest.mark.parametrize("address", ["nobody@caspia.example", "reader@caspia.example"])
def test_a_new_password_is_asked_for_with_the_same_answer(client, person, dead_mail_server, address):
    person()
    answer = client.post(reverse("account_reset_password"), {"email": address})
    assert (answer.status_code, answer.url) == (302, reverse("account_reset_password_done"))
    assert OutgoingMail.objects.get().recipients == address


def test_no_account_is_half_made(client, dead_mail_server, monkeypatch):
    def fail(*_args, **_kwargs):
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("amendments.mailing.backend.Outbox.send_messages", fail)
    client.raise_request_exception = False
    data = {"email": "new@caspia.example", "name": "Rana", "password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("account_signup"), data).status_code == 503
    assert not User.objects.exists()
    monkeypatch.undo()
    cache.clear()  # one mail in three minutes for an address
    assert client.post(reverse("account_signup"), data).status_code == 302
    assert OutgoingMail.objects.exists()


def test_an_address_that_signs_up_twice_at_once_is_answered_twice_the_same(client, monkeypatch):
    real, others = AccountAdapter.save_user, iter([True])

    def somebody_was_faster(*args, **more):
        if next(others, False):
            raise IntegrityError
        return real(*args, **more)

    monkeypatch.setattr(AccountAdapter, "save_user", somebody_was_faster)
    data = {"email": "new@caspia.example", "name": "Rana", "password1": PASSWORD, "password2": PASSWORD}
    answer = client.post(reverse("account_signup"), data)
    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert User.objects.count() == 1


def test_alerts_of_the_search_are_rows_too(person, dead_mail_server):
    saved = SavedSearch.objects.create(owner=person(), name="Fares", address="q=fare", language="en")
    send(saved, [])
    assert OutgoingMail.objects.get().recipients == "reader@caspia.example"


def test_who_may_not_enter_the_editing_desk_is_told_so_once(client, person):
    person()
    sign_in(client)
    assert client.get("/cms/", follow=True).status_code == 403
    assert "permission to access the admin" not in client.get("/en/").content.decode()
