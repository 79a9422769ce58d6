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


def test_it_stands_on_no_step_that_others_read(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    reviewer = law.join_legal_service(law.make_reviewer())

    def ask(note):
        actor = Actor.now(world.drafter, reason=note)
        return AskCheck(world.amendment, reviewer, localdate() + timedelta(days=7), actor=actor).execute()

    CallBackCheck(ask("Fares?"), actor=Actor.now(world.drafter, reason="Wrong.")).execute()
    check = ask("Fares!")
    data = FindingData(
        CheckFinding.Severity.BLOCKS, "Two norms.", instruction=check.amendment.instructions.first()
    )
    WriteFinding(check, data, actor=Actor.now(reviewer)).execute()
    ReturnCheck(check, actor=Actor.now(reviewer, reason="Two norms.")).execute()
    steps = world.amendment.state_changes.filter(state__in=[State.LEGAL_CHECK, State.DRAFTING])
    assert {step.reason for step in steps} == {""}
    assert [row.note for row in world.amendment.legal_checks.all()] == ["Fares?", "Fares!"]
