"""What people change in their own account."""

import pytest
from django.urls import reverse

from portal.users.models import User
from portal.users.roles import Role

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


def test_the_account_page_of_the_editing_desk_is_for_its_people(signed_in):
    assert signed_in().get("/cms/account/", follow=True).status_code == 403
