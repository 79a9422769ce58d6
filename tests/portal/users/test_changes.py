"""What one administrator asks for and another person confirms: addresses and roles (ADR 20)."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from portal.users.actions.ask_change import AskChange
from portal.users.actions.confirm_change import ConfirmByMail, ConfirmChange
from portal.users.errors import AddressTaken, ChangeOver, SecondPersonNeeded
from portal.users.models import AccountChange, User
from portal.users.roles import Role

pytestmark = pytest.mark.django_db

Kind, State = AccountChange.Kind, AccountChange.State
PASSWORD = "a long enough password"


@pytest.fixture
def administrator(signed_in):
    return signed_in(Role.ADMINISTRATOR, email="one@caspia.example")


@pytest.fixture
def other(person, administrator):
    """The browser of a second administrator."""
    browser = Client()
    browser.force_login(
        person(Role.ADMINISTRATOR, email="two@caspia.example"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return browser


@pytest.fixture
def secretary(person):
    return person(Role.SECRETARY, email="secretary@caspia.example")


def groups(*names):
    return list(Group.objects.filter(name__in=names).values_list("pk", flat=True))


def save(browser, account, **changed):
    held = list(account.groups.values_list("pk", flat=True))
    data = {"email": account.email, "name": account.name, "is_active": "on", "groups": held}
    return browser.post(f"/cms/users/edit/{account.pk}/", data | changed, follow=True)


def told():
    return {address for letter in mail.outbox for address in letter.to}


def answer(browser, change, said="confirm"):
    return browser.post(
        reverse("answer_account_change", args=[change.pk]), {"answer": said}, follow=True
    ).content.decode()


def test_an_administrator_does_not_take_over_the_secretary_by_changing_the_address(
    administrator, other, secretary
):
    save(administrator, secretary, email="mallory@caspia.example")
    secretary.refresh_from_db()
    assert secretary.email == "secretary@caspia.example"
    assert told() == {"secretary@caspia.example", "one@caspia.example", "two@caspia.example"}
    mail.outbox.clear()
    administrator.post(reverse("account_reset_password"), {"email": "mallory@caspia.example"})
    assert not any("password/reset/key" in letter.body for letter in mail.outbox)


def test_not_even_the_address_of_an_account_that_nobody_used_yet(administrator, other, secretary):
    secretary.set_unusable_password()
    secretary.save()
    save(administrator, secretary, email="mallory@caspia.example")
    secretary.refresh_from_db()
    assert secretary.email == "secretary@caspia.example"


def test_who_asked_does_not_confirm(administrator, other, secretary):
    save(administrator, secretary, email="mallory@caspia.example")
    change = AccountChange.objects.get()
    assert "Another administrator must confirm this change" in answer(administrator, change)
    secretary.refresh_from_db()
    assert secretary.email == "secretary@caspia.example"
    page = administrator.get(reverse("account_changes")).content.decode()
    assert 'value="confirm"' not in page
    assert 'value="refuse"' in page


def test_another_administrator_confirms_the_address_and_all_are_told(administrator, other, secretary):
    save(administrator, secretary, email="new@caspia.example")
    mail.outbox.clear()
    assert "The change is made." in answer(other, AccountChange.objects.get())
    secretary.refresh_from_db()
    assert secretary.email == "new@caspia.example"
    own = EmailAddress.objects.get(user=secretary)
    assert (own.email, own.primary, own.verified) == ("new@caspia.example", True, False)
    assert told() == {
        "secretary@caspia.example", "new@caspia.example", "one@caspia.example", "two@caspia.example"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "address"), [("confirm", "new@caspia.example"), ("refuse", "secretary@caspia.example")]
)
def test_the_old_address_confirms_or_refuses_by_its_link(administrator, secretary, client, said, address):
    save(administrator, secretary, email="new@caspia.example")
    (letter,) = [letter for letter in mail.outbox if letter.to == ["secretary@caspia.example"]]
    link = re.search(r"(/accounts/change/\S+)", letter.body)[1]
    visitor = Client()
    page = visitor.get(link).content.decode()
    assert "new@caspia.example" in page
    visitor.post(link, {"answer": said})
    secretary.refresh_from_db()
    assert secretary.email == address
    assert "no longer waits" in visitor.get(link).content.decode() or said == "confirm"


def test_only_our_own_links_open_a_change(client):
    assert client.get(reverse("account_change", args=["1:forged:link"])).status_code == 404


def test_the_owner_of_a_new_address_alone_does_not_confirm_a_role(administrator, secretary):
    change = AskChange(secretary, Kind.ROLE, Role.CHAIR, actor=_by("one@caspia.example")).execute()
    with pytest.raises(NotAllowed):
        ConfirmByMail(change, actor=Actor.now(secretary)).execute()


def test_an_administrator_alone_makes_no_secretary(administrator, other):
    data = {"email": "friend@caspia.example", "name": "Friend", "groups": groups("secretary", "citizen")}
    page = administrator.post("/cms/users/new/", data, follow=True).content.decode()
    assert "waits under" in page
    friend = User.objects.get(email="friend@caspia.example")
    assert [group.name for group in friend.groups.all()] == ["citizen"]
    mail.outbox.clear()
    answer(other, AccountChange.objects.get())
    assert friend.groups.filter(name="secretary").exists()
    assert told() == {"friend@caspia.example", "one@caspia.example", "two@caspia.example"}


def test_nor_by_giving_a_role_to_many_at_once(administrator, other, person):
    friend = person(email="friend@caspia.example")
    chair = Group.objects.get(name="chair")
    administrator.post(f"/cms/bulk/users/user/assign_role/?id={friend.pk}", {"role": chair.pk})
    assert not friend.groups.exists()
    answer(other, AccountChange.objects.get())
    assert friend.groups.get() == chair


def test_nor_a_second_administrator_of_their_own(administrator):
    data = {"email": "me@caspia.example", "name": "Me", "groups": groups("administrator")}
    administrator.post("/cms/users/new/", data)
    assert not User.objects.get(email="me@caspia.example").groups.exists()


def test_the_person_of_an_account_does_not_confirm_the_own_role(administrator, person):
    second = person(Role.ADMINISTRATOR, email="two@caspia.example")
    change = AskChange(second, Kind.ROLE, Role.AUDITOR, actor=_by("one@caspia.example"))
    with pytest.raises(Exception, match="cannot have these roles together"):
        change.execute()
    change = AskChange(second, Kind.ADDRESS, "x@caspia.example", actor=_by("one@caspia.example")).execute()
    with pytest.raises(SecondPersonNeeded):
        ConfirmChange(change, actor=Actor.now(second)).execute()


def test_a_role_that_is_taken_away_is_gone_at_once_and_told(administrator, other, secretary):
    save(administrator, secretary, groups=[])
    assert not secretary.groups.exists()
    assert told() == {"secretary@caspia.example", "one@caspia.example", "two@caspia.example"}


def test_roles_that_exclude_one_another_are_refused_in_the_form(administrator, secretary):
    page = save(administrator, secretary, groups=groups("secretary", "drafter"))
    assert "cannot have these roles together" in page.content.decode()
    assert not AccountChange.objects.exists()


def test_a_change_is_confirmed_once_and_within_a_week(administrator, other, secretary):
    change = AskChange(
        secretary, Kind.ADDRESS, "new@caspia.example", actor=_by("one@caspia.example")
    ).execute()
    assert (
        AskChange(secretary, Kind.ADDRESS, "new@caspia.example", actor=_by("one@caspia.example")).execute()
        == change
    )
    AccountChange.objects.update(asked_at=timezone.now() - timedelta(days=8))
    with pytest.raises(ChangeOver):
        ConfirmChange(change, actor=_by("two@caspia.example")).execute()
    again = AskChange(
        secretary, Kind.ADDRESS, "new@caspia.example", actor=_by("one@caspia.example")
    ).execute()
    assert again != change
    ConfirmChange(again, actor=_by("two@caspia.example")).execute()
    with pytest.raises(ChangeOver):
        ConfirmChange(again, actor=_by("two@caspia.example")).execute()


def test_an_address_of_somebody_else_is_refused(administrator, secretary, person):
    person(email="taken@caspia.example")
    for address in ("taken@caspia.example", "Taken@caspia.example"):
        assert "Another account has this address" in save(
            administrator, secretary, email=address
        ).content.decode() or (not AccountChange.objects.exists())
        with pytest.raises(AddressTaken):
            AskChange(secretary, Kind.ADDRESS, address, actor=_by("one@caspia.example")).execute()


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.AUDITOR, Role.DRAFTER])
def test_others_neither_see_nor_answer_changes(signed_in, person, role):
    account, admin = (
        person(email="reader2@caspia.example"),
        person(Role.ADMINISTRATOR, email="one@caspia.example"),
    )
    change = AskChange(account, Kind.ROLE, Role.MEMBER, actor=Actor.now(admin)).execute()
    browser = signed_in(role, email="x@caspia.example")
    assert browser.get(reverse("account_changes")).status_code == 302  # as Wagtail refuses
    browser.post(reverse("answer_account_change", args=[change.pk]), {"answer": "confirm"})
    change.refresh_from_db()
    assert change.state == State.WAITING


def test_the_shell_of_the_server_confirms_on_a_site_with_one_administrator(administrator, secretary, capsys):
    change = AskChange(
        secretary, Kind.ADDRESS, "new@caspia.example", actor=_by("one@caspia.example")
    ).execute()
    call_command("confirm_account_change")
    assert f"{change.pk}  " in capsys.readouterr().out
    call_command("confirm_account_change", str(change.pk))
    change.refresh_from_db()
    assert (change.state, change.decided_by) == (State.MADE, None)
    with pytest.raises(CommandError, match="No change"):
        call_command("confirm_account_change", str(change.pk))


def test_administrators_are_told_when_a_person_with_powers_takes_a_new_address(
    administrator, secretary, client
):
    browser = Client()
    browser.post(reverse("account_login"), {"login": secretary.email, "password": PASSWORD})
    browser.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    EmailAddress.objects.create(user=secretary, email="new@caspia.example", verified=True)
    mail.outbox.clear()
    browser.post(reverse("account_email"), {"action_primary": "", "email": "new@caspia.example"})
    secretary.refresh_from_db()
    assert secretary.email == "new@caspia.example"
    assert {"secretary@caspia.example", "one@caspia.example"} <= told()


def test_the_own_address_is_not_changed_with_an_open_browser_alone(signed_in):
    browser = signed_in()  # signed in without a password, as an old session is
    answer = browser.post(reverse("account_email"), {"action_add": "", "email": "new@caspia.example"})
    assert answer.url.startswith(reverse("account_reauthenticate"))
    assert not EmailAddress.objects.filter(email="new@caspia.example").exists()


def test_the_list_of_changes_is_paged_with_few_queries(
    administrator, secretary, django_assert_max_num_queries
):
    admin = User.objects.get(email="one@caspia.example")
    AccountChange.objects.bulk_create(
        AccountChange(
            account=secretary, kind=Kind.ADDRESS, value=f"{n}@x.example", old_address="a@x.example",
            asked_by=admin, asked_at=timezone.now(), state=State.REFUSED if n % 2 else State.WAITING,
        )
        for n in range(90)
    )  # fmt: skip
    administrator.get(reverse("account_changes"))
    with django_assert_max_num_queries(16):
        page = administrator.get(reverse("account_changes"))
    assert len(page.context["page"]) == 20


def _by(email):
    return Actor.now(User.objects.get(email=email))


def test_a_lonely_administrator_is_told_where_changes_are_confirmed(administrator):
    assert "confirm_account_change" in administrator.get(reverse("account_changes")).content.decode()


def test_one_of_several_is_not(administrator, other):
    assert "confirm_account_change" not in administrator.get(reverse("account_changes")).content.decode()
