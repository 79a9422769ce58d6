"""Two changes of the factors of one account wait for each other. Only a real server runs them side by side."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import connection, connections, transaction
from django.urls import reverse

from portal.users.models import User
from portal.users.roles import Role
from portal.users.security_keys import MOST
from tests.consultations.access.test_role_races import BLOCKED, apart
from tests.portal.users.software_keys import SoftwareKey
from tests.portal.users.test_second_factor import PASSWORD, ROLES
from tests.portal.users.test_security_keys import adds, signs_in, window

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


def test_an_account_gets_no_key_too_many_at_once(racer):
    user, client = racer

    def others() -> None:
        for number in range(3, MOST + 1):
            made = {"name": f"Key {number}", "credential": SoftwareKey(number).made("AAAA")}
            Authenticator.objects.create(user=user, type="webauthn", data=made)

    meanwhile(user, others, lambda: adds(client, SoftwareKey(99)))
    assert len(keys_of(user)) == MOST
