"""The first page of administrators: changes to confirm, and what a new site still lacks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.committees.give_office import GiveOffice, OfficeData
from consultations.actions.institutions.open_section import OpenSection
from consultations.models import Committee, Institution
from consultations.values import InstitutionType, OfficeKind
from portal.users.actions.ask_change import AskChange
from portal.users.actions.confirm_change import ConfirmChange
from portal.users.models import AccountChange, User
from portal.users.my_work import AccountsWork
from portal.users.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(person):
    return person(Role.ADMINISTRATOR, email="one@caspia.example")


@pytest.fixture
def two(person, one):
    return person(Role.ADMINISTRATOR, email="two@caspia.example")


def titles(user):
    return [task.title for task in AccountsWork().tasks(user, timezone.now())]


def ask(asker, account, role):
    return AskChange(account, AccountChange.Kind.ROLE, role, actor=Actor.now(asker)).execute()


def test_only_who_keeps_the_accounts_has_these_tasks(person, two):
    assert titles(person(Role.AUDITOR, email="auditor@caspia.example")) == []
    assert titles(person(email="other@caspia.example")) == []


def test_changes_wait_for_the_administrator_who_did_not_ask_for_them(person, one, two):
    ask(one, person(email="new@caspia.example"), Role.CHAIR)
    found = AccountsWork().tasks(two, timezone.now())[0]
    assert (found.title, found.count) == ("Confirm or refuse changes of accounts", 1)
    assert found.deadline == AccountChange.objects.get().asked_at + timedelta(days=7)
    assert "Confirm or refuse changes of accounts" not in titles(one)


def test_what_is_over_waits_for_nobody(person, one, two):
    change = ask(one, person(email="new@caspia.example"), Role.CHAIR)
    AccountChange.objects.filter(pk=change.pk).update(asked_at=timezone.now() - timedelta(days=8))
    assert "Confirm or refuse changes of accounts" not in titles(two)


def test_a_lonely_administrator_names_others_and_learns_that_the_server_confirms(person, one):
    task = AccountsWork().tasks(one, timezone.now())[0]
    assert task.title == "Name two administrators"
    assert "Create their accounts" in task.detail
    ask(one, person(email="new@caspia.example"), Role.ADMINISTRATOR)
    assert "confirm_account_change" in AccountsWork().tasks(one, timezone.now())[0].detail


def test_a_superuser_is_none_of_the_two_administrators(one):
    keeper = User.objects.create_superuser(email="root@caspia.example", password=None)
    assert titles(keeper) == ["Name two administrators"]


def test_each_step_of_a_new_site_follows_the_one_before(person, one, two):
    assert titles(one) == ["Found the committee with the office of its secretary"]
    secretary = person(Role.SECRETARY, email="sec@caspia.example")
    committee = Committee.objects.create(slug="committee", name="Committee")
    GiveOffice(committee, OfficeData(secretary, OfficeKind.SECRETARY), actor=Actor.now(one)).execute()
    (task,) = AccountsWork().tasks(one, timezone.now())
    assert (task.title, task.stop) == (
        "Name the first drafting body",
        "The secretary registers the institutions first.",
    )
    office = Institution.objects.create(
        slug="ferry", name="Ferry Office", type=InstitutionType.STATE_BODY, start=timezone.localdate()
    )
    assert AccountsWork().tasks(one, timezone.now())[0].stop == ""
    section = OpenSection(office, actor=Actor.now(one)).execute()
    assert titles(one) == ["Name the drafters of a drafting body"]
    group = section.group_permissions.first().group.name
    ConfirmChange(ask(one, person(email="d@caspia.example"), group), actor=Actor.now(two)).execute()
    assert titles(one) == []


def test_the_tasks_ask_few_questions(person, one, two, django_assert_max_num_queries):
    ask(one, person(email="new@caspia.example"), Role.CHAIR)
    keeper = User.objects.get(pk=two.pk)
    with django_assert_max_num_queries(8):
        AccountsWork().tasks(keeper, timezone.now())
