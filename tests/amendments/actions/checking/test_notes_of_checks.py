"""What drafters and reviewer write to each other is for them alone."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.call_back_check import CallBackCheck
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.audit.actor import Actor
from amendments.models import CheckFinding
from amendments.states import State
from tests.factories import law

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    return law.join_legal_service(law.make_reviewer())


@pytest.fixture
def check(world, reviewer):
    actor = Actor.now(world.drafter, reason="Fares?")
    return AskCheck(world.amendment, reviewer, localdate() + timedelta(days=7), actor=actor).execute()


def _last_reason(world, state):
    return world.amendment.state_changes.filter(state=state).latest("pk").reason


def test_the_note_to_the_reviewer_stands_on_no_step_that_others_read(world, check):
    assert check.note == "Fares?"
    assert _last_reason(world, State.LEGAL_CHECK) == ""


def test_the_message_of_a_returned_check_stands_on_the_check_alone(world, reviewer, check):
    instruction = check.amendment.instructions.first()
    data = FindingData(CheckFinding.Severity.BLOCKS, "Two norms.", instruction=instruction)
    WriteFinding(check, data, actor=Actor.now(reviewer)).execute()
    ReturnCheck(check, actor=Actor.now(reviewer, reason="Two norms.")).execute()
    check.refresh_from_db()
    assert check.answer == "Two norms."
    assert _last_reason(world, State.DRAFTING) == ""


def test_the_reason_of_a_check_that_is_called_back_stands_on_the_check_alone(world, check):
    CallBackCheck(check, actor=Actor.now(world.drafter, reason="The wrong list.")).execute()
    check.refresh_from_db()
    assert check.answer == "The wrong list."
    assert _last_reason(world, State.DRAFTING) == ""
