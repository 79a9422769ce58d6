"""Institutions, people and seats: who may change them, and that none can end before it begins."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.access.memberships import institutions_of
from consultations.actions.base import save_unless_taken
from consultations.actions.committees.end_seat import EndSeat
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.actions.institutions.edit_institution import EditInstitution
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.institutions.register_institution import InstitutionData, RegisterInstitution
from consultations.errors import (
    CommitteeNameTaken,
    EndsBeforeStart,
    EndsEarlierAlready,
    ShortNameTaken,
)
from consultations.models import Committee, Institution, Membership, Seat
from consultations.values import InstitutionType, MembershipRole
from tests.factories import consultation as make, law

EVERYBODY = [
    "secretary",
    "admin",
    "auditor",
    "chair",
    "member",
    "drafter",
    "ngo_focal",
    "ngo_author",
    "citizen",
]
TODAY = timezone.localdate()
NEW = InstitutionData("new-body", "New body", InstitutionType.NGO, TODAY, {"az": "Yeni qurum"})


def by(world, person="secretary", **more):
    return Actor.now(getattr(world, person), **more)


def steps(world, person):
    """Every action, to be done by the person."""
    actor = by(world, person)
    membership = Membership.objects.get(user=world.ngo_author)
    member = MemberData(world.citizen, MembershipRole.AUTHOR)
    return {
        "register": RegisterInstitution(NEW, actor=actor),
        "edit": EditInstitution(world.stranger, NEW, actor=actor),
        "add member": AddMember(world.ngo, member, actor=actor),
        "end membership": EndMembership(membership, actor=actor),
        "give seat": GiveSeat(Committee.objects.get(), world.ngo, actor=actor),
        "end seat": EndSeat(Seat.objects.get(), TODAY, actor=actor),
    }


ALLOWED = {
    "register": {"secretary"},
    "edit": {"secretary"},
    "add member": {"secretary", "ngo_focal"},
    "end membership": {"secretary", "ngo_focal"},
    "give seat": {"secretary", "admin"},
    "end seat": {"secretary", "admin"},
}


@pytest.mark.parametrize("person", EVERYBODY)
def test_each_step_belongs_to_its_roles(world, person):
    for name, action in steps(world, person).items():
        mark = transaction.savepoint()
        if person in ALLOWED[name]:
            assert action.execute().pk, name
        else:
            with pytest.raises(NotAllowed):
                action.execute()
        transaction.savepoint_rollback(mark)


def test_a_change_is_kept_in_the_history_with_its_reason(world):
    EditInstitution(
        world.stranger, replace(NEW, slug="rowing-club"), actor=by(world, reason="It has a new name.")
    ).execute()
    world.stranger.refresh_from_db()
    assert (world.stranger.name, world.stranger.names) == ("New body", {"az": "Yeni qurum"})
    after, before = world.stranger.history.all()
    assert (before.name, after.history_change_reason) == ("Rowing Club", "It has a new name.")


def test_nothing_ends_before_it_began(world):
    early = TODAY - timedelta(days=1000)
    membership = Membership.objects.get(user=world.ngo_author)
    member = MemberData(world.citizen, MembershipRole.AUTHOR, TODAY, TODAY - timedelta(days=1))
    for action in (
        RegisterInstitution(replace(NEW, end=early), actor=by(world)),
        EditInstitution(world.ngo, replace(NEW, end=early), actor=by(world)),
        AddMember(world.ngo, member, actor=by(world)),
        EndMembership(membership, early, actor=by(world)),
        EndSeat(Seat.objects.get(), early, actor=by(world)),
    ):
        with pytest.raises(EndsBeforeStart):
            action.execute()


def test_a_membership_ends_with_its_last_day_or_at_once(world):
    today = timezone.localdate()  # midnight may have passed since the module was loaded
    membership = Membership.objects.get(user=world.ngo_author)
    EndMembership(membership, today, actor=by(world)).execute()
    assert institutions_of(membership.user) == [world.ngo.pk]
    tomorrow = timezone.now() + timedelta(days=1)
    assert institutions_of(membership.user, tomorrow) == []
    EndMembership(membership, actor=by(world)).execute()
    assert membership.end == today - timedelta(days=1)
    assert institutions_of(membership.user) == []


def test_an_institution_that_has_ended_speaks_no_more(world):
    data = InstitutionData(
        "harbour-legal-aid", "Legal Aid", InstitutionType.NGO, world.ngo.start, end=TODAY - timedelta(days=1)
    )
    EditInstitution(world.ngo, data, actor=by(world)).execute()
    assert institutions_of(type(world.ngo_focal).objects.get(pk=world.ngo_focal.pk)) == []
    assert Institution.objects.filter(pk=world.ngo.pk).exists()


def test_the_second_of_two_that_take_one_short_name_at_once_is_refused(world):
    """Both requests check the name before the first one is written, so that only the database can refuse the second."""
    both = [
        RegisterInstitution(data, actor=by(world))
        for data in (NEW, replace(NEW, name="Another of this name"))
    ]
    first = both[0].execute()
    with pytest.raises(ShortNameTaken):
        both[1].execute()
    with pytest.raises(ShortNameTaken):
        EditInstitution(world.stranger, NEW, actor=by(world)).execute()
    assert Institution.objects.get(slug=NEW.slug) == first
    assert first.history.count() == 1
    EditInstitution(first, replace(NEW, name="Its own short name"), actor=by(world)).execute()


def test_the_second_of_two_new_committees_of_one_name_is_refused(world):
    committees = [Committee(slug="harbours", name="Harbours") for _click in range(2)]
    GiveSeat(committees[0], world.ngo, actor=by(world, "admin")).execute()
    with pytest.raises(CommitteeNameTaken):
        GiveSeat(committees[1], world.body, actor=by(world, "admin")).execute()
    assert Seat.objects.filter(committee__slug="harbours").count() == 1


def test_another_fault_of_the_database_is_not_taken_for_a_short_name(world):
    row = Institution(slug="new-body", name="New body", type=InstitutionType.NGO)  # from no day on
    with pytest.raises(IntegrityError), transaction.atomic():
        save_unless_taken(row, ShortNameTaken)


def test_what_has_ended_does_not_come_back(world):
    membership, seat = Membership.objects.get(user=world.ngo_author), Seat.objects.get()
    ended = EndMembership(membership, actor=by(world)).execute().end
    assert EndMembership(membership, actor=by(world)).execute().end == ended
    later = TODAY + timedelta(days=900)
    with pytest.raises(EndsEarlierAlready):
        EndMembership(membership, later, actor=by(world)).execute()
    EndSeat(seat, seat.start, actor=by(world)).execute()
    with pytest.raises(EndsEarlierAlready):
        EndSeat(seat, later, actor=by(world)).execute()


def test_two_clicks_of_a_person_on_something_new_wait_for_each_other(world):
    assert law.holds(RegisterInstitution(NEW, actor=by(world)), world.secretary)
    founded = Committee(slug="new", name="New")
    assert law.holds(GiveSeat(founded, world.ngo, actor=by(world)), world.secretary)


def test_of_an_institution_without_a_committee_the_secretary_names_the_first_who_signs_and_no_other(world):
    """The Ombudsman's office may have asked it: whoever joined would read the question."""
    club = make.make_institution(world.secretary, "chess-club")
    first = make.make_member(world.secretary, club, "first", MembershipRole.FOCAL_POINT)
    for role in MembershipRole.AUTHOR, MembershipRole.FOCAL_POINT:
        with pytest.raises(NotAllowed):
            make.make_member(world.secretary, club, f"accomplice_{role}", role)
    standing = Membership.objects.get(user=first)
    with pytest.raises(NotAllowed):
        EndMembership(standing, None, actor=Actor.now(world.secretary)).execute()
    assert make.make_member(first, club, "second", MembershipRole.AUTHOR)
