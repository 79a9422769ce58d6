"""Who sets a password by the mailed link needs no second mail to confirm the address."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from consultations.models import LetterSettings
from portal.users.models import User
from portal.users.roles import Role

pytestmark = pytest.mark.django_db
NEW, PASSWORD = "new@caspia.example", "a long enough password"


def sets_a_password(client, address):
    client.post(reverse("account_reset_password"), {"email": address})
    link = re.search(r"(/accounts/password/reset/key/\S+)", mail.outbox[-1].body)[1]
    form = client.get(link, follow=True)
    return client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD}, follow=True)


def signs_in(client):
    return client.post(reverse("account_login"), {"login": NEW, "password": PASSWORD})


def test_the_owner_of_a_new_account_signs_in_right_after_the_password_is_set(client):
    User.objects.create_user(NEW, None)
    done = sets_a_password(client, NEW).content.decode()
    assert f'href="{reverse("account_login")}"' in done
    assert signs_in(client).url == "/"
    assert EmailAddress.objects.get(user__email=NEW).verified


def test_an_account_with_a_second_address_still_confirms(client):
    account = User.objects.create_user(NEW, None)
    EmailAddress.objects.create(user=account, email=NEW, primary=True)
    EmailAddress.objects.create(user=account, email="other@caspia.example")
    sets_a_password(client, NEW)
    assert not EmailAddress.objects.filter(user=account, verified=True).exists()


def test_a_new_account_is_written_to_in_the_language_of_its_administrator(signed_in):
    browser = signed_in(Role.ADMINISTRATOR, email="one@caspia.example")
    keeper = User.objects.get(email="one@caspia.example")
    LetterSettings.objects.update_or_create(person=keeper, defaults={"language": "az"})
    browser.post("/cms/users/new/", {"email": NEW, "name": "New", "groups": []})
    (letter,) = [one for one in mail.outbox if one.to == [NEW]]
    assert "hesab" in letter.body
