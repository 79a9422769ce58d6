from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from consultations.access.roles import ROLES
from tests.factories.law import make_user

pytestmark = pytest.mark.django_db


def said():
    out = StringIO()
    call_command("install_roles", stdout=out)
    return dict(line.split(": ", 1) for line in out.getvalue().splitlines())


def test_each_role_is_a_group_with_its_powers():
    Group.objects.all().delete()
    assert said() == {name: f"{len(codes)} permissions" for name, codes in ROLES.items()}
    assert Group.objects.get(name="chair").permissions.filter(codename="approve_release").exists()


def test_a_group_that_bore_the_name_before_is_pointed_out():
    Group.objects.all().delete()
    make_user("somebody", "member")
    assert said()["member"] == f"{len(ROLES['member'])} permissions, stood already with 1 people"
