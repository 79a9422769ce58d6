"""A step that a round was opened after is not taken back, and the person reads why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.take_back_step import TakeBackStep
from amendments.audit.actor import Actor
from amendments.errors import StepBuiltOn
from amendments.queries.way.steps import last_own_step
from amendments.states import State
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.models import RoundNotice
from consultations.values import RoundStep
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


def step(world, state, at=None):
    actor = Actor(world.secretary, at or timezone.now(), reason="The ministries agreed.")
    return ChangeState(world.amendment, state, actor=actor).execute()


def take_back(world):
    TakeBackStep(world.amendment, actor=Actor.now(world.secretary, reason="A mistake.")).execute()


def opened(world, at):
    """Another round of the same day, opened at a moment."""
    round_ = make.open_round(world.draft, world.secretary, world.ngo)
    RoundNotice.objects.filter(round=round_, step=RoundStep.OPENED).update(at=at)
    return round_


def test_a_round_that_was_opened_after_the_step_stops_it_and_is_named(world):
    change = step(world, State.CONSULTATION)
    opened(world, change.at + timedelta(minutes=1))
    with pytest.raises(StepBuiltOn, match=r"A round on Draft 1 was opened\."):
        take_back(world)
    assert last_own_step(world.secretary, world.amendment).followed == ("A round on Draft 1 was opened.",)


def test_a_round_of_the_same_day_that_was_opened_before_the_step_does_not(world):
    at = timezone.now()
    RoundNotice.objects.update(at=at - timedelta(minutes=1))
    step(world, State.CONSULTATION, at)
    take_back(world)
    assert world.amendment.state == State.DRAFTING


def test_a_round_that_was_cancelled_needs_the_step_no_more(world):
    change = step(world, State.CONSULTATION)
    round_ = opened(world, change.at + timedelta(minutes=1))
    CancelRound(round_, actor=Actor.now(world.secretary, reason="The wrong draft.")).execute()
    take_back(world)
    assert world.amendment.state == State.DRAFTING


def test_the_page_says_what_followed_instead_of_offering_to_take_it_back(world, client):
    change = step(world, State.CONSULTATION)
    round_ = opened(world, change.at + timedelta(minutes=1))
    client.force_login(world.secretary)
    page = client.get(f"/consultations/manage/rounds/{round_.pk}/").content.decode()
    assert "A round on Draft 1 was opened." in page
    assert "Take the step back" not in page
