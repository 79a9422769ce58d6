"""Reminders before a round closes."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils.timezone import localtime

from amendments.audit.actor import Actor
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.letters import reminders
from consultations.letters.reminders import Remind
from consultations.models import Letter
from consultations.values import MembershipRole
from tests.factories import consultation as make
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_day(world, told, monkeypatch):
    """Let the runner look at nine in the morning, so many days before the round closes; who is reminded of what."""

    def look(days, hour=9):
        now = localtime(world.round.closes - days * DAY).replace(hour=hour, minute=0)
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)
        Remind().run(now)
        return told(now)

    return look


def test_silent_institutions_then_their_heads_are_reminded_each_once_a_day(world, on_day):
    make.make_member(world.secretary, world.ngo, "ngo_head", MembershipRole.HEAD)
    world.people["ngo_head"] = world.ngo.memberships.get(role=MembershipRole.HEAD).user
    title = world.amendment.title
    assert on_day(8) == [
        f"{name}: Member added: {world.ngo}" for name in ("ngo_author", "ngo_focal", "ngo_head")
    ]
    assert on_day(7, hour=7) == []
    assert on_day(7) == [
        f"body_focal: 7 days left: {title}", f"ngo_focal: 7 days left: {title}", f"ngo_head: 7 days left: {title}"
    ]  # fmt: skip
    assert "Harbour Legal Aid has not answered" in "".join(message.body for message in mail.outbox)
    assert on_day(7, hour=15) == []
    assert on_day(6) == []
    assert len(on_day(2)) == 3  # the runner was stopped on the day itself
    last = on_day(1)
    assert last.count(f"ngo_head: 1 day left: {title}") == 2  # as one who sends and as the head
    assert any("you are the head of Harbour Legal Aid" in message.body for message in mail.outbox)


def test_who_has_answered_is_not_reminded(world, on_day):
    submission = make.draft(world.round, world.ngo_author, world.ngo, make.content()).submission
    make.send(submission, world.ngo_focal)
    Letter.objects.all().delete()
    assert {line.partition(":")[0] for line in on_day(7)} == {"body_focal"}


def test_authors_of_unsent_drafts_are_reminded_of_them(world, on_day):
    make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.draft(world.round, world.citizen, None, make.content(rationale="The secret reason."))
    assert {line.partition(":")[0] for line in on_day(3)} == {"body_focal", "citizen", "ngo_author"}
    assert not any("secret" in message.body for message in mail.outbox)


def test_an_answer_that_comes_before_the_mail_stops_it(world, on_day, told):
    now = localtime(world.round.closes - 7 * DAY).replace(hour=9)
    Remind().run(now)
    submission = make.draft(world.round, world.ngo_author, world.ngo, make.content()).submission
    make.send(submission, world.ngo_focal)
    assert not any(line.startswith("ngo_focal: 7 days") for line in on_day(7))


def test_a_round_of_a_few_days_is_not_reminded_of_days_before_it_opened(world, on_day):
    world.round.opens = world.round.closes - 5 * DAY
    world.round.save()
    assert on_day(4.9) == []
    assert len(on_day(3)) == 2


def test_more_time_means_new_reminders(world, on_day, settings):
    settings.MADDA_REMIND_DAYS = (2,)
    assert len(on_day(2)) == 2
    actor = Actor(world.secretary, NOW, reason="Holidays.")
    ExtendRound(world.round, world.round.closes + 10 * DAY, actor=actor).execute()
    world.round.refresh_from_db()
    Letter.objects.filter(kind="extended").delete()
    assert on_day(5) == []
    assert len(on_day(2)) == 2


def test_the_job_looks_often_enough():
    assert Remind.every <= timedelta(hours=1)
    assert reminders.reminding_days() == (7, 3, 1)
