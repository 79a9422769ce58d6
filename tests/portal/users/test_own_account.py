"""What people change in their own account."""

from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from amendments.audit.actor import Actor
from portal.users.actions.ask_change import AskChange
from portal.users.links import link_to
from portal.users.models import AccountChange, User
from portal.users.roles import Role
from tests.factories.files import png

pytestmark = pytest.mark.django_db


def test_people_say_how_they_want_to_be_called(signed_in):
    client = signed_in()
    page = client.post(reverse("account_name"), {"name": "Author, Bar Chamber"}, follow=True)
    assert User.objects.get().name == "Author, Bar Chamber"
    assert "Your name is saved" in page.content.decode()


def test_an_account_is_never_without_a_name(signed_in):
    page = signed_in().post(reverse("account_name"), {"name": " "})
    assert User.objects.get().name == "Reader"
    assert "error-summary" in page.content.decode()


def test_a_name_that_reads_otherwise_than_it_is_stored_is_refused(signed_in):
    page = signed_in().post(reverse("account_name"), {"name": "\u202erebmahC raB"})
    assert "U+202E" in page.content.decode()
    assert User.objects.get().name == "Reader"


def test_the_name_is_asked_from_its_owner_only(client):
    assert client.get(reverse("account_name")).url.startswith(reverse("account_login"))


def test_the_editing_desk_asks_for_one_name_and_no_address_or_password(signed_in):
    client = signed_in(Role.ADMINISTRATOR)
    page = client.get("/cms/account/").content.decode()
    assert 'name="name_email-name"' in page
    assert "first_name" not in page
    assert "password" not in page.split("<main")[1]
    fields = {"name_email-name": "Another", "locale-preferred_language": "", "theme-theme": "system"}
    theme = {"theme-density": "default", "theme-contrast": "system", "theme-keyboard_shortcuts": "on"}
    answer = client.post("/cms/account/", fields | theme)
    assert answer.status_code == 302
    assert User.objects.get().name == "Another"


def test_the_editing_desk_takes_no_picture_of_a_person_because_it_is_shown_nowhere(signed_in):
    client = signed_in(Role.ADMINISTRATOR)
    assert "avatar-avatar" not in client.get("/cms/account/").content.decode()
    typed = {"name_email-name": "Reader", "locale-preferred_language": "", "theme-theme": "system"}
    typed |= {"theme-density": "default", "theme-contrast": "system"}
    picture = SimpleUploadedFile("seal.png", png())
    assert client.post("/cms/account/", typed | {"avatar-avatar": picture}).status_code == 302
    assert not UserProfile.objects.exclude(avatar="").exists()
    assert "#avatar-section" not in client.get("/cms/").content.decode()


def test_the_account_page_of_the_editing_desk_is_for_its_people(signed_in):
    assert signed_in().get("/cms/account/", follow=True).status_code == 403


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u200b\u200b", "Reader"),
        ("\u3164", "Reader"),
        ("J.\u200b Kerr\ufeff", "J. Kerr"),
        ("a\u2028b", "a b"),
        ("E. Pell\r\nBcc: evil", "E. Pell Bcc: evil"),
    ],
)
def test_a_name_keeps_nothing_that_nobody_sees(signed_in, typed, kept):
    page = signed_in().post(reverse("account_name"), {"name": typed}, follow=True).content.decode()
    assert User.objects.get().name == kept
    assert ("error-summary" in page.split("data-shown-on")[0]) is (kept == "Reader")


@pytest.mark.parametrize("said", ["accept", ""])
def test_a_change_of_an_account_is_neither_made_nor_refused_by_another_word(signed_in, person, said):
    administrator, owner = signed_in(Role.ADMINISTRATOR), person(email="owner@caspia.example")
    asked = Actor.now(person(Role.ADMINISTRATOR, email="asks@caspia.example"))
    change = AskChange(owner, AccountChange.Kind.ADDRESS, "new@caspia.example", actor=asked).execute()
    desk, own = reverse("answer_account_change", args=[change.pk]), urlsplit(link_to(change)).path
    for browser, address in ((administrator, desk), (Client(), own)):
        assert browser.post(address, {"answer": said}).status_code == 400
    change.refresh_from_db()
    assert change.state == AccountChange.State.WAITING
