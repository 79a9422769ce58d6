"""Two changes of the factors of one account wait for each other. Only a real server runs them side by side."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import connection, connections, transaction
from django.urls import reverse
from wagtail.models import ModelLogEntry

from amendments.audit.actor import Actor
from portal.users.actions.ask_change import AskChange
from portal.users.actions.confirm_change import ConfirmChange
from portal.users.models import AccountChange, User
from portal.users.roles import Role
from portal.users.security_keys import MOST
from tests.consultations.access.test_role_races import BLOCKED, apart
from tests.portal.users.software_keys import SoftwareKey
from tests.portal.users.test_second_factor import PASSWORD, ROLES, code_of
from tests.portal.users.test_security_keys import ADD, adds, options, signs_in, window

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


@pytest.fixture(autouse=True)
def required(settings):
    settings.MADDA_SECOND_FACTOR_ROLES = ROLES
    settings.ALLOWED_HOSTS = ["localhost"]


def _made() -> tuple[User, "object"]:
    user = User.objects.create_user("races@caspia.example", PASSWORD, name="Racer")
    user.groups.set(Group.objects.filter(name=Role.CHAIR))
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client = window()
    signs_in(client, user)
    for number in (1, 2):
        adds(client, SoftwareKey(number))
    return user, client


@pytest.fixture
def racer():
    """A chair with two keys, committed, and the browser in which both were added."""
    user, client = apart(_made)
    yield user, client
    apart(lambda: User.objects.get(pk=user.pk).delete())


def meanwhile(user, change, post):
    """Post while another transaction has changed the factors and not committed yet."""
    did = Event()

    def first() -> None:
        try:
            with transaction.atomic():
                User.objects.select_for_update().get(pk=user.pk)
                change()
                did.set()
                Event().wait(BLOCKED)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        other = threads.submit(first)
        assert did.wait(10)
        answer = apart(post)
        other.result()
    return answer


def keys_of(user):
    return apart(lambda: list(Authenticator.objects.filter(user=user, type="webauthn").order_by("pk")))


def test_of_two_keys_that_are_removed_at_once_one_stays(racer):
    user, client = racer
    one, other = keys_of(user)
    remove = reverse("mfa_remove_webauthn", args=[other.pk])
    meanwhile(user, one.delete, lambda: client.post(remove))
    assert keys_of(user) == [other]


@pytest.fixture
def removal(racer):
    """The last word on a change that removes all factors of the account: who says it, for which row."""
    user, _client = racer

    def asked() -> ConfirmChange:
        one, two = (
            User.objects.create_user(f"{name}@caspia.example", name=name) for name in ("keeper", "other")
        )
        for keeper in (one, two):
            keeper.groups.set(Group.objects.filter(name=Role.ADMINISTRATOR))
        change = AskChange(user, AccountChange.Kind.FACTOR, "", actor=Actor.now(one)).execute()
        return ConfirmChange(change, actor=Actor.now(two))

    def undo() -> None:
        ModelLogEntry.objects.filter(user__in=[confirm.user, confirm.instance.asked_by]).delete()
        AccountChange.objects.filter(pk=confirm.instance.pk).delete()
        User.objects.filter(pk__in=[confirm.user.pk, confirm.instance.asked_by_id]).delete()

    confirm = apart(asked)
    yield confirm
    apart(undo)


def test_a_key_that_is_added_while_administrators_remove_all_goes_too(racer, removal):
    user, _client = racer
    made = {"name": "Thief", "credential": SoftwareKey(3).made("AAAA")}
    meanwhile(
        user, lambda: Authenticator.objects.create(user=user, type="webauthn", data=made), removal.execute
    )
    assert apart(lambda: Authenticator.objects.filter(user=user).count()) == 0


def key_of(client):
    """A key, and a step that adds it with the challenge that the page gave."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    challenge = options(client.get(reverse(ADD)))["challenge"]
    typed = {"name": "Thief", "credential": json.dumps(SoftwareKey(3).made(challenge))}
    return lambda: client.post(reverse(ADD), typed)


def app_of(client):
    """An app that makes codes, likewise."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    return lambda: client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})


def codes_of(client):
    """New recovery codes, likewise."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return lambda: client.post(reverse("mfa_generate_recovery_codes"))


@pytest.mark.parametrize("prepare", [key_of, app_of, codes_of])
def test_a_session_that_the_removal_ended_adds_nothing(racer, removal, prepare):
    user, client = racer
    answer = meanwhile(user, removal.execute, apart(lambda: prepare(client)))
    assert apart(lambda: Authenticator.objects.filter(user=user).count()) == 0
    assert answer.url == reverse("account_login")


def test_an_account_gets_no_key_too_many_at_once(racer):
    user, client = racer

    def others() -> None:
        for number in range(3, MOST + 1):
            made = {"name": f"Key {number}", "credential": SoftwareKey(number).made("AAAA")}
            Authenticator.objects.create(user=user, type="webauthn", data=made)

    meanwhile(user, others, lambda: adds(client, SoftwareKey(99)))
    assert len(keys_of(user)) == MOST
