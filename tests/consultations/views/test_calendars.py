"""Calendars and feeds tell only what the person may know at the moment of reading."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.models import Release
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.models import Letter, LetterSettings
from consultations.values import RoundAudience
from tests.factories import consultation as make
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client):
    """What stands at the address of a person."""

    def get(person, name="own_calendar"):
        own, _ = LetterSettings.objects.get_or_create(person=person)
        return client.get(reverse(f"consultations:{name}", args=[own.token])).content.decode()

    return get


@pytest.fixture
def closed_round(world):
    """A round of the legal aid alone."""
    return make.open_round(
        world.draft, world.secretary, world.ngo, audience=RoundAudience.INVITED, closes=NOW + 9 * DAY
    )


def test_the_public_calendar_has_the_public_rounds(world, closed_round, client):
    answer = client.get(reverse("consultations:calendar"))
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"UID:{world.round.pk}-opens@127.0.0.1" in text
    assert f"UID:{world.round.pk}-closes@127.0.0.1" in text
    assert str(closed_round.pk) not in text


def test_a_person_has_the_own_rounds_too_until_the_right_is_lost(world, closed_round, read):
    assert str(closed_round.pk) in read(world.ngo_author)
    assert str(closed_round.pk) not in read(world.stranger_focal)
    membership = world.ngo_author.memberships.get()
    EndMembership(membership, (NOW - DAY).date(), actor=Actor.now(world.secretary)).execute()
    assert str(closed_round.pk) not in read(world.ngo_author)


def test_a_change_has_a_higher_number_and_a_cancelled_round_is_said_so(world, read):
    assert "SEQUENCE:0" in read(world.ngo_author)
    ExtendRound(world.round, NOW + 30 * DAY, actor=Actor(world.secretary, NOW, reason="More.")).execute()
    assert "SEQUENCE:1" in read(world.ngo_author)
    CancelRound(world.round, actor=Actor(world.secretary, NOW + DAY, reason="Over.")).execute()
    assert "STATUS:CANCELLED" in read(world.ngo_author)


def test_the_later_end_of_an_institution_stands_in_its_calendars_alone(world, read):
    CloseRound(world.round, actor=Actor(world.secretary, NOW, reason="Done.")).execute()
    AcceptLate(
        world.round, world.ngo, NOW + 2 * DAY, actor=Actor(world.secretary, NOW, reason="Late.")
    ).execute()
    assert f"UID:{world.round.pk}-late@" in read(world.ngo_author)
    assert f"UID:{world.round.pk}-late@" not in read(world.stranger_focal)


def test_the_feed_tells_what_the_person_was_told_as_long_as_the_right_stands(world, closed_round, read):
    title = f"Invitation to comment: {world.amendment.title}"
    assert title in read(world.ngo_focal, "own_feed")
    assert title not in read(world.stranger_focal, "own_feed")
    membership = world.ngo_focal.memberships.get()
    EndMembership(membership, (NOW - DAY).date(), actor=Actor.now(world.secretary)).execute()
    assert title not in read(world.ngo_focal, "own_feed")


def test_a_letter_that_cannot_be_written_hides_no_other_one_in_the_feed(world, closed_round, read, caplog):
    """It names a step by nothing, and waits for its next try."""
    Letter.objects.create(person=world.ngo_focal, kind="decided", about="0", at=NOW, due_at=NOW + DAY)
    assert f"Invitation to comment: {world.amendment.title}" in read(world.ngo_focal, "own_feed")
    assert "cannot stand in a feed" in caplog.text


def test_what_a_person_may_not_know_of_yet_takes_no_place_in_the_feed(world, closed_round, read):
    waits = {"person": world.ngo_focal, "kind": "invited", "about": "0", "due_at": NOW + DAY}
    Letter.objects.bulk_create(Letter(**waits, at=timezone.now(), occasion=str(one)) for one in range(30))
    assert f"Invitation to comment: {world.amendment.title}" in read(world.ngo_focal, "own_feed")


def test_the_public_feed_has_the_announcements_of_public_rounds(world, closed_round, client):
    text = client.get(reverse("consultations:feed")).content.decode()
    assert f"Opened: {world.amendment.title}" in text
    assert str(closed_round.pk) not in text


def test_the_public_feed_has_the_redlines_and_texts_that_are_open_to_everybody(world, client):
    def feed():
        return client.get(reverse("consultations:feed")).content.decode()

    said = f"Redline: {world.amendment.title}, {world.draft.label}"
    assert (said in feed()) is world.draft.releases.filter(audience="public").exists()
    if said not in feed():
        Release.objects.create(draft=world.draft, audience="invited", at=NOW)
        assert said not in feed()
        Release.objects.create(draft=world.draft, audience="public", at=NOW)
    assert said in feed()
    assert world.draft.redline_url in feed()


@pytest.mark.parametrize("name", ["own_calendar", "own_feed"])
def test_a_new_address_ends_the_old_one_and_a_closed_account_has_none(world, client, name):
    own = LetterSettings.objects.create(person=world.ngo_author)
    old = reverse(f"consultations:{name}", args=[own.token])
    assert client.get(old).status_code == 200
    client.force_login(world.ngo_author)
    client.post(reverse("consultations:letters"), {"renew": "1"})
    assert client.get(old).status_code == 404
    own.refresh_from_db()
    new = reverse(f"consultations:{name}", args=[own.token])
    assert client.get(new).status_code == 200
    world.ngo_author.is_active = False
    world.ngo_author.save()
    client.logout()
    assert client.get(new).status_code == 404


@pytest.mark.parametrize(("name", "most"), [("own_calendar", 15), ("calendar", 6), ("feed", 6)])
def test_a_reading_costs_a_fixed_number_of_queries(world, client, django_assert_max_num_queries, name, most):
    for days in range(5):
        make.open_round(world.draft, world.secretary, world.ngo, closes=NOW + (days + 21) * DAY)
    own, _ = LetterSettings.objects.get_or_create(person=world.ngo_author)
    address = reverse(f"consultations:{name}", args=[own.token] if name.startswith("own") else [])
    client.get(address)
    with django_assert_max_num_queries(most):
        client.get(address)
