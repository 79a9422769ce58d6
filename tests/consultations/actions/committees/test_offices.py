"""Offices are given and ended, each with its days; who holds none has no power of a committee."""

import pytest
from django.contrib.auth import get_user_model

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.permissions import holds, holds_on
from consultations.access.permissions import gives_individual_views
from consultations.access.powers import Power
from consultations.actions.committees.end_office import EndOffice
from consultations.actions.committees.give_office import GiveOffice, OfficeData
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.errors import (
    CommitteeNameTaken,
    EndsBeforeStart,
    EndsEarlierAlready,
    OfficeStands,
    OwnOffice,
    RoleFirst,
)
from consultations.models import Committee, Office
from consultations.values import MembershipRole, OfficeKind
from tests.factories import law
from tests.factories.consultation import DAY, NOW

TODAY = NOW.date()


def again(person):
    return get_user_model().objects.get(pk=person.pk)


def give(world, person, *, by="admin", committee=None, **data):
    if person != world.admin:
        law.join(person, "secretary")
    given = OfficeData(person, OfficeKind.SECRETARY, **data)
    return GiveOffice(committee or law.make_committee(), given, actor=Actor.now(getattr(world, by))).execute()


def test_an_office_opens_its_screens_and_its_powers(world):
    citizen = world.citizen
    assert gives_individual_views(citizen)
    row = give(world, citizen)
    assert str(row) == f"Committee: {citizen} (secretary)"
    assert row.history.get().actor_label == str(world.admin)
    assert holds_on(again(citizen), Power.OPEN_ROUND, world.amendment)
    assert not gives_individual_views(again(citizen))
    assert give(world, citizen) == row


def test_an_office_is_given_only_to_who_has_the_role_already(world):
    given = OfficeData(world.citizen, OfficeKind.SECRETARY)
    with pytest.raises(RoleFirst, match="another administrator confirms it"):
        GiveOffice(law.make_committee(), given, actor=Actor.now(world.admin)).execute()
    assert not Office.objects.filter(user=world.citizen).exists()
    assert not world.citizen.groups.filter(name="secretary").exists()


def test_an_office_for_a_time_is_given_once(world):
    row = give(world, world.citizen, end=TODAY + 9 * DAY)
    assert give(world, world.citizen, end=TODAY + 9 * DAY) == row


def test_an_office_for_a_time_is_refused_while_one_without_end_stands(world):
    give(world, world.citizen)
    with pytest.raises(OfficeStands, match="end the office"):
        give(world, world.citizen, end=TODAY + 9 * DAY)
    assert Office.objects.filter(user=world.citizen).get().end is None
    before = give(world, world.citizen, start=TODAY - 30 * DAY, end=TODAY - 20 * DAY)
    assert before.end == TODAY - 20 * DAY  # a time before the one that stands


@pytest.mark.parametrize("days", [(5, None), (-9, -2)])
def test_an_office_counts_on_its_days_alone(world, days):
    start, end = (day and TODAY + day * DAY for day in days)
    give(world, world.citizen, start=start, end=end)
    person = again(world.citizen)
    assert not holds(person, Power.OPEN_ROUND)
    assert not holds(person, Power.REGISTER)
    assert gives_individual_views(person)


def test_who_keeps_offices_ends_them(world):
    row = Office.objects.get(user=world.secretary)
    for person in (world.secretary, world.chair, world.drafter):
        with pytest.raises(NotAllowed):
            EndOffice(row, TODAY, actor=Actor.now(person)).execute()
    with pytest.raises(EndsBeforeStart):
        EndOffice(row, law.LONG_AGO - DAY, actor=Actor.now(world.admin)).execute()
    EndOffice(row, TODAY - DAY, actor=Actor.now(world.admin)).execute()
    assert not holds_on(again(world.secretary), Power.OPEN_ROUND, world.amendment)
    assert Office.objects.filter(pk=row.pk).exists()


def test_nobody_gives_an_office_to_oneself(world):
    with pytest.raises(OwnOffice):
        give(world, world.admin)


def test_nobody_of_the_secretariat_joins_an_institution_unasked(world):
    joining = MemberData(world.secretary, MembershipRole.FOCAL_POINT)
    with pytest.raises(NotAllowed):
        AddMember(world.body, joining, actor=Actor.now(world.secretary)).execute()


def test_an_office_does_not_end_before_it_begins(world):
    with pytest.raises(EndsBeforeStart):
        give(world, world.citizen, start=TODAY, end=TODAY - DAY)


def test_a_committee_is_founded_with_its_first_office(world):
    give(world, world.citizen, committee=Committee(slug="harbours", name="Harbours"))
    assert Office.objects.get(committee__slug="harbours").user == world.citizen
    with pytest.raises(CommitteeNameTaken):
        give(world, world.member, committee=Committee(slug="harbours", name="Harbours"))


def test_who_keeps_the_offices_of_one_committee_founds_no_other(world):
    world.secretary.groups.get().permissions.add(_permission("add_office"))
    secretary = again(world.secretary)
    law.join(world.citizen, "chair")
    data = OfficeData(world.citizen, OfficeKind.CHAIR)
    GiveOffice(law.make_committee(), data, actor=Actor.now(secretary)).execute()
    for committee in (law.make_committee("harbours"), Committee(slug="new", name="New")):
        with pytest.raises(NotAllowed):
            GiveOffice(committee, data, actor=Actor.now(secretary)).execute()


def _permission(code):
    from django.contrib.auth.models import Permission

    return Permission.objects.get(codename=code)


def test_nobody_takes_up_an_ended_office_again(world):
    law.appoint(world.admin, "secretary")
    row = Office.objects.get(user=world.admin)
    EndOffice(row, TODAY - 9 * DAY, actor=Actor.now(world.admin)).execute()
    with pytest.raises(EndsEarlierAlready):
        EndOffice(row, TODAY + 900 * DAY, actor=Actor.now(again(world.admin))).execute()
    assert EndOffice(row, TODAY - 10 * DAY, actor=Actor.now(world.admin)).execute().end == TODAY - 10 * DAY
