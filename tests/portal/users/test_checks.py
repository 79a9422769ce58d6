"""A misspelt role in the settings is told before anybody relies on it."""

import pytest
from django.contrib.auth.models import Group
from django.core import checks
from django.db import connection
from django.utils import timezone

from portal.home.health import site
from portal.settings.cache import ALIAS
from portal.users.checks import cache_has_its_table

pytestmark = pytest.mark.django_db


def said():
    return [one for one in checks.run_checks(databases=["default"]) if one.id == "users.E001"]


def test_a_role_that_does_not_exist_is_told_with_those_that_do(settings):
    settings.MADDA_SECOND_FACTOR_ROLES = ("chair", "secretery")
    (message,) = said()
    assert "'secretery'" in message.msg
    assert "administrator, auditor" in message.hint
    assert "secretary" in message.hint


def test_the_doctor_calls_it_a_fault(settings):
    settings.MADDA_SECOND_FACTOR_ROLES = ("secretery",)
    (found,) = (one for one in site.system_checks(timezone.now()) if one.thing == "check users.E001")
    assert found.grade == "fault"


def test_a_group_of_the_deployment_is_a_role_too(settings):
    settings.MADDA_SECOND_FACTOR_ROLES = ("drafters of the ministry",)
    assert said()
    Group.objects.create(name="drafters of the ministry")
    assert not said()


@pytest.mark.parametrize("roles", [(), ("chair", "administrator")])
def test_nothing_is_told_of_right_names(settings, roles):
    settings.MADDA_SECOND_FACTOR_ROLES = roles
    assert not said()


@pytest.mark.parametrize(("tables", "warned"), [([], ["users.W001"]), (["madda_cache"], [])])
def test_a_cache_without_its_table_is_told(settings, monkeypatch, tables, warned):
    monkeypatch.setattr(connection.introspection, "table_names", lambda _cursor=None: ["auth_group", *tables])
    monkeypatch.setattr("portal.users.checks.connections", {ALIAS: connection})
    monkeypatch.setitem(settings.DATABASES, ALIAS, {})
    found = cache_has_its_table(None, databases=["default"])
    assert [one.id for one in found] == warned
    assert all("createcachetable --database cache" in one.hint for one in found)
    assert cache_has_its_table(None, databases=None) == []
