"""Roles that exclude one another are joined by no way."""

from contextlib import contextmanager

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission

from amendments.audit.actor import Actor
from consultations.access.exclusive_roles import Function, contradiction, functions_of
from consultations.access.roles import install_roles
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.checks import roles_are_kept_apart
from consultations.errors import RolesExclude
from consultations.values import MembershipRole
from tests.factories import consultation as make, law
from tests.shares import telling

pytestmark = pytest.mark.django_db

CONTENT = (
    *("drafter", "legal_reviewer", "secretary", "chair", "member"),
    *("rights_analyst", "rights_head", "rights_reader"),
)
JOINED = [
    ("drafter", "chair"),
    ("secretary", "drafter"),
    *(("administrator", name) for name in (*CONTENT, "handbook_editor", "training_coordinator", "auditor")),
]
ALLOWED = [
    ("secretary", "chair"),  # of two committees
    ("chair", "member"),
    ("rights_head", "member"),
    ("drafter", "legal_reviewer"),  # of another body: the legal check refuses a reviewer who drafts (ADR 15)
    ("administrator", "citizen"),
]


@pytest.fixture(autouse=True)
def roles():
    install_roles()


@contextmanager
def refused(**more):
    with pytest.raises(RolesExclude, **more), transaction.atomic():
        yield


def group(name):
    return Group.objects.get(name=name)


@pytest.mark.parametrize(
    ("one", "other"), [*telling(JOINED, "drafter", "secretary"), *telling((b, a) for a, b in JOINED)]
)
def test_they_are_joined_neither_from_the_person_nor_from_the_group(one, other):
    person = law.make_user("person", one)
    with refused(match="person: One account cannot have these roles together"):
        person.groups.add(group(other))
    with refused():
        group(other).user_set.add(person)
    with refused():
        person.groups.set([group(one), group(other)])
    assert [own.name for own in person.groups.all()] == [one]


@pytest.mark.parametrize(("one", "other"), ALLOWED)
def test_other_roles_go_together(one, other):
    assert contradiction(functions_of(law.make_user("person", one, other))) == ""


def test_a_role_is_changed_for_another_in_one_step():
    person = law.make_user("person", "drafter")
    person.groups.set([group("chair")])
    assert functions_of(person) == {Function.CHAIR, Function.CONTENT}


@pytest.mark.parametrize("role", ["secretary", "chair", "administrator"])
def test_the_drafters_of_a_section_are_drafters_whatever_their_group_is_called(role):
    section = law.make_section()
    person = law.make_user("person", role)
    with refused():
        person.groups.add(group("drafters of Ferry Authority"))
    clerks = Group.objects.create(name="clerks")
    person.groups.add(clerks)
    with refused():
        GroupPagePermission.objects.create(
            group=clerks, page=section, permission=Permission.objects.get(codename="change_page")
        )


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("drafter", "release_version"),
        ("drafter", "approve_release"),
        ("administrator", "read_committee_comments"),
        ("member", "change_user"),
    ],
)
def test_a_group_does_not_get_a_power_that_joins_roles_of_its_people(role, code):
    clerks = Group.objects.create(name="clerks")
    law.make_user("person", role).groups.add(clerks)
    permission = Permission.objects.get(codename=code)
    with refused():
        clerks.permissions.add(permission)
    with refused():
        permission.group_set.add(clerks)
    assert not clerks.permissions.exists()


def test_a_group_is_not_named_like_a_role_that_its_people_may_not_have():
    clerks = Group.objects.create(name="clerks")
    law.make_user("person", "administrator").groups.add(clerks)
    group("training_coordinator").delete()
    clerks.name = "training_coordinator"
    with refused():
        clerks.save()


def test_nobody_of_the_content_keeps_accounts_without_a_group():
    person = law.make_user("person", "member")
    keep = Permission.objects.get(codename="change_user")
    with refused():
        person.user_permissions.add(keep)
    with refused():
        keep.user_set.add(person)
    person.is_superuser = True
    with refused():
        person.save()


def test_the_check_names_who_was_given_roles_beside_the_models():
    person = law.make_user("person", "drafter")
    assert roles_are_kept_apart(None, databases=["default"]) == []
    through = type(person).groups.through
    through.objects.bulk_create([through(user=person, group=group("chair"))])
    (found,) = roles_are_kept_apart(None, databases=["default"])
    assert found.id == "consultations.E005"
    assert "person" in found.msg
    assert roles_are_kept_apart(None) == []


def test_a_superuser_gets_no_role_of_the_content():
    root = law.make_user("root", is_superuser=True)
    with refused():
        root.groups.add(group("member"))


def test_an_administrator_acts_for_no_institution():
    secretary = make.make_person("secretary", "secretary")
    body = make.make_institution(secretary, "body")
    admin = law.make_user("admin", "administrator")
    joining = MemberData(admin, MembershipRole.AUTHOR)
    with refused():
        AddMember(body, joining, actor=Actor.now(secretary)).execute()
    author = make.make_member(secretary, body, "author", MembershipRole.AUTHOR)
    with refused():
        author.groups.add(group("administrator"))
