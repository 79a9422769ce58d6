"""People of the site."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.cache import cache

from portal.users import even_time
from portal.users.models import User
from portal.users.roles import Role

PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def fresh_limits():
    """Rate limits are counted in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """Answers that hide how long they took do not hide it from the tests."""
    monkeypatch.setattr(even_time, "STEP", 0.001)


@pytest.fixture
def person(db):
    """Makes an account with a confirmed address and the roles named."""

    def make(*roles: Role, email: str = "reader@caspia.example", **extra) -> User:
        user = User.objects.create_user(email, PASSWORD, name="Reader", **extra)
        user.groups.set(Group.objects.filter(name__in=roles))
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        return user

    return make


@pytest.fixture
def signed_in(client, person):
    """The test client, signed in as a new account with these roles."""

    def make(*roles: Role, **extra):
        client.force_login(person(*roles, **extra), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return make
