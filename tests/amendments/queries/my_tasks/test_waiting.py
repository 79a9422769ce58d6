"""What the home page tells drafters and the secretariat that it waits for them."""

import pytest

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.models import OutgoingMail
from amendments.queries.my_tasks.waiting import tasks_for
from portal.users.roles import Role
from tests.factories import law

NOW = Actor.now(None).at


def told(person):
    return [(task.title, task.about, task.count) for task in tasks_for(person, NOW)]


@pytest.fixture
def asked(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    draft = law.seal(world.amendment, world.drafter)
    RequestRelease(draft, "committee", actor=Actor.now(world.drafter)).execute()
    return world


def test_a_requested_release_waits_for_the_secretary_until_it_is_made(asked):
    title = asked.amendment.title
    assert told(asked.secretary) == [("Release Draft 1 to: committee", title, None)]
    assert told(asked.drafter) == told(asked.chair) == []
    draft = asked.amendment.drafts.get()
    law.release(draft, "public", asked.drafter, asked.secretary)
    assert told(asked.secretary) == []


def test_where_the_site_asks_for_approval_the_chair_comes_first(asked, settings):
    settings.MADDA_RELEASE_NEEDS_APPROVAL = True
    assert told(asked.secretary) == []
    assert told(asked.chair) == [
        ("Approve the release of Draft 1 to: committee", asked.amendment.title, None)
    ]


def test_proposed_instructions_wait_for_the_drafters_of_the_body(world):
    operation = law.operation("delete_words", "2.2", old="free of charge")
    ProposeInstruction(
        law.act_of(world.amendment), operation, actor=Actor.now(world.secretary, reason="C-1")
    ).execute()
    assert told(world.drafter) == [("Take in or leave proposed instructions", world.amendment.title, 1)]
    assert told(world.other) == told(world.secretary) == []


def test_a_consolidated_text_waits_too_and_what_is_released_wider_waits_no_more(asked):
    RequestRelease(asked.base, "invited", actor=Actor.now(asked.drafter)).execute()
    act = asked.base.instrument.title
    assert ("Release Consolidated text 1 to: invited institutions", act, None) in told(asked.secretary)
    law.release(asked.base, "public", asked.drafter, asked.secretary)
    assert [about for _title, about, _count in told(asked.secretary)] == [asked.amendment.title]


def test_mails_that_were_not_delivered_wait_for_the_administrator(world):
    keeper = law.make_user("keeper", Role.ADMINISTRATOR)
    mail = OutgoingMail.objects.create(message_id="1", recipients="a@x.example", written_at=NOW)
    assert told(keeper) == []
    OutgoingMail.objects.filter(pk=mail.pk).update(state=OutgoingMail.State.FAILED)
    assert told(keeper) == [("Mails that were not delivered", "", 1)]
    assert told(world.secretary) == told(world.drafter) == []
