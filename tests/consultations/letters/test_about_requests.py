"""Letters to those who decide: a release is asked for, a late acceptance is asked for."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.close_round import CloseRound
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db


def ask(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    return RequestRelease(draft, "committee", actor=Actor.now(world.drafter)).execute()


def test_the_secretary_is_told_that_a_release_is_asked_for(world, told):
    ask(world)
    assert told() == [f"secretary: To be released: {world.amendment.title}"]
    (message,) = mail.outbox
    assert "Text: Draft 2. Readers: " in message.body
    assert world.amendment.url in message.body


def test_first_the_chair_then_the_secretary_where_the_chair_approves(world, told, settings):
    settings.MADDA_RELEASE_NEEDS_APPROVAL = True
    request = ask(world)
    assert told() == [f"chair: To be approved: {world.amendment.title}"]
    ApproveRelease(request, actor=Actor.now(world.chair)).execute()
    assert told() == [f"secretary: To be released: {world.amendment.title}"]


def test_nobody_is_told_of_a_request_that_was_granted_meanwhile(world, told):
    request = ask(world)
    ReleaseVersion(request.draft, "committee", actor=Actor.now(world.secretary)).execute()
    assert not any("To be released" in line for line in told())


def test_a_request_for_an_imported_text_reaches_the_secretaries(world, told):
    other = law.make_act(world.section, world.drafter, number="9-L")
    RequestRelease(other, "public", actor=Actor.now(world.drafter)).execute()
    assert told() == [f"secretary: To be released: {other.instrument.title}"]


def test_the_secretary_of_another_committee_hears_nothing(world, told):
    second = law.make_committee("harbours")
    world.people["elsewhere"] = make.make_person("elsewhere", "secretary", committee=second)
    ask(world)
    assert [line.partition(":")[0] for line in told()] == ["secretary"]


def close(world):
    CloseRound(world.round, actor=Actor(world.secretary, NOW, reason="Enough.")).execute()


def test_the_secretary_is_told_who_asks_to_be_accepted_late_and_not_why(world, told):
    close(world)
    told()
    AskLate(
        world.round, world.ngo, actor=Actor.now(world.ngo_focal, reason="The zirconium was late.")
    ).execute()
    assert told() == [f"secretary: Late acceptance asked for: {world.amendment.title}"]
    (message,) = mail.outbox
    assert "Harbour Legal Aid asks to send comments" in message.body
    assert "zirconium" not in message.body


def test_a_person_who_asks_is_not_named(world, told):
    close(world)
    told()
    AskLate(world.round, None, actor=Actor.now(world.citizen, reason="I was ill.")).execute()
    told()
    (message,) = mail.outbox
    assert "Somebody asks to send an individual view" in message.body
    assert "citizen" not in message.body


def test_whoever_was_accepted_meanwhile_needs_no_answer(world, told):
    close(world)
    AskLate(world.round, world.ngo, actor=Actor.now(world.ngo_focal, reason="Slow.")).execute()
    AcceptLate(
        world.round, world.ngo, NOW + 2 * DAY, actor=Actor.now(world.secretary, reason="Granted.")
    ).execute()
    assert not any("asked for" in line for line in told(timezone.now() + timedelta(minutes=1)))
