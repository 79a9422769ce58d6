"""Two transactions do not give one account roles that exclude one another. Only a real server runs them side by side."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import connection, connections, transaction
from django.db.models import Model

from consultations.access.exclusive_roles import contradiction, functions_of
from consultations.errors import RolesExclude

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]

BLOCKED = 1.0  # seconds that the second one gets while the first has not committed
KEEPS_ACCOUNTS, CHAIRS = "change_user", "approve_release"


def apart(step: Callable[[], Any]) -> Any:
    """Carry out a step in a thread, which has a connection of its own and commits."""

    def work() -> Any:
        try:
            return step()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


class Account:
    """One account and the groups that it may get, all of them committed."""

    def __init__(self) -> None:
        self.person = get_user_model().objects.create_user(email="racer@example.org")
        self.group = Group.objects.create(name="the racer's group")
        self.chairs = Group.objects.create(name="racing chairs")
        self.chairs.permissions.add(permission(CHAIRS))

    def delete(self) -> None:
        rows: list[Model] = [self.person, self.group, self.chairs]
        for row in rows:
            row.delete()


@pytest.fixture
def account() -> Iterator[Account]:
    made = apart(Account)
    yield made
    apart(made.delete)


def permission(code: str) -> Permission:
    return Permission.objects.get(codename=code)


def own_power(account: Account) -> None:
    account.person.user_permissions.add(permission(KEEPS_ACCOUNTS))


def own_power_from_the_other_side(account: Account) -> None:
    permission(KEEPS_ACCOUNTS).user_set.add(account.person)


def joins_the_chairs(account: Account) -> None:
    account.person.groups.add(account.chairs)


def joins_the_group(account: Account) -> None:
    account.person.groups.add(account.group)


def group_keeps_accounts(account: Account) -> None:
    account.group.permissions.add(permission(KEEPS_ACCOUNTS))


def becomes_superuser(account: Account) -> None:
    account.person.is_superuser = True
    account.person.save()


def in_a_transaction(step: Callable[[Account], None], account: Account, *, did: Event, may_end: Event) -> str:
    try:
        with transaction.atomic():
            step(account)
            did.set()
            may_end.wait(BLOCKED)
    except RolesExclude:
        return "refused"
    finally:
        did.set()
        may_end.set()
        connections.close_all()
    return "made"


@pytest.mark.parametrize(
    ("before", "first", "second"),
    [
        ((), own_power, joins_the_chairs),
        ((), own_power_from_the_other_side, joins_the_chairs),
        ((), joins_the_chairs, own_power),
        ((), becomes_superuser, joins_the_chairs),
        ((joins_the_group,), group_keeps_accounts, joins_the_chairs),
        ((joins_the_group,), joins_the_chairs, group_keeps_accounts),
        ((joins_the_chairs,), group_keeps_accounts, joins_the_group),
        ((joins_the_chairs,), joins_the_group, group_keeps_accounts),
    ],
)
def test_of_two_roles_given_at_once_the_second_is_refused(account, before, first, second):
    for step in before:
        apart(lambda step=step: step(account))
    first_did, second_ended, nobody = Event(), Event(), Event()
    nobody.set()
    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(in_a_transaction, first, account, did=first_did, may_end=second_ended)
        assert first_did.wait(10)
        other = threads.submit(in_a_transaction, second, account, did=Event(), may_end=nobody)
        results = [one.result(), other.result()]
    held = apart(lambda: contradiction(functions_of(get_user_model().objects.get(pk=account.person.pk))))
    assert (results, held) == (["made", "refused"], "")
