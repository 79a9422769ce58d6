"""What the secretary answers to those who ask to be accepted late is told by mail."""

from datetime import timedelta

from django.core import mail
from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.decline_late import DeclineLate
from tests.factories.consultation import DAY, NOW


def by(world, reason="Enough."):
    return Actor.now(world.secretary, reason=reason)


def close(world, told):
    CloseRound(world.round, actor=by(world)).execute()
    told()


def declined(world, asker, body=None):
    row = AskLate(world.round, body, actor=Actor.now(asker, reason="A zirconium storm.")).execute()
    return DeclineLate(world.round, row, actor=by(world, "There was no zirconium.")).execute()


def test_an_institution_is_told_that_it_is_accepted_late(world, told):
    close(world, told)
    AcceptLate(world.round, world.ngo, NOW + 2 * DAY, actor=by(world)).execute()
    lines = told()
    assert [line.partition(":")[0] for line in lines] == ["ngo_author", "ngo_focal"]
    assert "marked as late" in mail.outbox[0].body


def test_those_who_send_for_the_institution_are_told_that_it_is_not_and_the_reason_stands_on_the_site(
    world, told
):
    close(world, told)
    declined(world, world.ngo_focal, world.ngo)
    assert told() == [f"ngo_focal: Not accepted late: {world.amendment.title}"]
    (message,) = mail.outbox
    assert "does not accept comments of Harbour Legal Aid" in message.body
    assert "You can ask again there with a new reason." in message.body
    assert world.round.url in message.body
    assert "zirconium" not in message.body


def test_a_person_is_told_alone(world, told):
    close(world, told)
    declined(world, world.citizen)
    assert told() == [f"citizen: Not accepted late: {world.amendment.title}"]
    assert "does not accept your individual view" in mail.outbox[0].body


def test_whoever_was_accepted_after_all_is_told_that_only(world, told):
    close(world, told)
    row = declined(world, world.citizen)
    AcceptLate(world.round, row, NOW + 2 * DAY, actor=by(world)).execute()
    assert told() == [f"citizen: Your comments are still accepted: {world.amendment.title}"]


def test_the_secretary_is_told_of_a_second_request_with_a_new_reason(world, told):
    close(world, told)
    declined(world, world.ngo_focal, world.ngo)
    told()
    AskLate(world.round, world.ngo, actor=Actor.now(world.ngo_focal, reason="A flood.")).execute()
    assert told(timezone.now() + timedelta(minutes=1)) == [
        f"secretary: Late acceptance asked for: {world.amendment.title}"
    ]
