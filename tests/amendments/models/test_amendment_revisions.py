"""Wagtail's revisions of an amendment hold an editor's words, not where the amendment stands."""

from amendments.actions.drafting.change_state import ChangeState
from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.states import State
from tests.factories import law


def test_publishing_an_older_revision_takes_no_step_back(world):
    world.amendment.summary = "Ferries become dearer."
    revision = world.amendment.save_revision()
    law.add(world.amendment, world.drafter, "repeal", "1.2.2")
    law.seal(world.amendment, world.drafter)
    ChangeState(
        world.amendment, State.INTERAGENCY, actor=Actor.now(world.secretary, reason="Urgent.")
    ).execute()
    revision.publish()
    amendment = Amendment.objects.get(pk=world.amendment.pk)
    assert (amendment.state, amendment.summary) == (State.INTERAGENCY, "Ferries become dearer.")
