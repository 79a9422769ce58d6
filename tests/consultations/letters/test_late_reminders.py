"""Reminders before the end that was granted to somebody who was accepted late."""

import pytest
from django.core import mail
from django.utils.timezone import localtime

from amendments.audit.actor import Actor
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.letters.late_reminders import KIND, LateEnd, RemindLate
from consultations.models import Letter
from tests.factories import consultation as make
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db


def by(world):
    return Actor(world.secretary, NOW, reason="The post was slow.")


@pytest.fixture
def closed(world):
    CloseRound(world.round, actor=by(world)).execute()
    return world.round


@pytest.fixture
def on_day(world, told, monkeypatch):
    """Let the runner look at nine in the morning, so many days after today."""

    def look(days, hour=9):
        now = localtime(NOW + days * DAY).replace(hour=hour, minute=0)
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)
        RemindLate().run(now)
        return [line for line in told(now) if "late" in line.partition(": ")[2]]

    return look


def accept(world, sender, days=9):
    AcceptLate(world.round, sender, NOW + days * DAY, actor=by(world)).execute()
    Letter.objects.all().delete()


def test_those_who_send_are_reminded_before_the_granted_end_each_once_a_day(world, closed, on_day):
    accept(world, world.ngo)
    title = world.amendment.title
    assert on_day(1) == []
    assert on_day(2, hour=7) == []
    assert on_day(2) == [f"ngo_focal: 7 days left for late comments: {title}"]
    assert "Harbour Legal Aid was accepted late" in mail.outbox[0].body
    assert on_day(2, hour=15) == []
    assert on_day(6) == [f"ngo_focal: 3 days left for late comments: {title}"]
    assert on_day(8) == [f"ngo_focal: 1 day left for late comments: {title}"]


def test_two_days_are_reminded_of_on_the_last_but_one(world, closed, on_day):
    accept(world, world.ngo, days=2)
    assert len(on_day(1)) == 1
    assert on_day(3) == []


def test_on_the_last_day_it_says_so(world, closed):
    accept(world, world.ngo)
    row = closed.late_acceptances.get()
    end = LateEnd(row, row.until, 0)
    assert KIND.subject([end]) == f"The late end is today: {world.amendment.title}"


def test_authors_of_drafts_are_reminded_too_and_whoever_has_sent_is_not(world, on_day):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    CloseRound(world.round, actor=by(world)).execute()
    accept(world, world.ngo)
    assert [line.partition(":")[0] for line in on_day(2)] == ["ngo_author", "ngo_focal"]
    make.send(comment.submission, world.ngo_focal)
    assert on_day(6) == []


def test_a_person_is_reminded_of_the_own_end(world, closed, on_day):
    row = AskLate(world.round, None, actor=Actor(world.citizen, NOW, reason="I was ill.")).execute()
    accept(world, row)
    assert [line.partition(":")[0] for line in on_day(2)] == ["citizen"]
    assert "You were accepted late" in mail.outbox[0].body


def test_a_round_that_was_reopened_has_its_own_reminders(world, closed, on_day):
    accept(world, world.ngo)
    ReopenRound(world.round, NOW + 30 * DAY, actor=by(world)).execute()
    Letter.objects.all().delete()
    assert on_day(2) == []
