"""Summaries: at eight in the country, whatever its clocks do, and nothing in them that was told before."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.letters.pacing import next_digest
from consultations.models import Follow, LetterSettings
from consultations.models.letter import FollowKind, Pace
from tests.factories import law
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db
BAKU, BERLIN = ZoneInfo("Asia/Baku"), ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("zone", "at", "pace", "due"),
    [
        (BAKU, (2026, 11, 26, 7, 59), Pace.DAILY, (2026, 11, 26)),
        (BAKU, (2026, 11, 26, 8, 0), Pace.DAILY, (2026, 11, 26)),
        (BAKU, (2026, 11, 26, 8, 1), Pace.DAILY, (2026, 11, 27)),
        (BAKU, (2026, 11, 26, 23, 59), Pace.DAILY, (2026, 11, 27)),  # 19:59 in UTC
        (BAKU, (2026, 11, 27, 0, 1), Pace.DAILY, (2026, 11, 27)),  # still the day before in UTC
        (BAKU, (2026, 11, 30, 0, 1), Pace.WEEKLY, (2026, 11, 30)),  # a Monday here, a Sunday in UTC
        (BAKU, (2026, 11, 30, 8, 1), Pace.WEEKLY, (2026, 12, 7)),
        (BAKU, (2026, 12, 31, 9, 0), Pace.DAILY, (2027, 1, 1)),
        (BAKU, (2015, 3, 28, 9, 0), Pace.DAILY, (2015, 3, 29)),  # the clocks went forward in the night
        (BAKU, (2015, 10, 24, 9, 0), Pace.DAILY, (2015, 10, 25)),  # and back, for the last time
        (BERLIN, (2026, 3, 28, 9, 0), Pace.DAILY, (2026, 3, 29)),
        (BERLIN, (2026, 10, 24, 9, 0), Pace.WEEKLY, (2026, 10, 26)),
    ],
)
def test_a_summary_goes_at_eight_of_the_clock_on_the_wall(zone, at, pace, due):
    with timezone.override(zone):
        found = next_digest(datetime(*at, tzinfo=zone).astimezone(UTC), pace)
    assert found == datetime(*due, 8, tzinfo=zone)
    assert found.astimezone(zone).hour == 8


def extend(world, days, at=NOW):
    ExtendRound(world.round, NOW + days * DAY, actor=Actor(world.secretary, at, reason="More.")).execute()


def choose(person, pace):
    own, _ = LetterSettings.objects.get_or_create(person=person)
    own.paces = dict.fromkeys(("rounds", "texts", "answers"), pace.value)
    own.save()


def of(name, lines):
    return [line.partition(": ")[2] for line in lines if line.startswith(f"{name}: ")]


@pytest.mark.parametrize("pace", [Pace.DAILY, Pace.WEEKLY])
def test_a_summary_does_not_repeat_what_was_told_at_once(world, told, pace):
    extend(world, 30)
    assert len(of("ngo_focal", told())) == 1
    choose(world.ngo_focal, pace)
    extend(world, 40, NOW + timedelta(seconds=1))
    extend(world, 50, NOW + timedelta(seconds=2))
    assert of("ngo_focal", told(NOW + timedelta(minutes=1))) == []
    assert of("ngo_focal", told(NOW + 8 * DAY)) == ["Summary: 2 messages"]
    assert of("ngo_focal", told(NOW + 20 * DAY)) == []


def test_a_summary_tells_of_a_draft_once_however_often_it_was_released(world, told):
    choose(world.ngo_focal, Pace.DAILY)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    second = law.seal(world.amendment, world.drafter)
    for audience in ("invited", "committee", "public"):
        law.release(second, audience, world.drafter, world.secretary)
    told(NOW + timedelta(minutes=1))
    assert of("ngo_focal", told(NOW + 2 * DAY)) == [f"Draft 2 can be read: {world.amendment.title}"]
    assert of("ngo_focal", told(NOW + 9 * DAY)) == []


@pytest.mark.parametrize(
    ("as_member", "as_follower", "at_once"),
    [
        (Pace.AT_ONCE, Pace.WEEKLY, True),
        (Pace.WEEKLY, Pace.AT_ONCE, True),
        (Pace.OFF, Pace.AT_ONCE, True),
        (Pace.DAILY, Pace.WEEKLY, False),
        (Pace.AT_ONCE, Pace.OFF, True),
    ],
)
def test_who_is_told_for_two_reasons_is_told_once_in_the_quicker_way(
    world, told, as_member, as_follower, at_once
):
    choose(world.ngo_focal, as_member)
    for kind, key in ((FollowKind.ROUND, world.round.pk), (FollowKind.ACT, world.base.instrument_id)):
        Follow.objects.create(person=world.ngo_focal, kind=kind, key=str(key), pace=as_follower)
    extend(world, 30)
    assert len(of("ngo_focal", told())) == int(at_once)
    assert len(of("ngo_focal", told(NOW + 2 * DAY))) == int(not at_once)
    assert of("ngo_focal", told(NOW + 20 * DAY)) == []


def test_what_is_followed_weekly_does_not_come_at_once_with_something_else(world, told):
    assert mail.outbox == []
    Follow.objects.create(
        person=world.citizen, kind=FollowKind.ROUND, key=str(world.round.pk), pace=Pace.WEEKLY
    )
    extend(world, 30)
    assert of("citizen", told()) == []
    assert len(of("citizen", told(NOW + 8 * DAY))) == 1
