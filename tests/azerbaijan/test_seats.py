"""The seats of the Steering Committee, which a site of its own loads."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from consultations.access.roles import install_roles
from consultations.models import Institution, Seat
from tests.factories import consultation as make, law


@pytest.fixture
def people(db):
    install_roles()
    law.make_section()
    return make.make_person("secretary", "secretary"), make.make_person("admin", "administrator")


def load(people):
    secretary, admin = people
    call_command("load_seats", user=secretary.email, keeper=admin.email, verbosity=0)


def test_the_seats_are_given_once(people, capsys):
    load(people)
    load(people)
    assert Seat.objects.filter(committee__slug="project-steering-committee").count() == 15
    assert Institution.objects.count() == 15
    assert capsys.readouterr().out.splitlines() == ["Project Steering Committee: 15 seats"] * 2


def test_they_are_not_mixed_with_the_fictional_bodies_of_a_demo(people):
    Institution.objects.create(
        slug="ministry-of-justice", name="Ministry of Justice", start=date(2020, 1, 1), is_fictional=True
    )
    with pytest.raises(CommandError, match="site of its own"):
        load(people)
    assert Institution.objects.count() == 1


def test_an_account_that_is_none_is_named(people):
    with pytest.raises(CommandError, match=r"no account nobody@example\.invalid"):
        call_command("load_seats", user="nobody@example.invalid", keeper=people[1].email)
