"""The page on which those who sign for an institution keep its people."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.access.memberships import forget_roles, institutions_of
from consultations.actions.institutions.end_membership import EndMembership
from consultations.errors import EndsBeforeStart
from consultations.errors.of_states import LastWhoSigns
from consultations.models import Membership
from consultations.values import MembershipRole
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


def test_a_focal_point_adds_a_member_and_ends_a_membership(client, world):
    client.force_login(world.ngo_focal)
    url = reverse("consultations:members", args=[world.ngo.pk])
    assert url in client.get(reverse("consultations:mine")).content.decode()
    data = {"email": world.citizen.email, "role": "author", "start": str(localdate())}
    shown = client.post(url, data, follow=True).content.decode()
    assert "The person acts for Harbour Legal Aid." in shown
    row = Membership.objects.get(user=world.citizen)
    assert f'value="{row.pk}"' in shown
    assert "{%" not in shown
    author = Membership.objects.get(user=world.ngo_author)
    client.post(url, {"end": author.pk})
    author.refresh_from_db()
    assert author.end == localdate() - timedelta(days=1)


def test_a_membership_with_a_last_day_to_come_may_end_earlier(client, world):
    row = Membership.objects.get(user=world.ngo_author)
    Membership.objects.filter(pk=row.pk).update(end=localdate() + timedelta(days=30))
    client.force_login(world.ngo_focal)
    url = reverse("consultations:members", args=[world.ngo.pk])
    assert f'value="{row.pk}"' in client.get(url).content.decode()
    client.post(url, {"end": row.pk})
    row.refresh_from_db()
    assert row.end == localdate() - timedelta(days=1)


def test_who_was_added_by_mistake_reads_nothing_from_that_moment_on(client, world):
    client.force_login(world.ngo_focal)
    url = reverse("consultations:members", args=[world.ngo.pk])
    client.post(url, {"email": world.citizen.email, "role": "author", "start": str(localdate())})
    row = Membership.objects.get(user=world.citizen)
    assert institutions_of(world.citizen) == [world.ngo.pk]
    shown = client.post(url, {"end": row.pk}, follow=True).content.decode()
    assert "ended at once" in shown
    assert f'value="{row.pk}"' not in shown
    forget_roles(world.citizen)
    assert institutions_of(world.citizen) == []
    client.post(url, {"email": world.citizen.email, "role": "author", "start": str(localdate())})
    forget_roles(world.citizen)
    assert institutions_of(world.citizen) == [world.ngo.pk]


def test_of_two_who_end_each_other_one_stays(world):
    person = make.make_member(world.secretary, world.ngo, "second", MembershipRole.FOCAL_POINT)
    own, second = (Membership.objects.get(user=one) for one in (world.ngo_focal, person))
    steps = [
        EndMembership(row, actor=Actor.now(by)) for row, by in ((second, world.ngo_focal), (own, person))
    ]
    for step in steps:
        step.check()  # both came in before either was carried out
    steps[0].execute()
    with pytest.raises(NotAllowed):
        steps[1].execute()
    own.refresh_from_db()
    assert own.end is None


def test_who_signs_today_for_the_last_time_keeps_nobody(world):
    second = make.make_member(world.secretary, world.ngo, "second", MembershipRole.FOCAL_POINT)
    Membership.objects.filter(user=second).update(end=localdate())
    own = Membership.objects.get(user=world.ngo_focal)
    with pytest.raises(LastWhoSigns):
        EndMembership(own, actor=Actor.now(world.ngo_focal)).execute()


def test_a_membership_of_years_does_not_end_before_it_began(world):
    row = Membership.objects.get(user=world.ngo_author)
    with pytest.raises(EndsBeforeStart):
        EndMembership(row, row.start - timedelta(days=1), actor=Actor.now(world.ngo_focal)).execute()


def test_the_last_who_signs_does_not_leave_by_a_click(client, world):
    client.force_login(world.ngo_focal)
    url = reverse("consultations:members", args=[world.ngo.pk])
    own = Membership.objects.get(user=world.ngo_focal)
    shown = client.post(url, {"end": own.pk}, follow=True).content.decode()
    assert "Nobody else signs for the institution after today." in shown
    own.refresh_from_db()
    assert own.end is None
    make.make_member(world.secretary, world.ngo, "second", MembershipRole.FOCAL_POINT)
    client.post(url, {"end": own.pk})
    own.refresh_from_db()
    assert own.end == localdate() - timedelta(days=1)


def test_the_people_of_another_institution_are_not_kept_here(client, world):
    client.force_login(world.ngo_focal)
    url = reverse("consultations:members", args=[world.ngo.pk])
    other = Membership.objects.get(user=world.body_author)
    assert client.post(url, {"end": other.pk}).status_code == 404
    assert client.get(reverse("consultations:members", args=[world.body.pk])).status_code == 404
    client.force_login(world.ngo_author)
    assert client.get(url).status_code == 404
