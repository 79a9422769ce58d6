"""A person sees, downloads and takes away what the site keeps of them."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from amendments.audit.actor import Actor
from amendments.hooks import PERSONAL_DATA, collect
from consultations.models import Follow
from consultations.models.letter import FollowKind
from portal.users.actions.close_account import CloseAccount
from portal.users.errors import StillActs
from portal.users.models import AccountChange, User
from portal.users.roles import Role
from tests.portal.users.test_sessions import PASSWORD, sign_in

pytestmark = pytest.mark.django_db

FILE, CLOSE = "account_data_file", "account_close"


@pytest.fixture
def here(client, person):
    reader = person()
    sign_in(client, reader)
    reader.saved_searches.create(name="Fees", address="q=fee", language="en")
    return client


def with_password(client, address):
    """What a page that asks for the password again answers to the right one."""
    asked = client.post(address) if address == reverse(CLOSE) else client.get(address)
    assert asked.url.startswith(reverse("account_reauthenticate"))
    return client.post(asked.url, {"password": PASSWORD}, follow=True)


def test_the_page_names_each_kind_with_its_number_and_reason(here, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        page = here.get(reverse("account_data"))
    told = {str(kind.label): kind.count for kind in page.context["kinds"]}
    assert told["Saved searches"] == 1
    assert told["Comments that you wrote"] == 0
    text = page.content.decode()
    assert all(str(kind.kept) in text for kind in collect(PERSONAL_DATA))


def test_everybody_reads_what_is_kept_of_people(client):
    text = client.get(reverse("personal_data")).content.decode()
    assert all(str(kind.label) in text for kind in collect(PERSONAL_DATA))


def test_the_file_holds_the_own_data_and_no_secret(here, person):
    other = person(email="other@caspia.example")
    other.saved_searches.create(name="Secret wish", address="q=secret", language="en")
    answer = with_password(here, reverse(FILE))
    assert answer["Content-Disposition"] == 'attachment; filename="my-data.json"'
    told = json.loads(answer.content)
    assert set(told) == {"made", *(kind.slug for kind in collect(PERSONAL_DATA))}
    assert told["account"][0]["email"] == "reader@caspia.example"
    assert [row["name"] for row in told["saved_searches"]] == ["Fees"]
    text = answer.content.decode()
    reader = User.objects.get(email="reader@caspia.example")
    for secret in (reader.password, reader.saved_searches.get().token, "Secret wish", other.email):
        assert secret not in text
    assert "no-store" in answer["Cache-Control"]


def test_a_closed_account_is_forgotten_but_for_its_name(here, django_capture_on_commit_callbacks):
    reader = User.objects.get(email="reader@caspia.example")
    Follow.objects.create(person=reader, kind=FollowKind.ACT, key="1")
    with django_capture_on_commit_callbacks(execute=True):
        answer = with_password(here, reverse(CLOSE))
    assert "Your account is closed." in answer.content.decode()
    reader.refresh_from_db()
    assert (reader.is_active, reader.name, reader.has_usable_password()) == (False, "Reader", False)
    assert "caspia" not in reader.email
    for rows in (EmailAddress, UserSession, Follow):
        assert not rows.objects.exists()
    assert not reader.saved_searches.exists()
    assert here.get("/en/").context["user"].is_anonymous
    assert sign_in(here, User(email="reader@caspia.example")).status_code == 200  # the form again
    entry = ModelLogEntry.objects.get(action="users.close_account")
    assert "caspia" not in f"{entry.label} {entry.data}"
    [sent] = [one for one in mail.outbox if one.to == ["reader@caspia.example"]]
    assert "is closed, as you asked" in sent.body


def test_no_change_waits_for_a_closed_account_and_none_keeps_an_address(here, person):
    reader, keeper = (
        User.objects.get(email="reader@caspia.example"),
        person(Role.ADMINISTRATOR, email="a@a.example"),
    )
    asked = {"account": reader, "old_address": reader.email, "asked_by": keeper, "asked_at": timezone.now()}
    AccountChange.objects.create(kind="address", value="new@caspia.example", **asked)
    AccountChange.objects.create(kind="role", value="secretary", **asked)
    with_password(here, reverse(CLOSE))
    assert set(AccountChange.objects.values_list("kind", "value", "old_address", "state")) == {
        ("address", "", "", "refused"),
        ("role", "secretary", "", "refused"),
    }


def test_its_address_can_sign_up_again(here, person):
    with_password(here, reverse(CLOSE))
    assert person().is_active


def test_who_has_a_role_is_told_to_give_it_up_first(client, person):
    secretary = person(Role.SECRETARY)
    sign_in(client, secretary)
    with pytest.raises(StillActs):
        CloseAccount(secretary, actor=Actor(secretary, timezone.now())).execute()
    secretary.refresh_from_db()
    assert secretary.is_active
