"""Letters about who comes to act for an institution and who no longer does."""

import pytest
from django.core import mail

from amendments.audit.actor import Actor
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.actions.institutions.end_membership import EndMembership
from consultations.models import Membership
from consultations.values import MembershipRole

pytestmark = pytest.mark.django_db


def add(world, person, by):
    data = MemberData(world.people[person], MembershipRole.FOCAL_POINT)
    return AddMember(world.ngo, data, actor=Actor.now(world.people[by])).execute()


def test_the_person_and_who_was_there_before_are_told_who_comes_and_who_added_them(world, told):
    add(world, "citizen", by="secretary")
    assert told() == [f"{name}: Member added: {world.ngo}" for name in ("citizen", "ngo_author", "ngo_focal")]
    assert f"secretary added citizen to those who act for {world.ngo} (focal point)." in mail.outbox[0].body


def test_who_takes_the_step_needs_no_mail(world, told):
    add(world, "citizen", by="ngo_focal")
    assert told() == [f"{name}: Member added: {world.ngo}" for name in ("citizen", "ngo_author")]


def test_ending_all_who_were_there_hides_nobody_who_comes_after_them(world, told):
    for membership in Membership.objects.filter(institution=world.ngo):
        EndMembership(membership, actor=Actor.now(world.secretary)).execute()
    assert {f"{name}: Membership ended: {world.ngo}" for name in ("ngo_author", "ngo_focal")} <= {*told()}
    add(world, "citizen", by="secretary")
    assert told() == [f"citizen: Member added: {world.ngo}"]  # nobody else is left


def test_who_is_ended_before_the_mail_is_written_is_told_who_came(world, told):
    add(world, "citizen", by="secretary")
    EndMembership(Membership.objects.get(user=world.ngo_focal), actor=Actor.now(world.secretary)).execute()
    lines = told()
    assert f"ngo_focal: Member added: {world.ngo}" in lines
    assert f"ngo_focal: Membership ended: {world.ngo}" in lines
