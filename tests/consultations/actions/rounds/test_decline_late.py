"""The secretary declines a request to be accepted after the closing time."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.decline_late import DeclineLate
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.errors import ReasonNeeded, RoundNotOpen
from consultations.errors.of_states import DeclinedInTheseWords, NoLateRequest
from consultations.models import LateAcceptance
from consultations.queries.my_tasks.waiting import tasks_for
from tests.factories import consultation as make

ASKS = "Harbour Legal Aid asks to be accepted late"


def by(person, reason="Because."):
    return Actor.now(person, reason=reason)


def ask(world, reason="A storm."):
    return AskLate(world.round, world.ngo, actor=by(world.ngo_focal, reason)).execute()


def decline(world, row, reason="There was no storm.", round_=None):
    return DeclineLate(round_ or world.round, row, actor=by(world.secretary, reason)).execute()


def waits(world):
    return ASKS in [task.title for task in tasks_for(world.secretary, timezone.now())]


@pytest.fixture
def asked(world):
    CloseRound(world.round, actor=by(world.secretary)).execute()
    return ask(world)


def test_a_declined_request_waits_no_more_and_keeps_its_reasons(world, asked):
    assert waits(world)
    decline(world, asked)
    row = LateAcceptance.objects.get()
    kept = (row.request, row.reason, row.declined_by, row.is_waiting, row.accepted_at)
    assert kept == ("A storm.", "There was no storm.", world.secretary, False, None)
    assert row.history.latest().actor_label == str(world.secretary)
    assert not waits(world)


def test_it_is_not_declined_without_a_reason(world, asked):
    with pytest.raises(ReasonNeeded):
        decline(world, asked, reason=" ")
    assert waits(world)


@pytest.mark.whole
def test_the_same_words_are_not_asked_again_and_a_new_reason_is(world, asked):
    decline(world, asked)
    with pytest.raises(DeclinedInTheseWords):
        ask(world, " A  storm. ")
    assert not waits(world)
    row = ask(world, "A flood.")
    assert (row.pk, row.declined_at, row.reason) == (asked.pk, None, "")
    assert waits(world)
    decline(world, row)  # and the answer to that may have the same words
    assert not waits(world)


def test_a_declined_request_can_be_accepted_after_all(world, asked):
    decline(world, asked)
    until = timezone.now() + make.DAY
    row = AcceptLate(world.round, world.ngo, until, actor=by(world.secretary, "There was one.")).execute()
    assert (row.pk, row.declined_at, row.declined_by, row.until) == (asked.pk, None, None, until)


def test_what_was_accepted_meanwhile_is_not_declined(world, asked):
    AcceptLate(world.round, world.ngo, timezone.now() + make.DAY, actor=by(world.secretary)).execute()
    with pytest.raises(NoLateRequest):
        decline(world, asked)


def test_there_is_nothing_to_decline_when_the_round_is_open_again(world, asked):
    ReopenRound(world.round, timezone.now() + make.DAY, actor=by(world.secretary)).execute()
    with pytest.raises(RoundNotOpen):
        decline(world, asked)


def test_a_request_of_another_round_is_not_declined_here(world, asked):
    past = make.open_round(
        world.draft, world.secretary, world.ngo, opens=make.NOW - 20 * make.DAY, closes=make.NOW - make.DAY
    )
    with pytest.raises(PermissionDenied):
        decline(world, asked, round_=past)


@pytest.mark.parametrize("person", ["ngo_focal", "drafter", "chair", "admin"])
def test_nobody_else_declines_it(world, asked, person):
    with pytest.raises(PermissionDenied):
        DeclineLate(world.round, asked, actor=by(getattr(world, person))).execute()
