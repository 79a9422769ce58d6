"""Accounts."""

import pytest
from django.db import IntegrityError

from consultations.access.roles import ROLES
from portal.users.models import User
from portal.users.roles import Role, label_of

pytestmark = pytest.mark.django_db


def test_an_account_needs_no_user_name():
    user = User.objects.create_user("Somebody@CASPIA.example", "secret secret", name="Somebody")
    assert user.email == "somebody@caspia.example"
    assert user.check_password("secret secret")
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_an_address_belongs_to_one_account():
    User.objects.create_user("one@caspia.example")
    with pytest.raises(IntegrityError):
        User.objects.create_user("one@caspia.example")


def test_the_first_account_of_an_installation_has_every_permission():
    user = User.objects.create_superuser("root@caspia.example", "secret secret")
    assert user.has_perm("wagtailadmin.access_admin")


def test_the_first_account_signs_in_without_a_mail(client, mailoutbox):
    User.objects.create_superuser("root@caspia.example", "secret secret", name="Root")
    given = {"login": "root@caspia.example", "password": "secret secret"}
    answer = client.post("/accounts/login/", given)
    assert (answer.status_code, mailoutbox) == (302, [])
    assert "confirm" not in answer.url
    assert client.session["_auth_user_id"]


@pytest.mark.parametrize(("name", "expected"), [("Author", "Author"), ("", "a@caspia.example")])
def test_a_person_is_called_by_name_or_else_by_address(name, expected):
    user = User(email="a@caspia.example", name=name)
    assert {str(user), user.get_full_name(), user.get_short_name()} == {expected}


def test_every_role_has_its_group(django_user_model):
    from django.contrib.auth.models import Group

    assert set(Role.values) <= set(Group.objects.values_list("name", flat=True))


def test_every_group_of_the_apps_is_called_by_words_and_not_by_its_slug():
    assert [name for name in ROLES if label_of(name) == name] == []
