"""Who is told of a legal check."""

import pytest
from django.core import mail
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.call_back_check import CallBackCheck
from amendments.actions.checking.pass_check import PassCheck
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.audit.actor import Actor
from amendments.models import CheckFinding
from tests.factories import law

pytestmark = pytest.mark.django_db


@pytest.fixture
def check(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    world.people["reviewer"] = law.join_legal_service(law.make_reviewer())
    return AskCheck(
        world.amendment, world.people["reviewer"], localdate(), actor=Actor.now(world.drafter)
    ).execute()


def test_the_reviewer_is_asked_and_the_drafters_hear_that_the_text_passed(world, told, check):
    CallBackCheck(check, actor=Actor.now(world.drafter)).execute()
    title = world.amendment.title
    colleague = world.people["colleague"] = law.make_user("colleague", *_groups(world.drafter))
    told()
    reviewer = world.people["reviewer"]
    again = AskCheck(world.amendment, reviewer, localdate(), actor=Actor.now(world.drafter)).execute()
    assert told() == [f"reviewer: A text waits for your legal check: {title}"]
    PassCheck(again, actor=Actor.now(reviewer)).execute()
    assert told() == [f"{name}: Passed the legal check: {title}" for name in ("colleague", "drafter")]
    assert colleague.email in {message.to[0] for message in mail.outbox}


def test_the_drafters_hear_how_many_findings_came_and_no_word_of_them(world, told, check):
    told()
    reviewer = Actor.now(world.people["reviewer"])
    data = FindingData(
        CheckFinding.Severity.BLOCKS, "Kingfishers collide.", world.amendment.instructions.last()
    )
    WriteFinding(check, data, actor=reviewer).execute()
    ReturnCheck(check, actor=reviewer).execute()
    assert told() == [f"drafter: Returned from the legal check: {world.amendment.title}"]
    assert "with 1 finding" in mail.outbox[0].body
    assert "Kingfishers" not in mail.outbox[0].body


def test_a_reviewer_who_need_not_check_any_more_is_told(world, told, check):
    told()
    CallBackCheck(check, actor=Actor.now(world.drafter)).execute()
    assert told() == [f"reviewer: No longer to be checked: {world.amendment.title}"]


def _groups(person):
    return person.groups.values_list("name", flat=True)
