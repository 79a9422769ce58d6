"""The note to the reviewer is for the reviewer and the drafters alone."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.audit.actor import Actor
from amendments.states import State
from tests.factories import law

pytestmark = pytest.mark.django_db


def test_it_stands_on_no_step_that_others_read(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    reviewer = law.join_legal_service(law.make_reviewer())
    actor = Actor.now(world.drafter, reason="Fares?")
    check = AskCheck(world.amendment, reviewer, localdate() + timedelta(days=7), actor=actor).execute()
    assert check.note == "Fares?"
    assert world.amendment.state_changes.get(state=State.LEGAL_CHECK).reason == ""
